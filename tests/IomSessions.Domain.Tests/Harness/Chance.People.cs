namespace IomSessions.Domain.Tests;

/// <summary>Who takes part: parties come and go, consents, objections, guests, mediators who resign.</summary>
internal sealed partial class Chance
{
    private (PersonId, CommandBody) People(Session state) => Upto(14) switch
    {
        0 => Parties(state),
        < 5 => Consents(state),
        < 8 => Objections(state),
        < 12 => Guests(state),
        12 => OneIn(3) ? (Someone(state, p => p.IsMediator), new Resign(OneIn(2) ? Old(state) : state.Bench)) : Withdrawal(state),
        _ => (Someone(state, p => p.Holds(Authority.Accept)), new GiveConsent(Proposed(state), null)),
    };

    private (PersonId, CommandBody) Parties(Session state)
    {
        var withdrawn = state.Parties.Values.Where(party => party.Withdrawn).Select(party => party.Id).ToList();
        return Upto(3) switch
        {
            0 => (Cast.Secretary, new RetractParty(Of(state.Joining.Keys.DefaultIfEmpty(Named.Party("unknown"))))),
            _ => (Cast.Secretary, new AddParty(withdrawn.Count > 0 ? Of(withdrawn) : Named.Party($"{seed} {_made++}"), $"party {_made}")),
        };
    }

    private (PersonId, CommandBody) Withdrawal(Session state)
    {
        // a head who may: most parties would never go otherwise
        var by = Someone(state, p => p.Holds(Authority.Appoint));
        return state.People.TryGetValue(by, out var person) && person.Holds(Authority.Withdraw)
            ? (by, new WithdrawParty(person.Party ?? Of(state.Parties.Keys)))
            : (by, new GrantAuthority(by, Authority.Withdraw));
    }

    private (PersonId, CommandBody) Consents(Session state)
    {
        if (state.Joining.Count > 0 && OneIn(2))
        {
            var party = Of(state.Joining.Values);
            var asked = state.People.Values.Where(p => p.Holds(Authority.Accept) && p.Party is { } of && !party.Consents.Contains(of)).Select(p => p.Id);
            return (Of(asked.DefaultIfEmpty(Person(state))), OneIn(8) ? new WithdrawConsent(null, party.Id) : new GiveConsent(null, party.Id));
        }

        var whom = Of(state.People.Values.Where(p => p.Role is Role.Mediator or Role.NonParty).Select(p => p.Id).DefaultIfEmpty(Cast.Secretary));
        var by = Someone(state, p => p.Holds(Authority.Accept));
        var person = state.People[whom];
        return person.IsMediator && person.Status != PersonStatus.AwaitingConsent
            ? (by, OneIn(12) ? new WithdrawConsent(whom, null) : new GiveConsent(whom, null))
            : (by, OneIn(4) ? new WithdrawConsent(whom, null) : new GiveConsent(whom, null));
    }

    private (PersonId, CommandBody) Objections(Session state)
    {
        var open = state.People.Values.Where(p => p.Objections.ContainsValue(ObjectionStanding.Open)).ToList();
        if (open.Count > 0 && !OneIn(3))
        {
            var (person, party) = Of(open.SelectMany(p => p.Objections.Keys.Select(party => (p.Id, party))));
            return OneIn(3)
                ? (Someone(state, p => p.Party == party && p.Holds(Authority.Accept)), new WithdrawObjection(person))
                : (Someone(state, p => p.IsMediator), new DecideObjection(person, party, OneIn(2)));
        }

        var fresh = state.People.Values.Where(p => !p.WasAdmitted).Select(p => p.Id).DefaultIfEmpty(Person(state));
        return (Someone(state, p => p.Holds(Authority.Accept) || p.Holds(Authority.Appoint)), new MakeObjection(Of(fresh), OneIn(8) ? "a\nb" : "why"));
    }

    private (PersonId, CommandBody) Guests(Session state)
    {
        var guest = Of(state.People.Values.Where(p => p.Role == Role.NonParty).Select(p => p.Id).DefaultIfEmpty(Cast.Secretary));
        var by = Someone(state, p => p.Holds(Authority.Accept) && !state.People[guest].Consents.Contains(p.Party!.Value));
        return OneIn(2) && state.People[guest].GuestRooms.Count > 0
            ? (by, new GiveConsent(guest, null))
            : (Someone(state, p => p.IsMediator), OneIn(5)
                ? new AdmitGuest(guest, [], [])
                : new AdmitGuest(guest, [.. state.Rooms.Values.Where(room => !OneIn(4) && room.Kind is not (RoomKind.Waiting or RoomKind.Mediators) && !room.Closed)
                    .Select(room => room.Id)], OneIn(3) ? ["Water", "Fish"] : ["Water"]));
    }
}
