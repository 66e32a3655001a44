using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>A conditional bracket: "we go to X if you go to Y" (PO6). It goes the way of every proposal; accepted, it moves both.</summary>
internal static class ConditionalMoves
{
    /// <summary>Whether what is written is none, or one: both sides of it named, the own on issues that the own party is party to.</summary>
    public static bool Fits(Session state, PartyId author, WritePartyProposal ask) =>
        ask.If is not { } others || (!others.IsDefaultOrEmpty && !ask.Values.IsEmpty && IssueValues.AreList(others) && IssueValues.Fit(state, others)
            && ArePartyTo(state, author, ask.Values));

    /// <summary>Whether it can be meant for these: a bracket for one party, and both can go where it says.</summary>
    public static bool IsFor(Session state, PartyProposal one, ImmutableArray<PartyId> parties) =>
        one.If is not { } others || (parties.Length == 1 && ArePartyTo(state, one.Party, one.Values) && ArePartyTo(state, parties[0], others));

    /// <summary>Both sides are firm: each is a position of its party, disclosed to the other and to the mediators who had the bracket. What either
    /// keeps to itself is neither asked nor counted.</summary>
    public static IEnumerable<Event> Firm(Session state, PartyProposal one, Person by, Draw draw) => one.If is not { } others ? [] :
    [
        .. one.Values.SelectMany(value => Moved(state, one, one.Party, by.Party!.Value, one.By, value, draw)),
        .. others.SelectMany(value => Moved(state, one, by.Party!.Value, one.Party, by.Id, value, draw)),
    ];

    private static IEnumerable<Event> Moved(Session state, PartyProposal one, PartyId who, PartyId to, PersonId by, ProposedValue value, Draw draw)
    {
        var (id, own) = (draw.Position(), state.Parties[who].Circle);
        var shown = new PositionShown(id, value.Issue, who, PositionKind.Position, value.Value, null, PositionLevel.Disclosed, null);
        return
        [
            new(own, new PositionTaken(id, value.Issue, PositionKind.Position, by, value.Value, null)),
            new(own, new PositionRaised(id, PositionLevel.Disclosed, [to])),
            .. one.Bench == state.Bench ? (Event[])[new(state.Bench, shown with { Parties = [to] })] : [],
            new(state.Parties[to].Circle, shown),
        ];
    }

    private static bool ArePartyTo(Session state, PartyId party, ImmutableArray<ProposedValue> values) =>
        values.All(one => state.Issues[one.Issue].Parties.Contains(party));
}
