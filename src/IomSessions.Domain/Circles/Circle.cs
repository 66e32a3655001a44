using System.Collections.Immutable;

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

    /// <summary>All delegations and all mediators; a withdrawal or return of a party begins a new one.</summary>
    Table,

    /// <summary>Everybody: statements that were cleared.</summary>
    Public,

    /// <summary>A named few, for ever: opened, told all that it is told, and ended in one append.</summary>
    Named,

    /// <summary>Those who have a draft; other people, another circle.</summary>
    Draft,

    /// <summary>Those of one side who have a draft, and the mediators who have it: what is said of its passages.</summary>
    Remarks,
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

    /// <summary>Of a sitting: whether it began as a caucus, so that what is said in it is confidential to its source (SI5, RM16).</summary>
    public bool InCaucus { get; init; }

    /// <summary>Of a named few: which sitting it is about.</summary>
    public About? About { get; init; }

    /// <summary>Of a rendition that came after the end: who made it.</summary>
    public PersonId? RenderedBy { get; init; }

    /// <summary>Of a draft: which.</summary>
    public DraftId? Draft { get; init; }

    /// <summary>Of a draft: parties, besides those of its people, whose words came with it (DR4).</summary>
    public ImmutableArray<PartyId> Hands { get; init; } = [];

    /// <summary>Of remarks: the circle of the draft that they are about.</summary>
    public CircleId? TextOf { get; init; }

    /// <summary>Of a named few: the sitting of which it is a copy (PE9).</summary>
    public CircleId? CopyOf { get; init; }

    /// <summary>Of a sitting: whether the terms have allowed from its beginning on that it be copied though others sat there (PE9, SE2).</summary>
    public bool MayBeBriefed { get; init; }

    /// <summary>Of a table: the parties that had withdrawn when it opened.</summary>
    public ImmutableHashSet<PartyId> Without { get; init; } = [];

    /// <summary>Of a sitting, a bench, a named few, a draft or remarks: its members, for ever.</summary>
    public Company People { get; init; } = Company.Nobody;

    /// <summary>Of a sitting: who are physically with its people. They read nothing by themselves; whoever speaks must have seen them.</summary>
    public ImmutableHashSet<CompanionId> Companions { get; init; } = [];

    /// <summary>Nothing more will be said in it.</summary>
    public bool Ended { get; init; }
}
