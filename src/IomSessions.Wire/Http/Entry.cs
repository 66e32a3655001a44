namespace IomSessions.Wire;

/// <summary><c>POST /api/enter</c></summary>
/// <param name="Label">What the person calls the device.</param>
/// <param name="Program">Ask for a bearer token in place of a cookie.</param>
public sealed record EnterRequest(string Token, string Label, bool Program = false);

/// <summary><c>POST /api/enter/code</c></summary>
public sealed record EnterCodeRequest(string Code, string Label, bool Program = false);

/// <param name="Pending">The device opens nothing until it is confirmed (PE6).</param>
/// <param name="Bearer">For a program; null for a browser.</param>
public sealed record EnterAnswer(string Session, string Person, bool Pending, string? Bearer = null);

/// <summary><c>POST /api/sessions/{session}/code</c></summary>
/// <param name="Code"><c>XXXX-XXXX</c>: lets one second device of the same person in.</param>
public sealed record CodeAnswer(string Code, DateTimeOffset Expires);

/// <summary>One row of <c>GET /api/mine</c>.</summary>
public sealed record MySession(string Session, string Reference, string Title, Phase Phase, string Name, Role Role);

/// <summary><c>GET /api/sessions/{session}/me</c></summary>
public sealed record Me(string Session, string Person, string Device, string Name, Role Role, string? Party, bool Pending);
