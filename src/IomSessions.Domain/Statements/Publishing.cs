using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>The one way into the public circle (CL1, CL2).</summary>
internal static class Publishing
{
    public static Decision Decide(Session state, PublishStatement ask, Person by, DateTimeOffset now, Draw draw)
    {
        if (!by.IsMediator)
        {
            return Refusal.NotAllowed;
        }

        if (!state.Statements.TryGetValue(ask.Statement, out var statement))
        {
            return Refusal.NotFound;
        }

        if (ask.At is { } wanted && (wanted != FullFive(wanted.AddTicks(-1)) || wanted <= now || wanted > now + Limits.PublicationAhead))
        {
            return Refusal.Invalid;
        }

        var at = ask.At?.ToUniversalTime() ?? FullFive(now);
        return ask.Version != statement.Version ? Refusal.StatementChanged
            : MayNot(state, statement) is { } refusal ? refusal
            : statement.At == at ? new List<Event>()
            : Table.Tell(state, draw, new StatementScheduled(statement.Id, statement.Version, at));
    }

    public static Decision Decide(Session state, HoldStatement ask, Person by, Draw draw) =>
        !by.IsMediator ? Refusal.NotAllowed
        : !state.Statements.TryGetValue(ask.Statement, out var statement) ? Refusal.NotFound
        : statement.At is null ? new List<Event>()
        : Table.Tell(state, draw, new StatementHeld(statement.Id));

    public static Decision Decide(Session state, NoteStatement ask, Command command, Draw draw)
    {
        if (command.By != Command.House)
        {
            return Refusal.NotAllowed;
        }

        if (!state.Statements.TryGetValue(ask.Statement, out var statement) || statement.At is not { } at || at != ask.At || command.At < at)
        {
            return new List<Event>();
        }

        // what was so when it was ordered must be so now: who came meanwhile has cleared nothing
        return MayNot(state, statement) is null ? Publish(state, statement, at, draw) : Table.Tell(state, draw, new StatementHeld(statement.Id));
    }

    public static Session Open(Session state, CircleId circle) =>
        state.With(circle, new Circle(CircleKind.Public)) with { Public = circle };

    // told again to a new table, an order keeps its place
    public static Session Take(Session state, StatementScheduled told) => Statements.Edit(state, told.Statement, one => one.At == told.At
        ? one
        : one with { At = told.At, Ordered = 1 + state.Statements.Values.Max(other => other.At is null ? 0 : other.Ordered) });

    public static Session Take(Session state, ItemPublished told)
    {
        var items = told is { Relation: StatementRelation.Retraction, About: { } about }
            ? state.Items.SetItem(about, state.Items[about] with { Retracted = true })
            : state.Items.SetItem(told.Item, new(told.Item, told.Kind, told.At, false));
        return state with { Items = items };
    }

    /// <summary>The first full five minutes of UTC after a moment.</summary>
    public static DateTimeOffset FullFive(DateTimeOffset after) =>
        new((after.UtcTicks / Limits.PublicationStep.Ticks + 1) * Limits.PublicationStep.Ticks, TimeSpan.Zero);

    private static List<Event> Publish(Session state, Statement statement, DateTimeOffset at, Draw draw)
    {
        var item = draw.Item();
        var events = Statements.Everywhere(state, draw, statement, new StatementPublished(statement.Id, item, at));
        var circle = state.Public ?? draw.Circle();
        if (state.Public is null)
        {
            events.Add(new(circle, new FeedOpened(state.Card.Reference)));
        }

        ImmutableArray<string> onBehalf = statement.Kind == StatementKind.Joint
            ? [.. state.TakingPart.Select(party => state.Parties[party].Name).Order(StringComparer.Ordinal)]
            : [];
        events.Add(new(circle, new ItemPublished(item, statement.Kind, at, onBehalf, statement.Texts, statement.Relation, statement.About)));
        return events;
    }

    private static Refusal? MayNot(Session state, Statement statement) =>
        !state.Protocol.InForce.ExistencePublic ? Refusal.ExistenceSecret
        : statement.About is { } about && state.Items[about].Retracted ? Refusal.NotFound
        : state.Items.Count >= Limits.PublicItems ? Refusal.TooMany
        : Clearing.IsComplete(state, statement) ? null
        : Refusal.NeedsClearance;
}
