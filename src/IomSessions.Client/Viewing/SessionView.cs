using System.Collections.Immutable;
using IomSessions.Wire;

namespace IomSessions.Client;

/// <summary>What the events told to one participant amount to. Immutable; a small projection for programs.</summary>
public sealed record SessionView
{
    public static SessionView Empty { get; } = new();

    public SelfOpened? Self { get; init; }

    public string Title { get; init; } = "";

    public Phase Phase { get; init; } = Phase.Preparing;

    /// <summary>The last proposed, with its number; 0: none.</summary>
    public int ProtocolNumber { get; init; }

    public Protocol? Protocol { get; init; }

    /// <summary>Whether one has been let in from the lobby.</summary>
    public bool Admitted { get; init; }

    /// <summary>Names of the parties by id.</summary>
    public ImmutableDictionary<string, string> Parties { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableDictionary<string, PersonInView> People { get; init; } = ImmutableDictionary<string, PersonInView>.Empty;

    /// <summary>The room one sits in, or null.</summary>
    public SittingInView? Here { get; init; }

    /// <summary>Of a mediator: every room, by id.</summary>
    public ImmutableDictionary<string, RoomOnFloor> Floor { get; init; } = ImmutableDictionary<string, RoomOnFloor>.Empty;

    /// <summary>Of a mediator: the circle of the present bench.</summary>
    public string? Bench { get; init; }

    /// <summary>What was said, by circle, in order.</summary>
    public ImmutableDictionary<string, ImmutableList<Utterance>> Talk { get; init; } =
        ImmutableDictionary<string, ImmutableList<Utterance>>.Empty;

    /// <summary>Devices that wait for confirmation, by id.</summary>
    public ImmutableDictionary<string, DevicePending> Pending { get; init; } = ImmutableDictionary<string, DevicePending>.Empty;

    /// <summary>Invitations into a room that stand, by id.</summary>
    public ImmutableDictionary<string, InviteMade> Invites { get; init; } = ImmutableDictionary<string, InviteMade>.Empty;

    /// <summary>Of the registry: who has given the undertaking, so that he can be admitted.</summary>
    public ImmutableHashSet<string> Bound { get; init; } = [];

    /// <summary>Of a mediator: the room that a person sits in, or null.</summary>
    public RoomOnFloor? RoomOf(string person) => Floor.Values.FirstOrDefault(room => room.People.Contains(person));

    /// <summary>Of a mediator: where a person goes when he goes home.</summary>
    public RoomOnFloor? HomeOf(string person) => People.GetValueOrDefault(person) switch
    {
        { Party: { } party } => Floor.Values.FirstOrDefault(room => room.Kind == RoomKind.Home && room.Party == party),
        { Role: Role.Mediator } => Floor.Values.FirstOrDefault(room => room.Kind == RoomKind.Mediators),
        _ => Floor.Values.FirstOrDefault(room => room.Kind == RoomKind.Waiting),
    };

    public SessionView Apply(WireEvent told) => Projection.Apply(this, told);
}

/// <summary>A participant, as far as one is told of him.</summary>
public sealed record PersonInView(string Person, string Name, Role Role, string? Party)
{
    public IReadOnlyList<Authority> Authorities { get; init; } = [];

    /// <summary>No longer a participant; his words stay.</summary>
    public bool Left { get; init; }
}

/// <summary>The sitting that one sits in: who hears what one says.</summary>
public sealed record SittingInView(string Sitting, string Room, string Name, RoomKind Kind, IReadOnlyList<string> People);

public sealed record Utterance(string By, string Text, string Language, Disclosure Rule, DateTimeOffset At)
{
    /// <summary>Where it stands in its circle.</summary>
    public long Offset { get; init; }

    /// <summary>Offset of what it answers, or null.</summary>
    public long? ReplyTo { get; init; }

    /// <summary>The speaker marked it as confidential.</summary>
    public bool Marked { get; init; }
}
