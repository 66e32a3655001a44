using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>The state of a mediation session: what its log amounts to. Made only by <see cref="Evolution"/>.</summary>
public sealed record Session
{
    public required SessionCard Card { get; init; }

    public required CircleId Hall { get; init; }

    public CircleId Registry { get; init; }

    /// <summary>The present bench; earlier ones stay among the circles.</summary>
    public CircleId Bench { get; init; }

    public int BenchNumber { get; init; }

    public Phase Phase { get; init; } = Phase.Preparing;

    public ProtocolBook Protocol { get; init; } = ProtocolBook.Empty;

    /// <summary>Planned, held and cancelled, as far as they are kept.</summary>
    public ImmutableDictionary<MeetingId, PlannedMeeting> Meetings { get; init; } = ImmutableDictionary<MeetingId, PlannedMeeting>.Empty;

    public ImmutableDictionary<PartyId, Party> Parties { get; init; } = ImmutableDictionary<PartyId, Party>.Empty;

    /// <summary>Parties that wait for consent to join or to come back.</summary>
    public ImmutableDictionary<PartyId, JoiningParty> Joining { get; init; } = ImmutableDictionary<PartyId, JoiningParty>.Empty;

    public ImmutableDictionary<PersonId, Person> People { get; init; } = ImmutableDictionary<PersonId, Person>.Empty;

    public ImmutableDictionary<DeviceId, Device> Devices { get; init; } = ImmutableDictionary<DeviceId, Device>.Empty;

    public ImmutableDictionary<RoomId, Room> Rooms { get; init; } = ImmutableDictionary<RoomId, Room>.Empty;

    public ImmutableDictionary<CircleId, Circle> Circles { get; init; } = ImmutableDictionary<CircleId, Circle>.Empty;

    public ImmutableDictionary<InviteId, Invite> Invites { get; init; } = ImmutableDictionary<InviteId, Invite>.Empty;

    /// <summary>Arrangements that the bench keeps.</summary>
    public ImmutableDictionary<ArrangementId, SavedArrangement> Arrangements { get; init; } = ImmutableDictionary<ArrangementId, SavedArrangement>.Empty;

    /// <summary>The time of the parties as it was last told; null: the session was never open.</summary>
    public TimeCounted? Times { get; init; }

    /// <summary>Calls that have not ended.</summary>
    public ImmutableDictionary<CallId, Call> Calls { get; init; } = ImmutableDictionary<CallId, Call>.Empty;

    public ImmutableDictionary<DraftId, Draft> Drafts { get; init; } = ImmutableDictionary<DraftId, Draft>.Empty;

    /// <summary>The agenda.</summary>
    public ImmutableDictionary<IssueId, Issue> Issues { get; init; } = ImmutableDictionary<IssueId, Issue>.Empty;

    /// <summary>What the parties have put down, whoever was told it.</summary>
    public ImmutableDictionary<PositionId, Position> Positions { get; init; } = ImmutableDictionary<PositionId, Position>.Empty;

    /// <summary>Proposals of the mediators that have not ended.</summary>
    public ImmutableDictionary<ProposalId, MediatorsProposal> MediatorsProposals { get; init; } = ImmutableDictionary<ProposalId, MediatorsProposal>.Empty;

    /// <summary>Proposals from party to party, whoever has been told of them.</summary>
    public ImmutableDictionary<ProposalId, PartyProposal> PartyProposals { get; init; } = ImmutableDictionary<ProposalId, PartyProposal>.Empty;

    /// <summary>What the parties have come to; null: nothing that stands was stated.</summary>
    public ResultStated? Result { get; init; }

    /// <summary>Settlement agreements, also those that are void.</summary>
    public ImmutableDictionary<SettlementId, Settlement> Settlements { get; init; } = ImmutableDictionary<SettlementId, Settlement>.Empty;

    /// <summary>The present table; null: nothing was laid on one.</summary>
    public CircleId? Table { get; init; }

    /// <summary>The public circle; null: nothing was published.</summary>
    public CircleId? Public { get; init; }

    /// <summary>Statements that are on their way to the public.</summary>
    public ImmutableDictionary<StatementId, Statement> Statements { get; init; } = ImmutableDictionary<StatementId, Statement>.Empty;

    /// <summary>What was published.</summary>
    public ImmutableDictionary<ItemId, PublishedItem> Items { get; init; } = ImmutableDictionary<ItemId, PublishedItem>.Empty;

    /// <summary>Files that have been said: what they were said in, for ever.</summary>
    public ImmutableDictionary<FileId, FilePlace> Files { get; init; } = ImmutableDictionary<FileId, FilePlace>.Empty;

    /// <summary>Caucuses held since the last adjournment under the rule <see cref="CaucusNotice.Afterwards"/>.</summary>
    public ImmutableList<Caucus> CaucusesToTell { get; init; } = [];

    /// <summary>Caucuses whose beginning the hall was told and whose end it was not told yet.</summary>
    public ImmutableList<Caucus> CaucusesBegun { get; init; } = [];

    /// <summary>No mediator has been connected for five minutes (PE5).</summary>
    public bool MediatorsAbsent { get; init; }

    /// <summary>Grows whenever somebody's right to circles that already existed changes; never shown to anybody.</summary>
    public long AccessEpoch { get; init; }

    /// <summary>The sitting that a person sits in now, or null.</summary>
    public CircleId? SittingOf(Person person) => person.Room is { } room ? Rooms[room].Sitting : null;

    /// <summary>The parties that did not withdraw.</summary>
    public IEnumerable<PartyId> TakingPart => Parties.Values.Where(party => !party.Withdrawn).Select(party => party.Id);

    public IEnumerable<Person> Admitted => People.Values.Where(person => person.Status == PersonStatus.Admitted);

    public Room RoomOfKind(RoomKind kind) => Rooms.Values.First(room => room.Kind == kind);
}

/// <summary>What a session is called.</summary>
/// <param name="Reference">The institution's own number of it.</param>
/// <param name="Languages">RFC 5646 tags, the first is the working language.</param>
public sealed record SessionCard(string Reference, string Title, SessionKind Kind, ImmutableArray<string> Languages);

/// <summary>The classes of case of the Convention on the Establishment of the IOMed (scope of cases).</summary>
public enum SessionKind
{
    BetweenStates,
    StateAndNational,
    Commercial,
}

/// <summary>What a session is in (SE1).</summary>
public enum Phase
{
    Preparing,
    Open,
    Adjourned,
    Concluded,
}

/// <summary>How a session ended (SE1).</summary>
public enum Outcome
{
    Settled,
    PartlySettled,
    Withdrawn,
    NoProspect,
    JointDecision,
    Lapsed,
}
