namespace IomSessions.Domain.Tests;

/// <summary>Settlements: put together, signed, voided, attested.</summary>
internal sealed partial class Chance
{
    private (PersonId, CommandBody) Settlements(Session state)
    {
        var standing = state.Settlements.Values.Where(one => !one.Void).ToList();
        if (standing.Count == 0 || OneIn(8))
        {
            var agreed = state.Issues.Values.Where(one => one.Status == IssueStatus.Agreed).ToList();
            var issues = OneIn(3) ? agreed.Take(1) : agreed;
            var texts = state.Drafts.Values.SelectMany(draft => draft.Frozen).Take(OneIn(3) ? 1 : 0)
                .Select(one => new SettlementSource(one.Circle, 2 + Upto(3), "en", true));
            return (Someone(state, p => p.IsMediator), new PutSettlement(
                new(Named.Of($"{seed} settlement {_made++}")), $"settlement {_made}", [.. state.TakingPart], [.. texts], [.. issues.Select(one => one.Id)]));
        }

        var chosen = Of(standing);
        return chosen switch
        {
            { IsComplete: true } => (Someone(state, p => p.Role is Role.Mediator or Role.Secretariat), new AttestSettlement(chosen.Put.Settlement, chosen.Put.Digest)),
            _ when OneIn(6) => (Someone(state, p => p.IsMediator), new VoidSettlement(chosen.Put.Settlement)),
            _ => With(state, chosen.Put.Parties.FirstOrDefault(party => chosen.Signatures.All(one => one.Party != party)), Authority.Sign,
                new SignSettlement(chosen.Put.Settlement, OneIn(12) ? "" : chosen.Put.Digest)),
        };
    }
}
