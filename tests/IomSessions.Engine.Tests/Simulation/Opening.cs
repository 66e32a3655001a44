using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>From nothing to an open session: the commands that get there.</summary>
internal static class Opening
{
    public static readonly Protocol Plain = new(
        Disclosure.DisclosableUnlessMarked, CaucusNotice.Now, true, ["en"], 3_650, false, Clearance.EveryPartyAndMediator);

    /// <param name="invited">Delegates from here on stay outside for the moment.</param>
    public static IEnumerable<(PersonId By, CommandBody Body)> Steps(Cast cast, CaucusNotice notice, int invited, Func<PersonId, DeviceId> device)
    {
        yield return (Command.House, new PrepareSession("M-1", "A matter", SessionKind.Commercial, ["en"], cast.Secretary, "Secretary"));
        foreach (var (party, at) in cast.Parties.Select((party, at) => (party, at)))
        {
            yield return (cast.Secretary, new AddParty(party, $"Party {at}"));
        }

        foreach (var mediator in cast.Mediators)
        {
            yield return (cast.Secretary, new RegisterPerson(mediator, "Mediator", Role.Mediator, null));
        }

        foreach (var one in cast.Delegates)
        {
            yield return (cast.Secretary, new RegisterPerson(one.Person, one.Role.ToString(), one.Role, one.Party));
        }

        foreach (var person in cast.Everybody)
        {
            yield return (Command.House, new OpenDevice(device(person), person, "First", person == cast.Secretary));
        }

        foreach (var head in cast.Delegates.Where(one => one.Role == Role.Head))
        {
            yield return (cast.Secretary, new RecordCredentials(head.Person, [Authority.Appoint, Authority.Accept, Authority.Submit, Authority.Convey]));
        }

        foreach (var mediator in cast.Mediators)
        {
            yield return (mediator, new GiveUndertaking("2026-1"));
        }

        var inside = cast.Delegates.Take(cast.Delegates.Count - invited).Select(one => one.Person).ToList();
        foreach (var person in inside)
        {
            yield return (person, new GiveUndertaking("2026-1"));
        }

        yield return (cast.Mediators[0], new AdmitPeople([.. inside]));
        yield return (cast.Mediators[0], new ProposeProtocol(Plain with { CaucusNotice = notice }));
        foreach (var head in cast.Delegates.Where(one => one.Role == Role.Head))
        {
            yield return (head.Person, new AcceptProtocol(1));
        }

        yield return (cast.Mediators[0], new ChangePhase(Phase.Open, null));
        yield return (cast.Mediators[0], new MakeRoom(new(cast.Id("caucus room 0")), "Blue"));
        yield return (cast.Mediators[1], new MakeRoom(new(cast.Id("caucus room 1")), "Green"));
    }
}
