using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>Settlements: put together from what is agreed, signed, voided, attested.</summary>
internal sealed partial class Choices
{
    private (PersonId By, CommandBody Body) OfSettlements(Session seen, IReadOnlyList<Issue> agreed)
    {
        var standing = seen.Settlements.Values.Where(one => !one.Void).OrderBy(one => one.Put.Settlement.Value).ToList();
        if (standing.Count == 0 || (standing.TrueForAll(one => one.IsComplete) && chance.Next(6) == 0))
        {
            return (Any(cast.Mediators), new PutSettlement(
                new(New("settlement")), $"A settlement {_made++}", [.. seen.TakingPart.OrderBy(party => party.Value)], [], [.. agreed.Select(one => one.Id)]));
        }

        var chosen = Any(standing);
        var (id, digest) = (chosen.Put.Settlement, chosen.Put.Digest);
        return chosen switch
        {
            { IsComplete: true } => (Any(seen.People.Values.Where(p => p.Role is Role.Mediator or Role.Secretariat).OrderBy(p => p.Id.Value).Select(p => p.Id).ToList()), new AttestSettlement(id, digest)),
            _ when chance.Next(8) == 0 => (Any(cast.Mediators), new VoidSettlement(id)),
            _ => ByHead(seen, chosen.Put.Parties.FirstOrDefault(party => chosen.Signatures.All(one => one.Party != party)), Authority.Sign, new SignSettlement(id, digest)),
        };
    }
}
