using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>The kinds of room (RM1).</summary>
public enum RoomKind
{
    /// <summary>All parties with the mediators.</summary>
    Joint,

    /// <summary>A party's own; nobody of another party is ever placed in it.</summary>
    Home,

    /// <summary>The mediators' own.</summary>
    Mediators,

    /// <summary>For people without a home; nothing is said in it.</summary>
    Waiting,

    /// <summary>Made, renamed and closed at any time.</summary>
    Caucus,
}

/// <summary>A place. What is said in it is said in its open sitting.</summary>
/// <param name="Party">Of a home room: whose.</param>
public sealed record Room(RoomId Id, RoomKind Kind, string Name, PartyId? Party)
{
    /// <summary>The open sitting, or null while nobody is in it.</summary>
    public CircleId? Sitting { get; init; }

    public Company People { get; init; } = Company.Nobody;

    public bool Closed { get; init; }

    public Deadline? Deadline { get; init; }

    public Recall? Recall { get; init; }

    /// <summary>One speaks when a mediator gives the floor (RM15).</summary>
    public bool ByTurn { get; init; }

    /// <summary>Who has the floor in the open sitting.</summary>
    public PersonId? Speaker { get; init; }

    /// <summary>Who asks for the floor in the open sitting, the first first.</summary>
    public ImmutableList<PersonId> Hands { get; init; } = [];

    /// <summary>Mediators who wait at the door of the open sitting.</summary>
    public Company Knocks { get; init; } = Company.Nobody;

    /// <summary>What a new sitting in it, or a new bench, has to be told beyond its name and people.</summary>
    internal IEnumerable<EventBody> Standing()
    {
        if (Deadline is { Told: not DeadlineStage.Passed } deadline)
        {
            yield return new DeadlineSet(Id, deadline.At);
        }

        if (Recall is { } recall)
        {
            yield return new RecallAnnounced(Id, recall.At, recall.People);
        }

        if (ByTurn)
        {
            yield return new TurnsSet(Id, true);
        }
    }

    public RoomOnFloor OnFloor() => new(Id, Kind, Name, Party, Sitting, People);
}

/// <summary>A room as the bench sees it.</summary>
public sealed record RoomOnFloor(RoomId Room, RoomKind Kind, string Name, PartyId? Party, CircleId? Sitting, Company People);

/// <summary>First event of a sitting: the one notice of a change of company, for those who come and those who stay (RM6).</summary>
/// <param name="Companions">Who are physically with them (PE11); null: nobody.</param>
public sealed record SittingOpened(
    RoomId Room, string Name, RoomKind Kind, Company People, ImmutableArray<Companion>? Companions = null) : EventBody;

/// <summary>Bench: the rooms whose people changed, as they are now.</summary>
public sealed record FloorChanged(ImmutableArray<RoomOnFloor> Rooms) : EventBody;

/// <summary>Bench.</summary>
public sealed record RoomMade(RoomId Room, RoomKind Kind, string Name, PartyId? Party) : EventBody;

/// <summary>Bench, and the room's open sitting.</summary>
public sealed record RoomRenamed(RoomId Room, string Name) : EventBody;

/// <summary>Bench.</summary>
public sealed record RoomClosed(RoomId Room) : EventBody;
