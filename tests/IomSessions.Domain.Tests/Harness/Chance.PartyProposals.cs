using System.Collections.Immutable;

namespace IomSessions.Domain.Tests;

/// <summary>Proposals from party to party.</summary>
internal sealed partial class Chance
{
    private (PersonId, CommandBody) OfParties(Session state)
    {
        var all = state.PartyProposals.Values.ToList();
        if (all.Count == 0 || OneIn(6))
        {
            var party = Of(state.Parties.Keys);
            ProposalId? instead = all.Count > 0 && OneIn(2) ? Of(all).Id : null;
            ImmutableArray<ProposedValue> values = [.. state.Issues.Values.OrderBy(issue => issue.Id.Value).Take(1).Select(issue => new ProposedValue(issue.Id, Value(issue)))];
            var (by, body) = With(state, party, Authority.Submit, new WritePartyProposal(
                new(Named.Of($"{seed} party proposal {_made++}")), "an offer", OneIn(2) ? "" : $"words {_made}", "en",
                values, instead, OneIn(2) ? values : null));
            return Tabled(state, by, body);
        }

        var one = Of(all);
        var recipients = one.Standing.Keys.DefaultIfEmpty(Of(state.Parties.Keys));
        return one switch
        {
            { Bench: null } => With(state, one.Party, Authority.Submit, new HandPartyProposal(
                one.Id, [.. state.Parties.Keys.Where(party => party != one.Party && !OneIn(3)).Take(one.If is null || OneIn(6) ? 9 : 1)], OneIn(3), OneIn(2) ? Scene.Noon.AddHours(3) : null)),
            _ when OneIn(10) => With(state, one.Party, Authority.Submit, new RecallPartyProposal(one.Id)),
            _ when OneIn(10) && one.Bench != state.Bench => With(state, one.Party, Authority.Submit, new HandPartyProposal(
                one.Id, [.. one.Standing.Keys], one.Openly, one.Expires)),
            { Expires: { } at } when OneIn(8) => (Command.House, new NotePartyProposal(one.Id, at)),
            _ when one.Standing.ContainsValue(ProposalStanding.Held) => With(state, one.Party, Authority.Convey, new AuthorisePartyProposal(one.Id)),
            _ when one.Standing.ContainsValue(ProposalStanding.Authorised) && !OneIn(3) => (Someone(state, p => p.IsMediator), new ConveyPartyProposal(one.Id, [Of(recipients)])),
            _ => With(state, Of(recipients), Authority.Accept, new AnswerPartyProposal(
                one.Id, OneIn(12) ? "" : one.Digest, OneIn(2))),
        };
    }
}
