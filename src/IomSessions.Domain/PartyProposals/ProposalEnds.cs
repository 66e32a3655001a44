namespace IomSessions.Domain;

/// <summary>What becomes of a party's proposal: answered, taken back, over (PR1, PR3).</summary>
internal static class ProposalEnds
{
    public static Decision Decide(Session state, RecallPartyProposal ask, Person by)
    {
        if (Conveying.Own(state, ask.Proposal, by) is not { } own)
        {
            return Refusal.NotFound;
        }

        var needed = by.Holds(Authority.Convey) ? Authority.Convey : Authority.Submit;
        return Conveying.Refused(state, by, needed) is { } refusal ? refusal
            : !own.IsPending ? Refusal.AlreadyDone
            : Conveying.Told(state, own, Pending(own), ProposalStanding.Withdrawn);
    }

    public static Decision Decide(Session state, AnswerPartyProposal ask, Command command, Person by, Draw draw)
    {
        if (by.Party is not { } party || !state.PartyProposals.TryGetValue(ask.Proposal, out var one) || !one.Reached.Contains(party))
        {
            return Refusal.NotFound;
        }

        return Conveying.Refused(state, by, Authority.Accept) is { } refusal ? refusal
            : one.Standing[party] is ProposalStanding.Accepted or ProposalStanding.Refused ? Refusal.AlreadyDone
            : one.Standing[party] != ProposalStanding.Conveyed || one.Expires <= command.At || state.HasWithdrawn(one.Party) ? Refusal.ProposalOver
            : ask.Yes && !ConditionalMoves.IsFor(state, one, [party]) ? Refusal.ProposalOver
            : ask.Digest != one.Digest ? Refusal.ProposalChanged
            : new List<Event>(
            [
                new(state.Parties[party].Circle, new PartyProposalAnswered(one.Id, by.Id, ask.Yes)),
                .. Conveying.Told(state, one, [party], ask.Yes ? ProposalStanding.Accepted : ProposalStanding.Refused),
                .. ask.Yes ? ConditionalMoves.Firm(state, one, by, draw) : [],
            ]);
    }

    public static Decision Decide(Session state, NotePartyProposal ask, Command command) =>
        command.By != Command.House ? Refusal.NotAllowed
        : state.PartyProposals.TryGetValue(ask.Proposal, out var one) && one.Expires == ask.At && one.Expires <= command.At && one.IsPending
            ? Conveying.Told(state, one, Pending(one), ProposalStanding.Expired)
            : new List<Event>();

    public static Session Take(Session state, CircleId circle, PartyProposalWritten told) => state with
    {
        PartyProposals = state.PartyProposals.SetItem(told.Proposal, new(
            told.Proposal, state.Circles[circle].Party!.Value, told.By, told.Title, told.Text, told.Language, told.Values, told.Instead) { If = told.If }),
    };

    public static Session Take(Session state, CircleId circle, PartyProposalHeld told) => Edit(state, told.Proposal, one => one with
    {
        Openly = told.Openly,
        Expires = told.Expires,
        Bench = state.Circles[circle].Kind == CircleKind.Bench ? circle : one.Bench,
        Standing = told.Parties.Aggregate(one.Standing, (standing, party) => standing.ContainsKey(party) ? standing : standing.Add(party, ProposalStanding.Held)),
    });

    public static Session Take(Session state, ProposalStandingChanged told) => Edit(state, told.Proposal, one => one with
    {
        Standing = one.Standing.SetItem(told.Party, told.Standing),
        Reached = told.Standing == ProposalStanding.Conveyed ? one.Reached.Add(told.Party) : one.Reached,
    });

    private static IEnumerable<PartyId> Pending(PartyProposal one) =>
        Conveying.Those(one, ProposalStanding.Held, ProposalStanding.Authorised, ProposalStanding.Conveyed);

    private static Session Edit(Session state, ProposalId id, Func<PartyProposal, PartyProposal> edit) =>
        state.PartyProposals.TryGetValue(id, out var one) ? state with { PartyProposals = state.PartyProposals.SetItem(id, edit(one)) } : state;
}
