using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Some but not all parties with a mediator, home rooms included (RM16). Named by its parties, never by persons or room.</summary>
/// <param name="Parties">In the order of their random ids.</param>
public sealed record Caucus(ImmutableArray<PartyId> Parties)
{
    public bool Equals(Caucus? other) => other is not null && Parties.AsSpan().SequenceEqual(other.Parties.AsSpan());

    public override int GetHashCode() => Parties.Aggregate(17, HashCode.Combine);

    /// <summary>Whether taking somebody out of this room needs a second word (RM4): a caucus, or a caucus room.</summary>
    public static bool IsPrivate(Session state, Room room) => room.Kind == RoomKind.Caucus || In(state, room.People) is not null;

    /// <summary>Whether a caucus is being held in a room, whatever kind it is.</summary>
    public static bool IsHeldIn(Session state, Room room) => In(state, room.People) is not null;

    /// <summary>The caucuses that are being held.</summary>
    public static HashSet<Caucus> Held(Session state) => Held(state, state.Rooms.Values.Select(room => room.People));

    /// <summary>
    /// What the hall is told when the floor changes. A caucus that only changes its room or its persons is not told. A caucus keeps the
    /// rule under which it began: the end is told of those whose beginning was told, and of no other.
    /// </summary>
    public static IEnumerable<EventBody> Notices(Session state, FloorChanged floor, IReadOnlySet<Caucus> before)
    {
        var after = HeldAfter(state, floor);
        var begun = state.Protocol.InForce.CaucusNotice == CaucusNotice.Now ? after.Except(before) : [];
        return InOrder(state.CaucusesBegun.Except(after)).Select(caucus => (EventBody)new CaucusEnded(caucus.Parties))
            .Concat(InOrder(begun).Select(caucus => new CaucusBegan(caucus.Parties)));
    }

    public static HashSet<Caucus> HeldAfter(Session state, FloorChanged floor)
    {
        var changed = floor.Rooms.ToDictionary(row => row.Room, row => row.People);
        return Held(state, state.Rooms.Values.Select(room => changed.GetValueOrDefault(room.Id, room.People)));
    }

    public static IEnumerable<Caucus> InOrder(IEnumerable<Caucus> caucuses) =>
        caucuses.OrderBy(caucus => string.Concat(caucus.Parties.Select(party => party.Value.ToString("N"))), StringComparer.Ordinal);

    private static HashSet<Caucus> Held(Session state, IEnumerable<Company> rooms) =>
        [.. rooms.Select(people => In(state, people)).OfType<Caucus>()];

    /// <summary>The caucus that these people make, or null.</summary>
    public static Caucus? In(Session state, Company people)
    {
        if (!people.Any(id => state.People[id].IsMediator))
        {
            return null;
        }

        var parties = state.PartiesOf(people).Where(party => !state.HasWithdrawn(party)).ToImmutableArray();
        return parties.Length > 0 && parties.Length < state.TakingPart.Count() ? new Caucus(parties) : null;
    }
}

/// <summary>Hall, if the protocol says "now".</summary>
public sealed record CaucusBegan(ImmutableArray<PartyId> Parties) : EventBody;

/// <summary>Hall, if its beginning was told.</summary>
public sealed record CaucusEnded(ImmutableArray<PartyId> Parties) : EventBody;

/// <summary>Hall, at an adjournment, if the protocol said "afterwards" when they were held.</summary>
public sealed record CaucusesHeld(ImmutableArray<ImmutableArray<PartyId>> Caucuses) : EventBody;
