namespace IomSessions.Domain;

/// <summary>What who takes part, who consents and who objects amounts to.</summary>
internal static class Standing
{
    public static Session Join(this Session state, PartyAdded told)
    {
        var party = state.Parties.TryGetValue(told.Party, out var back)
            ? back with { Withdrawn = false }
            : new Party(told.Party, told.Name, default, default);
        return Noted(state, state with
        {
            Parties = state.Parties.SetItem(told.Party, party),
            Joining = state.Joining.Remove(told.Party),
            Protocol = Agreeing.Join(state.Protocol),
        });
    }

    public static Session Leave(this Session state, PartyWithdrawn told) => Noted(state, state with
    {
        Parties = state.Parties.SetItem(told.Party, state.Parties[told.Party] with { Withdrawn = true }),
        Protocol = Agreeing.Leave(state.Protocol, told.Party, [.. state.TakingPart.Where(party => party != told.Party)]),
        Joining = state.Joining.SetItems(state.Joining.Values.Select(one =>
            KeyValuePair.Create(one.Id, one with { Consents = one.Consents.Remove(told.Party) }))),
        People = state.People.SetItems(state.People.Values.Where(p => p.Consents.Contains(told.Party)).Select(p =>
            KeyValuePair.Create(p.Id, p with { Consents = p.Consents.Remove(told.Party) }))),
    });

    public static Session Consent(this Session state, ConsentGiven told) => told switch
    {
        { Party: { } party } => state.Edit(party, one => one with { Consents = one.Consents.Add(told.By) }),
        { Person: { } person } => state.Edit(person, p => p with { Consents = p.Consents.Add(told.By) }),
        _ => state,
    };

    public static Session Consent(this Session state, ConsentWithdrawn told) => told switch
    {
        { Party: { } party } => state.Edit(party, one => one with { Consents = [.. told.Standing] }),
        { Person: { } person } => state.Edit(person, p => p with { Consents = [.. told.Standing] }),
        _ => state,
    };

    public static Session Object(this Session state, PersonId person, PartyId party, ObjectionStanding? standing) => state.Edit(person, p => p with
    {
        Objections = standing is { } now ? p.Objections.SetItem(party, now) : p.Objections.Remove(party),
    });

    private static Session Edit(this Session state, PartyId joining, Func<JoiningParty, JoiningParty> edit) =>
        state.Joining.TryGetValue(joining, out var one) ? state with { Joining = state.Joining.SetItem(joining, edit(one)) } : state;

    // a caucus can begin without anybody being moved: what is told afterwards counts it
    private static Session Noted(Session before, Session after) => after.Protocol.InForce.CaucusNotice == CaucusNotice.Afterwards
        ? after with { CaucusesToTell = after.CaucusesToTell.AddRange(Caucus.Held(after).Except(Caucus.Held(before))) }
        : after;
}
