namespace IomSessions.Domain;

/// <summary>Who may write in a draft (DR5, PR5).</summary>
public static class Writing
{
    /// <summary>Asked for every edit, with the newest state.</summary>
    /// <returns>Null: he may.</returns>
    public static Refusal? MayEdit(PersonId person, CircleId circle, Session state)
    {
        if (!state.People.TryGetValue(person, out var by) || !Access.MayRead(person, circle, state)
            || state.Circles[circle] is not { Kind: CircleKind.Draft, Draft: { } id } held)
        {
            return Refusal.NotFound;
        }

        return held.Ended ? Refusal.DraftEnded : MayWrite(state, by, held.People, state.Drafts[id].SingleText);
    }

    /// <summary>Whether somebody writes among these people. Between parties nobody does while no mediator is connected (PE5).</summary>
    internal static Refusal? MayWrite(Session state, Person by, Company people, bool singleText) => by switch
    {
        _ when state.Phase == Phase.Concluded => Refusal.WrongPhase,
        // whoever left would go on reading: first it is given to those who stay (SE5)
        _ when people.Any(id => state.HasWithdrawn(state.People[id].Party)) && people.Any(id => state.People[id].Party != by.Party) =>
            Refusal.PartyWithdrawn,
        { IsMediator: true } => null,
        { Party: null } or { Role: Role.Interpreter } => Refusal.NotAllowed,
        _ when singleText => Refusal.NotAllowed,
        _ when !by.Holds(Authority.Speak) => Refusal.NotAuthorised,
        _ when state.MediatorsAbsent && state.PartiesOf(people).Skip(1).Any() => Refusal.NoMediator,
        _ => null,
    };

    /// <summary>The parties that had a hand in it, here or before it came here: none in what only mediators write.</summary>
    internal static IEnumerable<PartyId> Sources(Session state, Draft draft, Circle circle) =>
        (draft.SingleText ? [] : state.PartiesOf(circle.People)).Union(circle.Hands);
}
