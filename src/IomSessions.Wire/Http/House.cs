namespace IomSessions.Wire;

/// <summary><c>POST /api/house/enter</c></summary>
/// <param name="Token">From the one-time link that the server prints at its first start.</param>
public sealed record EnterHouseRequest(string Token);

/// <summary><c>POST /api/house/sessions</c></summary>
public sealed record PrepareSessionRequest(string Reference, string Title, SessionKind Kind, IReadOnlyList<string> Languages);

public sealed record PrepareSessionAnswer(string Session);

/// <summary>One row of <c>GET /api/house/sessions</c>.</summary>
/// <param name="Phase">Null: the session cannot be opened now, and reference and title are empty.</param>
public sealed record SessionSummary(string Session, string Reference, string Title, Phase? Phase);

/// <summary><c>POST /api/sessions/{session}/people/{person}/invitation</c></summary>
/// <param name="Path">The link without the host; the token is in the fragment, which no proxy sees.</param>
public sealed record InvitationAnswer(string Path, string Token, DateTimeOffset Expires);
