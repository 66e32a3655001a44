namespace IomSessions.Domain;

/// <summary>What a party says to a proposal of the mediators: told in its own circle, and nowhere else before the end (PR4).</summary>
internal static class Answering
{
    public static Decision Decide(Session state, AnswerOffer ask, Command command, Person by, Draw draw) =>
        Refused(state, by, ask.Proposal, ProposalStage.Offered, command.At, out var proposal, out var party) is { } refusal ? refusal
        : Answered(state, proposal, party, new OfferAnswered(proposal.Id, by.Id, ask.Yes), draw);

    public static Decision Decide(Session state, AnswerProposal ask, Command command, Person by, Draw draw) =>
        Refused(state, by, ask.Proposal, ProposalStage.Made, command.At, out var proposal, out var party) is { } refusal ? refusal
        : ask.Digest != MediatorsProposal.DigestOf(proposal.Language, proposal.Text, proposal.Values) ? Refusal.ProposalChanged
        : Answered(state, proposal, party, new ProposalAnswered(proposal.Id, by.Id, ask.Yes), draw);

    public static Session Take(Session state, CircleId circle, ProposalId id, bool yes) => Edit(state, id, one => one with
    {
        Answers = one.Answers.SetItem(state.Circles[circle].Party!.Value, yes),
    });

    public static Session Take(Session state, ProposalOffered told) =>
        // a later bench is told again what stands
        state.MediatorsProposals.ContainsKey(told.Proposal) ? state : state with
        {
            MediatorsProposals = state.MediatorsProposals.Add(
                told.Proposal, new(told.Proposal, told.Title, told.Parties, ProposalStage.Offered, told.Deadline)),
        };

    public static Session Take(Session state, OfferEnded told) => told.Result != ProposalResult.AllAgreed
        ? state with { MediatorsProposals = state.MediatorsProposals.Remove(told.Proposal) }
        : Edit(state, told.Proposal, one => one.Stage != ProposalStage.Offered ? one : one with
        {
            Stage = ProposalStage.Awaited, Answers = one.Answers.Clear(),
        });

    public static Session Take(Session state, ProposalMade told) => Edit(state, told.Proposal, one => one with
    {
        Stage = ProposalStage.Made, Text = told.Text, Language = told.Language, Values = told.Values, Deadline = told.Deadline,
    });

    /// <summary>A party that withdraws counts as silent.</summary>
    public static Session Leave(Session state, PartyId party) => state with
    {
        MediatorsProposals = state.MediatorsProposals.SetItems(state.MediatorsProposals.Values.Where(one => one.Parties.Contains(party))
            .Select(one => KeyValuePair.Create(one.Id, one with { Gone = one.Gone.Add(party) }))),
    };

    // only the last yes ends it at once: before the deadline a no is like silence
    private static List<Event> Answered(Session state, MediatorsProposal proposal, PartyId party, EventBody told, Draw draw)
    {
        var own = new Event(state.Parties[party].Circle, told);
        var now = Evolution.Apply(state, own);
        return now.MediatorsProposals[proposal.Id] is { IsAgreed: true } agreed ? [own, .. Proposing.End(now, agreed, draw)] : [own];
    }

    private static Session Edit(Session state, ProposalId id, Func<MediatorsProposal, MediatorsProposal> edit) =>
        state.MediatorsProposals.TryGetValue(id, out var one) ? state with { MediatorsProposals = state.MediatorsProposals.SetItem(id, edit(one)) } : state;

    // what one is answered depends on one's own party's answer and on what all were told
    private static Refusal? Refused(
        Session state, Person by, ProposalId id, ProposalStage stage, DateTimeOffset now, out MediatorsProposal proposal, out PartyId party)
    {
        (proposal, party) = (null!, by.Party ?? default);
        return by.Party is null || !state.MediatorsProposals.TryGetValue(id, out proposal!) || !proposal.Parties.Contains(party) ? Refusal.NotFound
            : !by.Holds(Authority.Accept) ? Refusal.NotAuthorised
            : state.Phase is not (Phase.Open or Phase.Adjourned) ? Refusal.WrongPhase
            : proposal.Stage != stage || now >= proposal.Deadline || proposal.Gone.Contains(party) ? Refusal.ProposalOver
            : proposal.Answers.ContainsKey(party) ? Refusal.AlreadyDone
            : null;
    }
}
