namespace IomSessions.Wire;

/// <summary><c>GET /api/sessions/{session}</c></summary>
/// <param name="Kind">Null before the admission.</param>
/// <param name="Languages">RFC 5646 tags; null before the admission.</param>
public sealed record SessionSheet(
    string Session, string Reference, string Title, Phase Phase, SessionKind? Kind, IReadOnlyList<string>? Languages);

/// <summary><c>GET /api/sessions/{session}/people</c></summary>
public sealed record PeopleSheet(IReadOnlyList<PartyRow> Parties, IReadOnlyList<PersonRow> People);

public sealed record PartyRow(string Party, string Name);

/// <param name="Status">Where he stands; null to whoever does not read the registry.</param>
public sealed record PersonRow(string Person, string Name, Role Role, string? Party, PersonStatus? Status);

/// <summary>How far a person has come in (PE3).</summary>
public enum PersonStatus
{
    AwaitingConsent,
    Invited,
    Lobby,
    Admitted,
    Removed,
}

/// <summary><c>GET /api/sessions/{session}/protocol</c></summary>
/// <param name="Number">How many were proposed; 0: none.</param>
/// <param name="AcceptedBy">The parties that accepted the proposal.</param>
public sealed record ProtocolSheet(int Number, Protocol? Proposed, Protocol InForce, IReadOnlyList<string> AcceptedBy);

/// <summary>One row of <c>GET /api/sessions/{session}/circles</c>.</summary>
/// <param name="Offset">Of its newest event.</param>
/// <param name="Hash">The mark of its newest event.</param>
public sealed record CircleRow(string Circle, CircleKind Kind, long Offset, string Hash);

/// <summary><c>GET /api/sessions/{session}/circles/{circle}/events</c></summary>
/// <param name="Events">In the order of the log, without holes.</param>
/// <param name="More">There are earlier ones.</param>
/// <param name="Renditions">Of a sitting that ended: renditions of these events that came later.</param>
public sealed record EventsPage(IReadOnlyList<WireEvent> Events, bool More, IReadOnlyList<WireEvent>? Renditions = null);

/// <summary>One row of <c>GET /api/sessions/{session}/meetings</c>.</summary>
/// <param name="Sequence">One more with every change.</param>
public sealed record MeetingRow(string Meeting, DateTimeOffset At, int Minutes, int Sequence, bool Cancelled);
