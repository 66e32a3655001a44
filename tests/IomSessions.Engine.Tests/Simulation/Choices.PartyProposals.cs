using System.Collections.Immutable;
using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>Proposals from party to party: written, handed, authorised, conveyed, answered.</summary>
internal sealed partial class Choices
{
    private (PersonId By, CommandBody Body) BetweenParties(Session seen)
    {
        var all = seen.PartyProposals.Values.OrderBy(one => one.Id.Value).ToList();
        if (all.Count == 0 || (all.Count < 6 && chance.Next(8) == 0))
        {
            var from = Any(seen.Parties.Keys.OrderBy(party => party.Value).ToList());
            ImmutableArray<ProposedValue> values = [.. seen.Issues.Values.OrderBy(issue => issue.Id.Value).Take(1).Select(issue => new ProposedValue(issue.Id, "50"))];
            return ByHead(seen, from, Authority.Submit, new WritePartyProposal(
                new(New("party proposal")), "An offer", $"Words {_made++}.", "en", values, all.Count > 0 && chance.Next(2) == 0 ? Any(all).Id : null,
                !values.IsEmpty && chance.Next(2) == 0 ? values : null));
        }

        var one = Any(all);
        var recipients = one.Standing.Keys.OrderBy(party => party.Value).ToList();
        return one switch
        {
            { Bench: null } => ByHead(seen, one.Party, Authority.Submit, new HandPartyProposal(
                one.Id, [.. seen.TakingPart.Where(party => party != one.Party).OrderBy(party => party.Value).Take(one.If is null ? 9 : 1)], chance.Next(3) == 0, chance.Next(2) == 0 ? Deadline() : null)),
            _ when chance.Next(12) == 0 => ByHead(seen, one.Party, Authority.Submit, new RecallPartyProposal(one.Id)),
            _ when one.Bench != seen.Bench && chance.Next(3) == 0 => ByHead(seen, one.Party, Authority.Submit, new HandPartyProposal(
                one.Id, [.. recipients], one.Openly, one.Expires)),
            _ when one.Standing.ContainsValue(ProposalStanding.Held) => ByHead(seen, one.Party, Authority.Convey, new AuthorisePartyProposal(one.Id)),
            _ when one.Standing.ContainsValue(ProposalStanding.Authorised) && chance.Next(3) != 0 => (Any(cast.Mediators), new ConveyPartyProposal(one.Id, [Any(recipients)])),
            _ => ByHead(seen, Any(recipients), Authority.Accept, new AnswerPartyProposal(
                one.Id, one.Digest, chance.Next(2) == 0)),
        };
    }
}
