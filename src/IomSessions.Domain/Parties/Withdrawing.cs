namespace IomSessions.Domain;

/// <summary>By a holder of <see cref="Authority.Withdraw"/>: his party's consent to mediate ends (SE5).</summary>
/// <param name="Party">His own, named so that it cannot be meant otherwise.</param>
public sealed record WithdrawParty(PartyId Party) : CommandBody;

/// <summary>Hall: it takes no further part. What rested on its consent closes in the same act.</summary>
public sealed record PartyWithdrawn(PartyId Party) : EventBody;

/// <summary>Mediation is voluntary: a party leaves when it likes, and keeps its record.</summary>
internal static class Withdrawing
{
    public static Decision Decide(Session state, WithdrawParty ask, Person by, Draw draw)
    {
        if (by.Party is not { } party || !by.Holds(Authority.Withdraw))
        {
            return Refusal.NotAuthorised;
        }

        if (ask.Party != party)
        {
            return Refusal.Invalid;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        var events = new List<Event> { new(state.Hall, new PartyWithdrawn(party)) };
        events.AddRange(Objecting.EndedWith(state, party));
        foreach (var call in state.Calls.Values.Where(call => state.People[call.Person].Party == party).OrderBy(call => call.Id.Value))
        {
            var ended = new CallEnded(call.Id, CallEnd.Withdrawn);
            events.AddRange([new(state.Bench, ended), new(state.People[call.Person].Circle, ended)]);
        }

        Consenting.Settle(state, draw, events);
        var now = Evolution.Apply(state, events);
        if (state.Phase == Phase.Open && now.TakingPart.Count() < 2)
        {
            // nobody is left to be mediated with: it stops, and can be concluded, or resumed when another party has joined
            events.AddRange(Phases.Leave(now, Phase.Adjourned, null, draw, Caucus.Held(state)));
            return events;
        }

        events.AddRange(Inviting.LapseOf(now, invite => !Homes.MayBeIn(now, now.People[invite.Person], now.Rooms[invite.Room])));
        events.AddRange(Seating.Change(now, Displaced(now), draw, Caucus.Held(state)));
        return events;
    }

    /// <summary>Those who sit where they may not sit any more, home.</summary>
    public static Dictionary<PersonId, RoomId?> Displaced(Session state) => state.People.Values
        .Where(p => p.Room is { } room && !Homes.MayBeIn(state, p, state.Rooms[room]))
        .ToDictionary(p => p.Id, p => (RoomId?)Homes.Of(state, p));

    /// <summary>What somebody of a party that withdrew can still ask for: his own delegation's affairs, and his party's return.</summary>
    public static bool MayStill(CommandBody body) => body is Say or SayInDelegation or GoHome or GiveUndertaking
        or GrantAuthority or RevokeAuthority or RemovePerson or ConfirmDevice or RevokeDevice or GiveConsent or WithdrawConsent
        or DeclareCompanion or EndCompanion or ClearStatement or WithdrawClearance;
}
