namespace IomSessions.Domain;

/// <summary>The time of each party in joint, in caucus and waiting (RM13): a prompt to the mediators, who alone are told.</summary>
internal static class TimeCounting
{
    /// <summary>Adds to what was decided that the time of parties is counted otherwise from now on, or that a new bench is told of it.</summary>
    public static Decision Follow(Session state, Decision decision, DateTimeOffset now)
    {
        if (decision is not Decision.Accepted accepted
            || !accepted.Events.Any(told => told.Body is FloorChanged or PhaseChanged or BenchOpened or PartyAdded or PartyWithdrawn))
        {
            return decision;
        }

        var after = Evolution.Apply(state, accepted.Events);
        var modes = after.Parties.Keys.ToDictionary(party => party, party => ModeOf(after, party));
        var changed = modes.Any(mode => mode.Value != after.Times?.Of(mode.Key).Mode);
        return changed || (after.Times is not null && after.Bench != state.Bench)
            ? accepted with { Events = accepted.Events.Add(new(after.Bench, Counted(after, modes, now))) }
            : accepted;
    }

    private static TimeCounted Counted(Session state, Dictionary<PartyId, PartyMode?> modes, DateTimeOffset now)
    {
        var at = now.Second().ToUniversalTime();
        // two servers' clocks may differ a little: time is never taken away
        var passed = state.Times is { } before ? (int)Math.Max(0, (at - before.At).TotalSeconds) : 0;
        return new(at, [.. modes.OrderBy(mode => mode.Key.Value).Select(mode => After(state.Times?.Of(mode.Key), mode.Key, mode.Value, passed))]);
    }

    private static TimeOfParty After(TimeOfParty? before, PartyId party, PartyMode? mode, int passed) =>
        (before ?? new(party, null, 0, 0, 0)) switch
        {
            { Mode: PartyMode.Joint } was => was with { Mode = mode, Joint = was.Joint + passed },
            { Mode: PartyMode.Caucus } was => was with { Mode = mode, Caucus = was.Caucus + passed },
            { Mode: PartyMode.Waiting } was => was with { Mode = mode, Waiting = was.Waiting + passed },
            var was => was with { Mode = mode },
        };

    private static PartyMode? ModeOf(Session state, PartyId party)
    {
        if (state.Phase != Phase.Open || state.Parties[party].Withdrawn)
        {
            return null;
        }

        var rooms = state.Rooms.Values.Where(room => room.People.Any(id => state.People[id].Party == party)).ToList();
        return rooms.Exists(room => Caucus.IsHeldIn(state, room)) ? PartyMode.Caucus
            : rooms.Exists(room => room.Kind == RoomKind.Joint || room.People.Any(id => state.People[id].IsMediator)) ? PartyMode.Joint
            : PartyMode.Waiting;
    }

    private static TimeOfParty Of(this TimeCounted times, PartyId party) =>
        times.Parties.FirstOrDefault(row => row.Party == party) ?? new(party, null, 0, 0, 0);
}
