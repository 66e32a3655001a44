using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Parties as they are told: each once, in the order of their ids, so that how somebody named them tells nothing.</summary>
internal static class PartyOrder
{
    public static ImmutableArray<PartyId> InOrder(this IEnumerable<PartyId> parties) => [.. parties.Distinct().OrderBy(party => party.Value)];

    /// <summary>None for an array that was left out.</summary>
    public static ImmutableArray<PartyId> InOrder(this ImmutableArray<PartyId> parties) => parties.IsDefault ? [] : parties.AsEnumerable().InOrder();
}
