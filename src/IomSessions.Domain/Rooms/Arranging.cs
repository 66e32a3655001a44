using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>By a mediator: any set of people and parties, a whole arrangement, all of it or nothing (RM3).</summary>
/// <param name="Basis">What the mediator saw (RM5).</param>
/// <param name="Confirm">What he has confirmed, when asked a second time (RM4).</param>
public sealed record Arrange(ImmutableArray<Move> Moves, Basis Basis, Confirmation? Confirm) : CommandBody;

/// <summary>Into one room.</summary>
/// <param name="Room">Null: each to his home.</param>
/// <param name="Parties">Their delegations with their interpreters.</param>
public sealed record Move(RoomId? Room, ImmutableArray<PersonId> People, ImmutableArray<PartyId> Parties);

/// <summary>For each person moved the sitting he was seen in, for each room filled its open sitting, null: empty.</summary>
public sealed record Basis(
    ImmutableDictionary<PersonId, CircleId> People, ImmutableDictionary<RoomId, CircleId?> Rooms);

/// <summary>Moves of people by mediators (RM2 to RM5).</summary>
public static class Arranging
{
    internal static Decision Decide(Session state, Arrange ask, Person by, Draw draw)
    {
        var (refusal, targets) = Check(state, ask, by);
        if (refusal is not null)
        {
            return refusal;
        }

        return Consequences.Of(state, by, targets).Unconfirmed(ask.Confirm) is { } unconfirmed
            ? unconfirmed
            : new List<Event>([.. Seating.Change(state, targets, draw), .. Saving.Before(state, targets)]);
    }

    /// <summary>What an arrangement would do, without doing it (RM4).</summary>
    /// <returns>A refusal, or the consequences.</returns>
    public static (Refusal? Refusal, Consequences? Consequences) Preview(Session state, PersonId by, Arrange ask)
    {
        if (!state.People.TryGetValue(by, out var person) || person.Status != PersonStatus.Admitted)
        {
            return (Refusal.NotAllowed, null);
        }

        var (refusal, targets) = Check(state, ask, person);
        return refusal is null ? (null, Consequences.Of(state, person, targets).WithFirstTimes(state)) : (refusal, null);
    }

    private static (Refusal? Refusal, Dictionary<PersonId, RoomId?> Targets) Check(Session state, Arrange ask, Person by)
    {
        if (!by.IsMediator)
        {
            return (Refusal.NotAllowed, []);
        }

        if (state.Phase == Phase.Concluded)
        {
            return (Refusal.WrongPhase, []);
        }

        if (ask.Moves.IsDefaultOrEmpty || ask.Moves.Length > Limits.Moves || ask.Basis is not { People: not null, Rooms: not null }
            || ask.Moves.Any(move => move is null || move.People.IsDefault || move.Parties.IsDefault))
        {
            return (Refusal.Invalid, []);
        }

        var (refusal, targets) = Targets(state, ask.Moves);
        return refusal is not null ? (refusal, targets) : (CheckTargets(state, ask.Basis, targets), targets);
    }

    private static (Refusal? Refusal, Dictionary<PersonId, RoomId?> Targets) Targets(Session state, ImmutableArray<Move> moves)
    {
        var targets = new Dictionary<PersonId, RoomId?>();
        foreach (var move in moves)
        {
            if (move.Room is { } room && (!state.Rooms.TryGetValue(room, out var there) || there.Closed))
            {
                return (Refusal.NotFound, targets);
            }

            if (!move.Parties.All(state.Parties.ContainsKey))
            {
                return (Refusal.NotFound, targets);
            }

            var delegations = state.Admitted.Where(p => p.Party is { } party && move.Parties.Contains(party)).Select(p => p.Id);
            foreach (var id in move.People.Concat(delegations).Distinct())
            {
                if (!state.People.TryGetValue(id, out var person) || person.Room is null)
                {
                    return (Refusal.NotFound, targets);
                }

                // two destinations for one person: the arrangement contradicts itself
                if (!targets.TryAdd(id, move.Room ?? Homes.Of(state, person)))
                {
                    return (Refusal.Invalid, targets);
                }
            }
        }

        return (null, targets);
    }

    private static Refusal? CheckTargets(Session state, Basis basis, Dictionary<PersonId, RoomId?> targets)
    {
        var changed = new HashSet<RoomId>();
        foreach (var (id, target) in targets)
        {
            var person = state.People[id];
            var room = state.Rooms[target!.Value];
            if (!basis.People.TryGetValue(id, out var seen) || seen != state.SittingOf(person))
            {
                changed.Add(person.Room!.Value);
            }

            if (!basis.Rooms.TryGetValue(room.Id, out var sitting) || sitting != room.Sitting)
            {
                changed.Add(room.Id);
            }

            if (person.Room == room.Id)
            {
                continue;
            }

            if (!Homes.MayBeIn(state, person, room))
            {
                return Refusal.WrongRoom;
            }

            if (state.Phase != Phase.Open && !Homes.IsHome(room.Kind))
            {
                return Refusal.WrongPhase;
            }

            if (person.WentHome)
            {
                return Refusal.WentHome;
            }
        }

        return changed.Count == 0 ? null : Refusal.FloorChanged with
        {
            Detail = new RefusalDetail.Changed([.. changed.OrderBy(id => id.Value).Select(id => state.Rooms[id].OnFloor())]),
        };
    }
}
