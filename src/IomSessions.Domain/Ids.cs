namespace IomSessions.Domain;

// Every id is 128 random bits, made at the edge or drawn from the command's seed: it tells nothing about time, order or number.

/// <summary>A mediation session.</summary>
public readonly record struct SessionId(Guid Value);

/// <summary>A party to the dispute.</summary>
public readonly record struct PartyId(Guid Value);

/// <summary>A participant of one session; the same human being has another id in every session.</summary>
public readonly record struct PersonId(Guid Value);

/// <summary>A room of a session.</summary>
public readonly record struct RoomId(Guid Value);

/// <summary>A point to be settled.</summary>
public readonly record struct IssueId(Guid Value);

/// <summary>What a party has put down on an issue.</summary>
public readonly record struct PositionId(Guid Value);

/// <summary>A proposal.</summary>
public readonly record struct ProposalId(Guid Value);

/// <summary>An approval at home that an agreement is subject to.</summary>
public readonly record struct ApprovalId(Guid Value);

/// <summary>A settlement agreement.</summary>
public readonly record struct SettlementId(Guid Value);

/// <summary>A circle of readers. A sitting is a circle: its id is the sitting's id.</summary>
public readonly record struct CircleId(Guid Value);

/// <summary>A device (browser, phone, program) through which a participant takes part.</summary>
public readonly record struct DeviceId(Guid Value);

/// <summary>A mediator's invitation into a room for somebody who went home by himself.</summary>
public readonly record struct InviteId(Guid Value);

/// <summary>An arrangement that the bench keeps.</summary>
public readonly record struct ArrangementId(Guid Value);

/// <summary>Somebody who is physically with a participant.</summary>
public readonly record struct CompanionId(Guid Value);

/// <summary>A participant's call to the mediators.</summary>
public readonly record struct CallId(Guid Value);

/// <summary>A statement that is on its way to the public.</summary>
public readonly record struct StatementId(Guid Value);

/// <summary>A published item of the feed; random, tells nothing of the session.</summary>
public readonly record struct ItemId(Guid Value);

/// <summary>A file: random, given when it has been taken in; whoever may not read it learns nothing by it.</summary>
public readonly record struct FileId(Guid Value);

/// <summary>A planned meeting of a session.</summary>
public readonly record struct MeetingId(Guid Value);

/// <summary>A draft. Taken to other people it is another one.</summary>
public readonly record struct DraftId(Guid Value);

/// <summary>A client-made id of a command, unique per session and participant.</summary>
public readonly record struct CommandId(Guid Value);
