namespace IomSessions.Wire;

/// <summary>By a mediator, for somebody who went home by himself.</summary>
/// <param name="Invite">Id made by the caller.</param>
public sealed record MakeInvite(string Invite, string Person, string Room, Confirmation? Confirm = null) : CommandBody;

/// <param name="Delegation">For all of his party invited to the same room; needs <see cref="Authority.Appoint"/>.</param>
public sealed record AcceptInvite(string Invite, bool Delegation = false) : CommandBody;

public sealed record DeclineInvite(string Invite) : CommandBody;

/// <summary>Person and bench. Names no company: where others are is not told (RM10).</summary>
public sealed record InviteMade(string Invite, string Person, string Room, string RoomName) : EventBody;

/// <summary>Bench: what was confirmed with it.</summary>
public sealed record InviteConfirmed(string Invite, Confirmation Confirmed) : EventBody;

/// <summary>Person and bench.</summary>
public sealed record InviteAccepted(string Invite, string Person) : EventBody;

/// <summary>Person and bench.</summary>
public sealed record InviteDeclined(string Invite, string Person) : EventBody;

/// <summary>Person and bench.</summary>
public sealed record InviteLapsed(string Invite, string Person) : EventBody;
