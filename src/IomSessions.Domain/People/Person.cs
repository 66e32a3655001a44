using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>What a participant is in this session; somebody who changes sides is a new participant (PE1).</summary>
public enum Role
{
    Mediator,
    Head,
    Agent,
    Counsel,
    Adviser,
    Expert,
    Interpreter,
    NonParty,
    Secretariat,
}

/// <summary>What a person may do for his party: personal, granted and revoked within the party (PE2).</summary>
public enum Authority
{
    Speak,
    Submit,
    Convey,
    Accept,
    Release,
    Brief,
    Consent,
    Sign,
    Appoint,
    Withdraw,
}

/// <summary>How far a person has come in (PE3).</summary>
public enum PersonStatus
{
    /// <summary>A mediator named after the opening, whom not every party has consented to yet.</summary>
    AwaitingConsent,

    /// <summary>Registered; the undertaking is not given.</summary>
    Invited,

    /// <summary>The undertaking is given, or he was suspended; waits for admission.</summary>
    Lobby,
    Admitted,
    Removed,
}

/// <summary>Where an objection stands.</summary>
public enum ObjectionStanding
{
    Open,
    Decided,
}

/// <summary>One participant.</summary>
/// <param name="Circle">His own circle.</param>
public sealed record Person(PersonId Id, string Name, Role Role, PartyId? Party, CircleId Circle)
{
    public PersonStatus Status { get; init; } = PersonStatus.Invited;

    public ImmutableSortedSet<Authority> Authorities { get; init; } = [Authority.Speak];

    /// <summary>Where he is placed; null while he is not admitted, and for the secretariat.</summary>
    public RoomId? Room { get; init; }

    /// <summary>He went home by himself and comes back only by accepting an invitation (RM2).</summary>
    public bool WentHome { get; init; }

    public bool UndertakingGiven => Wording is not null;

    /// <summary>The version of the undertaking that he gave; null: none yet.</summary>
    public string? Wording { get; init; }

    /// <summary>Of an interpreter: for whom.</summary>
    public Assignment? Interprets { get; init; }

    /// <summary>Who is physically with him (PE11).</summary>
    public ImmutableList<Companion> Companions { get; init; } = [];

    /// <summary>Those of them of whom the hall was told.</summary>
    public ImmutableHashSet<CompanionId> Announced { get; init; } = [];

    /// <summary>How many were declared, those who have gone included.</summary>
    public int CompanionsDeclared { get; init; }

    /// <summary>From here on a new link or device has to be confirmed (PE6).</summary>
    public bool WasAdmitted { get; init; }

    /// <summary>Parties that consent: to a mediator who waits for it, to a guest.</summary>
    public ImmutableHashSet<PartyId> Consents { get; init; } = [];

    /// <summary>Of an interpreter: what he rendered after the sitting had ended.</summary>
    public int LateRenditions { get; init; }

    /// <summary>The parties that objected to his admission (PE3).</summary>
    public ImmutableDictionary<PartyId, ObjectionStanding> Objections { get; init; } = ImmutableDictionary<PartyId, ObjectionStanding>.Empty;

    /// <summary>Of a guest: where he may be placed once every party consents.</summary>
    public ImmutableHashSet<RoomId> GuestRooms { get; init; } = [];

    /// <summary>Of a guest: the items for which he is admitted.</summary>
    public ImmutableArray<string> Items { get; init; } = [];

    public bool Holds(Authority authority) => Authorities.Contains(authority);

    public bool IsMediator => Role == Role.Mediator;
}
