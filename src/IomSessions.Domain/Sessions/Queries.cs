namespace IomSessions.Domain;

/// <summary>Small questions to a session.</summary>
internal static class Queries
{
    public static bool HasWithdrawn(this Session state, PartyId? party) => party is { } id && state.Parties[id].Withdrawn;

    /// <summary>Whether every party that takes part consents to a mediator who waits for it, or to a guest.</summary>
    public static bool HasEveryConsent(this Session state, Person person) => state.TakingPart.All(person.Consents.Contains);

    /// <summary>The parties that have somebody in this company, in the order of their ids.</summary>
    public static IEnumerable<PartyId> PartiesOf(this Session state, Company people) =>
        people.Select(id => state.People[id].Party).OfType<PartyId>().Distinct().OrderBy(party => party.Value);
}
