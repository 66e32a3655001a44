namespace IomSessions.Domain;

/// <summary>The kinds of circle that exist so far.</summary>
public enum CircleKind
{
    /// <summary>The people in a room between two changes of who is in it.</summary>
    Sitting,

    /// <summary>Everybody admitted.</summary>
    Hall,

    /// <summary>The secretariat and the mediators: who is invited, waiting, admitted, removed.</summary>
    Registry,

    /// <summary>The mediators; a change of mediators begins a new one.</summary>
    Bench,

    /// <summary>One delegation.</summary>
    Party,

    /// <summary>One participant.</summary>
    Person,
}

/// <summary>Who reads an event. Membership is decided in one place: <see cref="Access"/>.</summary>
/// <param name="Kind">Its rule of membership.</param>
public sealed record Circle(CircleKind Kind)
{
    /// <summary>Of a party circle: whose.</summary>
    public PartyId? Party { get; init; }

    /// <summary>Of a person circle: whose.</summary>
    public PersonId? Person { get; init; }

    /// <summary>Of a sitting: where.</summary>
    public RoomId? Room { get; init; }

    /// <summary>Of a sitting or a bench: its members, for ever.</summary>
    public Company People { get; init; } = Company.Nobody;

    /// <summary>Nothing more will be said in it.</summary>
    public bool Ended { get; init; }
}
