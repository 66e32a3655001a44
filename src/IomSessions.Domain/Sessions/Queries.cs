namespace IomSessions.Domain;

/// <summary>Small questions to a session.</summary>
internal static class Queries
{
    /// <summary>The parties that have somebody in this company, in the order of their ids.</summary>
    public static IEnumerable<PartyId> PartiesOf(this Session state, Company people) =>
        people.Select(id => state.People[id].Party).OfType<PartyId>().Distinct().OrderBy(party => party.Value);
}
