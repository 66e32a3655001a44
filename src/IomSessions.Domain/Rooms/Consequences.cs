using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>What a move would do (RM4).</summary>
/// <param name="Rooms">Every room that changes, as it will be.</param>
/// <param name="Meetings">Parties brought together that are not together in any room now.</param>
/// <param name="TakenOut">People taken out of a caucus; not the mediator himself who moves.</param>
/// <param name="FirstTime">Pairs who will sit together and never did; filled for a preview only.</param>
/// <param name="WithoutInterpreter">Who has interpreters and will sit with others without any of them (PE10): a warning.</param>
public sealed record Consequences(
    ImmutableArray<RoomAsPlanned> Rooms, ImmutableArray<Meeting> Meetings, Company TakenOut, ImmutableArray<Pair> FirstTime,
    Company WithoutInterpreter)
{
    public static Consequences Of(Session state, Person by, IReadOnlyDictionary<PersonId, RoomId?> targets)
    {
        var after = Seating.After(state, targets);
        var met = state.Rooms.Values.SelectMany(room => MeetingsIn(state, room.People)).ToHashSet();
        var meetings = after.Values.SelectMany(people => MeetingsIn(state, people)).Where(pair => !met.Contains(pair)).Distinct();
        var takenOut = targets
            .Select(target => (Person: state.People[target.Key], Room: target.Value))
            .Where(move => move.Person.Id != by.Id && move.Person.Room is { } from && from != move.Room)
            .Where(move => Caucus.IsPrivate(state, state.Rooms[move.Person.Room!.Value]))
            .Select(move => move.Person.Id);
        return new(
            [.. after.OrderBy(room => room.Key.Value).Select(room => new RoomAsPlanned(room.Key, room.Value))],
            [.. meetings.OrderBy(pair => pair.One.Value).ThenBy(pair => pair.Other.Value)],
            Company.Of(takenOut),
            [],
            Interpreting.Without(state, after.Values));
    }

    /// <summary>A refusal that names what has not been confirmed, or null.</summary>
    public Refusal? Unconfirmed(Confirmation? given)
    {
        var confirmed = given ?? Confirmation.Nothing;
        var meetings = confirmed.Meetings.IsDefault ? [] : confirmed.Meetings.Select(Meeting.Between).ToHashSet();
        return Meetings.All(meetings.Contains) && TakenOut.All((confirmed.TakenOut ?? Company.Nobody).Contains)
            ? null
            : Refusal.NeedsConfirmation with { Detail = new RefusalDetail.Needs(this) };
    }

    /// <summary>With the pairs who never sat together; looks through every sitting, so for a preview only.</summary>
    public Consequences WithFirstTimes(Session state)
    {
        var planned = Rooms.Select(room => room.People).ToList();
        var pairs = planned.SelectMany(Pair.All).ToHashSet();
        foreach (var sitting in state.Circles.Values.Where(circle => circle.Kind == CircleKind.Sitting))
        {
            pairs.ExceptWith(Pair.All(sitting.People));
        }

        return this with { FirstTime = [.. pairs.OrderBy(pair => pair.One.Value).ThenBy(pair => pair.Other.Value)] };
    }

    private static IEnumerable<Meeting> MeetingsIn(Session state, Company people)
    {
        var parties = state.PartiesOf(people).ToList();
        return parties.SelectMany((one, at) => parties.Skip(at + 1).Select(other => Meeting.Between(new(one, other))));
    }
}

/// <summary>A room as it will be.</summary>
public sealed record RoomAsPlanned(RoomId Room, Company People);

/// <summary>Two parties in one room; in the order of their ids.</summary>
public readonly record struct Meeting(PartyId One, PartyId Other)
{
    public static Meeting Between(Meeting pair) =>
        pair.One.Value.CompareTo(pair.Other.Value) <= 0 ? pair : new(pair.Other, pair.One);
}

/// <summary>Two people in one room; in the order of their ids.</summary>
public readonly record struct Pair(PersonId One, PersonId Other)
{
    public static IEnumerable<Pair> All(Company people)
    {
        var inOrder = people.ToList();
        return inOrder.SelectMany((one, at) => inOrder.Skip(at + 1).Select(other => new Pair(one, other)));
    }
}

/// <summary>What a mediator confirmed by name.</summary>
public sealed record Confirmation(ImmutableArray<Meeting> Meetings, Company? TakenOut)
{
    public static Confirmation Nothing { get; } = new([], Company.Nobody);
}
