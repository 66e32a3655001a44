using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Clearances of statements: given to an exact text, taken back until it is public (CL1).</summary>
internal static class Clearances
{
    public static Decision Decide(Session state, ClearStatement ask, Person by, Draw draw)
    {
        if (Statements.Find(state, ask.Statement, by) is not { } statement || Clearing.SideOf(state, statement, by) is not { } side)
        {
            return Refusal.NotFound;
        }

        if (side.Party is not null && !by.Holds(Authority.Consent))
        {
            return Refusal.NotAuthorised;
        }

        if (ask.Version != statement.Version || statement.Texts.FirstOrDefault(text => text.Language == ask.Language) is not { } text
            || text.Digest() != ask.Digest)
        {
            return Refusal.StatementChanged;
        }

        var given = new ClearedBy(text.Language, side.Party, side.Person);
        return statement.Cleared.Contains(given)
            ? new List<Event>()
            : Tell(state, draw, statement with { Cleared = statement.Cleared.Add(given) });
    }

    public static Decision Decide(Session state, WithdrawClearance ask, Person by, Draw draw)
    {
        if (Statements.Find(state, ask.Statement, by) is not { } statement || Clearing.SideOf(state, statement, by) is not { } side)
        {
            return Refusal.NotFound;
        }

        if (side.Party is not null && !by.Holds(Authority.Consent))
        {
            return Refusal.NotAuthorised;
        }

        var left = statement.Cleared.Where(one => (one.Party, one.Person) != side).ToImmutableHashSet();
        return left.Count == statement.Cleared.Count
            ? new List<Event>()
            : Tell(state, draw, statement with { Cleared = left }, statement.At is null ? [] : [new StatementHeld(statement.Id)]);
    }

    /// <summary>Whoever clears without sitting at the table is told of his own clearance there, and of no other.</summary>
    public static Session Take(Session state, CircleId circle, ClearancesChanged told) => circle == state.Table
        ? Statements.Edit(state, told.Statement, one => one with { Cleared = [.. told.Cleared] })
        : state;

    private static List<Event> Tell(Session state, Draw draw, Statement changed, params EventBody[] also) =>
    [
        .. Table.Tell(state, draw, [Of(changed), .. also]),
        .. Statements.Aside(state, changed).Select(one => new Event(one.Circle, Of(changed with
        {
            Cleared = [.. changed.Cleared.Where(by => (by.Party, by.Person) == (one.Party, one.Person))],
        }))),
    ];

    public static ClearancesChanged Of(Statement one) => new(one.Id, one.Version,
    [
        .. one.Cleared.OrderBy(by => by.Language, StringComparer.Ordinal).ThenBy(by => by.Party?.Value).ThenBy(by => by.Person?.Value),
    ]);
}
