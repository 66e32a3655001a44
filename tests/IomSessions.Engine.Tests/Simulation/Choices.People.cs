using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>Who takes part: parties that come and go, consents, objections, guests, mediators who resign.</summary>
internal sealed partial class Choices
{
    private CommandBody OfPeople(Session seen)
    {
        var objected = seen.People.Values.Where(p => p.Objections.Count > 0).OrderBy(p => p.Id.Value).ToList();
        return chance.Next(8) switch
        {
            < 3 => new AdmitGuest(Guest(seen), [.. seen.Rooms.Values.Where(room => !room.Closed && room.Kind is RoomKind.Joint or RoomKind.Caucus)
                .OrderBy(room => room.Id.Value).Select(room => room.Id)], chance.Next(3) == 0 ? ["Water", "Fish"] : ["Water"]),
            < 4 => new AdmitGuest(Guest(seen), [], []),
            < 7 => new DecideObjection(objected.Count > 0 ? Any(objected).Id : Person(seen), Any(cast.Parties), chance.Next(2) == 0),
            _ => new Resign(chance.Next(3) == 0 ? seen.Bench : new(New("bench"))),
        };
    }

    private CommandBody OfParties(Session seen)
    {
        var withdrawn = seen.Parties.Values.Where(party => party.Withdrawn).OrderBy(party => party.Id.Value).ToList();
        var joining = seen.Joining.Keys.OrderBy(id => id.Value).ToList();
        return joining.Count > 0 && chance.Next(4) == 0 ? new RetractParty(Any(joining))
            : new AddParty(withdrawn.Count > 0 ? Any(withdrawn).Id : new(New("party")), "Late");
    }

    private CommandBody ForParty(Session seen, Person by)
    {
        var fresh = seen.People.Values.Where(p => !p.WasAdmitted).OrderBy(p => p.Id.Value).Select(p => p.Id).ToList();
        return chance.Next(12) switch
        {
            < 4 => new MakeObjection(fresh.Count > 0 ? Any(fresh) : Person(seen), "A reason."),
            < 5 => new WithdrawObjection(fresh.Count > 0 ? Any(fresh) : Person(seen)),
            < 7 => new GiveConsent(Guest(seen), null),
            < 8 => new WithdrawConsent(Guest(seen), null),
            < 9 => new WithdrawConsent(Any(cast.Mediators), null),
            < 10 => new GiveConsent(null, seen.Joining.Keys.OrderBy(id => id.Value).FirstOrDefault(Any(cast.Parties))),
            < 11 => new WithdrawConsent(null, seen.Joining.Keys.OrderBy(id => id.Value).FirstOrDefault(Any(cast.Parties))),
            _ => by.Holds(Authority.Withdraw) ? new WithdrawParty(by.Party ?? Any(cast.Parties)) : new GrantAuthority(by.Id, Authority.Withdraw),
        };
    }

    // by whoever may, so that what needs several steps is reached: nothing of it would be, by chance alone
    private (PersonId By, CommandBody Body)? Staged(Session seen)
    {
        var heads = seen.People.Values.Where(p => p.Party is not null && p.Status == PersonStatus.Admitted && p.Holds(Authority.Accept))
            .OrderBy(p => p.Id.Value).ToList();
        var fresh = seen.People.Values.Where(p => !p.WasAdmitted && p.Status is PersonStatus.Invited or PersonStatus.Lobby)
            .OrderBy(p => p.Id.Value).ToList();
        var objected = seen.People.Values.Where(p => p.Objections.ContainsValue(ObjectionStanding.Open)).OrderBy(p => p.Id.Value).ToList();
        var waiting = Waiting(seen).ToList();
        if (heads.Count == 0)
        {
            return null;
        }

        var head = Any(heads);
        switch (chance.Next(8))
        {
            case 0 when objected.Count > 0:
                var (person, party) = Any(objected.SelectMany(p => p.Objections.Keys.OrderBy(id => id.Value).Select(id => (p.Id, id))).ToList());
                return (Any(cast.Mediators), new DecideObjection(person, party, chance.Next(2) == 0));
            case 1 when objected.Count > 0:
                return (head.Id, new WithdrawObjection(Any(objected).Id));
            case < 3 when fresh.Count > 0:
                return (head.Id, new MakeObjection(Any(fresh).Id, "A reason."));
            case < 5 when waiting.Count > 0:
                return Any(waiting);
            case 5:
                return (head.Id, head.Holds(Authority.Withdraw) ? new WithdrawParty(head.Party!.Value) : new GrantAuthority(head.Id, Authority.Withdraw));
            case 6:
                return (cast.Secretary, OfParties(seen));
            case 7:
                return (head.Id, head.Holds(Authority.Brief) ? Brief(seen, head) : new GrantAuthority(head.Id, Authority.Brief));
            default:
                return null;
        }
    }

    // consents that are waited for: without them nobody would join, come back or be placed
    private IEnumerable<(PersonId By, CommandBody Body)> Waiting(Session seen)
    {
        foreach (var by in seen.People.Values.Where(p => p.Party is not null && p.Holds(Authority.Accept)).OrderBy(p => p.Id.Value))
        {
            foreach (var party in seen.Joining.Values.Where(one => !one.Consents.Contains(by.Party!.Value)).OrderBy(one => one.Id.Value))
            {
                yield return (by.Id, new GiveConsent(null, party.Id));
            }

            foreach (var person in seen.People.Values.Where(p => p.Status == PersonStatus.AwaitingConsent || p.GuestRooms.Count > 0)
                .Where(p => !p.Consents.Contains(by.Party!.Value)).OrderBy(p => p.Id.Value))
            {
                yield return (by.Id, new GiveConsent(person.Id, null));
            }
        }
    }

    private PersonId Guest(Session seen)
    {
        var guests = seen.People.Values.Where(p => p.Role == Role.NonParty).OrderBy(p => p.Id.Value).ToList();
        return guests.Count > 0 && chance.Next(10) != 0 ? Any(guests).Id : Person(seen);
    }
}
