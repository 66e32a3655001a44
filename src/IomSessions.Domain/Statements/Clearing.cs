namespace IomSessions.Domain;

/// <summary>Whose clearance a statement needs, and who gives it (CL1).</summary>
public static class Clearing
{
    /// <summary>Each side whose clearance it needs now, as parties, mediators and third authors.</summary>
    public static IEnumerable<(PartyId? Party, PersonId? Person)> Needed(Session state, Statement statement)
    {
        var parties = state.TakingPart.Concat(statement.Names.Where(party => state.HasWithdrawn(party))).Concat(NamedIn(state, statement)).Distinct();
        var people = state.Circles[state.Bench].People.Concat(statement.Authors).Distinct();
        return parties.OrderBy(party => party.Value).Select(party => ((PartyId?)party, (PersonId?)null))
            .Concat(people.OrderBy(person => person.Value).Select(person => ((PartyId?)null, (PersonId?)person)));
    }

    /// <summary>Whether everybody has cleared every language of it.</summary>
    public static bool IsComplete(Session state, Statement statement) => Needed(state, statement).All(side =>
        statement.Texts.All(text => statement.Cleared.Contains(new(text.Language, side.Party, side.Person))));

    /// <summary>The side that a person clears for; null: none.</summary>
    internal static (PartyId? Party, PersonId? Person)? SideOf(Session state, Statement statement, Person by) =>
        by.IsMediator || statement.Authors.Contains(by.Id) ? (null, by.Id)
        : by.Party is { } party && (!state.HasWithdrawn(party) || IsNamed(state, statement, party)) ? (party, null)
        : null;

    /// <summary>Whether it names a party that withdrew.</summary>
    internal static bool IsNamed(Session state, Statement statement, PartyId party) =>
        statement.Names.Contains(party) || NamedIn(state, statement).Contains(party);

    /// <summary>Withdrawn parties whose name stands in a text, whatever its writer said.</summary>
    private static IEnumerable<PartyId> NamedIn(Session state, Statement statement) => state.Parties.Values
        .Where(party => party.Withdrawn && statement.Texts.Any(text =>
            text.Title.Contains(party.Name, StringComparison.OrdinalIgnoreCase) || text.Text.Contains(party.Name, StringComparison.OrdinalIgnoreCase)))
        .Select(party => party.Id);
}
