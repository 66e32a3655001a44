namespace IomSessions.Domain.Tests;

/// <summary>Proposals of the mediators, and what the parties say to them.</summary>
internal sealed partial class Chance
{
    private (PersonId, CommandBody) Proposals(Session state)
    {
        var mediator = Someone(state, p => p.IsMediator);
        var open = state.MediatorsProposals.Values.ToList();
        if (open.Count == 0 || OneIn(12))
        {
            return (mediator, new OfferProposal(
                new(Named.Of($"{seed} proposal {_made++}")), "a way out", OneIn(4) ? PartiesTo(state) : [.. state.TakingPart.OrderBy(party => party.Value)], Scene.Noon.AddHours(1)));
        }

        var one = Of(open);
        var left = one.Parties.Where(party => !one.Answers.ContainsKey(party)).DefaultIfEmpty(one.Parties[0]);
        return (one.Stage, Upto(9)) switch
        {
            (_, 0) when OneIn(3) => (mediator, new CallOffProposal(one.Id)),
            (ProposalStage.Awaited, _) => Tabled(state, mediator, new MakeProposal(
                one.Id, $"words {_made++}", "en", [.. state.Issues.Values.OrderBy(issue => issue.Id.Value).Take(Upto(3)).Select(issue => new ProposedValue(issue.Id, Value(issue)))],
                Scene.Noon.AddHours(2))),
            (_, 1) => (Command.House, new NoteProposal(one.Id, one.Deadline)),
            (ProposalStage.Offered, _) => With(state, Of(left), Authority.Accept, new AnswerOffer(one.Id, !OneIn(8))),
            _ => With(state, Of(left), Authority.Accept, new AnswerProposal(
                one.Id, OneIn(15) ? "" : MediatorsProposal.DigestOf(one.Language, one.Text, one.Values), !OneIn(4))),
        };
    }
}
