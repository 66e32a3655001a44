namespace IomSessions.Wire;

/// <summary>By a mediator: a caucus room.</summary>
/// <param name="Room">Id made by the caller.</param>
public sealed record MakeRoom(string Room, string Name) : CommandBody;

/// <summary>By a mediator.</summary>
public sealed record RenameRoom(string Room, string Name) : CommandBody;

/// <summary>By a mediator: who is in it goes home (RM1).</summary>
/// <param name="Sitting">What the mediator saw in it; null: nobody.</param>
public sealed record CloseRoom(string Room, string? Sitting, Confirmation? Confirm = null) : CommandBody;

/// <summary>By anybody, at any time (RM2).</summary>
/// <param name="Sitting">The sitting that he leaves.</param>
/// <param name="Delegation">With his whole delegation; needs <see cref="Authority.Appoint"/>.</param>
public sealed record GoHome(string Sitting, bool Delegation = false) : CommandBody;
