using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>Proposals of the mediators: offered, made, answered, called off.</summary>
internal sealed partial class Choices
{
    private (PersonId By, CommandBody Body) OfProposals(Session seen)
    {
        var (mediator, open) = (Any(cast.Mediators), seen.MediatorsProposals.Values.OrderBy(one => one.Id.Value).ToList());
        if (open.Count == 0 || chance.Next(15) == 0)
        {
            return (mediator, new OfferProposal(new(New("proposal")), "A way out", [.. seen.TakingPart.OrderBy(party => party.Value)], Deadline()));
        }

        var one = Any(open);
        var party = Any([.. one.Parties.Where(p => !one.Answers.ContainsKey(p)).DefaultIfEmpty(one.Parties[0])]);
        return one.Stage switch
        {
            _ when chance.Next(20) == 0 => (mediator, new CallOffProposal(one.Id)),
            ProposalStage.Awaited => (mediator, new MakeProposal(
                one.Id, $"Words {_made++}.", "en", [.. seen.Issues.Values.OrderBy(issue => issue.Id.Value).Take(1).Select(issue => new ProposedValue(issue.Id, "50"))], Deadline())),
            ProposalStage.Offered => ByHead(seen, party, Authority.Accept, new AnswerOffer(one.Id, chance.Next(10) != 0)),
            _ => ByHead(seen, party, Authority.Accept, new AnswerProposal(
                one.Id, MediatorsProposal.DigestOf(one.Language, one.Text, one.Values), chance.Next(5) != 0)),
        };
    }

    private DateTimeOffset Deadline() => clock().AddSeconds(chance.Next(4) == 0 ? chance.Next(1, 8) : 400);
}
