using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Statements on their way to the public: put, edited, dropped.</summary>
internal static class Statements
{
    public static Decision Decide(Session state, PutStatement ask, Person by, Draw draw)
    {
        if (!MayWrite(state, by, ask.Kind))
        {
            return Refusal.NotAuthorised;
        }

        if (ask.Statement.Value == Guid.Empty || state.Statements.ContainsKey(ask.Statement) || !Enum.IsDefined(ask.Kind)
            || ask.Texts.IsDefault || ask.Authors.IsDefault || ask.Names.IsDefault || ask.Relation.HasValue != ask.About.HasValue
            || (ask.Relation is { } relation && !Enum.IsDefined(relation)) || (ask.Kind == StatementKind.Procedural) != ask.Fact.HasValue
            || (ask.Fact is { } fact && (!Enum.IsDefined(fact) || !ask.Texts.IsEmpty)) || ask.Authors.Length > Limits.StatementAuthors)
        {
            return Refusal.Invalid;
        }

        if (!MayBePut(state.Phase, ask))
        {
            return Refusal.WrongPhase;
        }

        if (ask.About is { } about && !(state.Items.TryGetValue(about, out var item) && item is { Retracted: false } && item.Kind == ask.Kind))
        {
            return Refusal.NotFound;
        }

        if (!ask.Authors.All(id => state.People.TryGetValue(id, out var guest) && guest is { Role: Role.NonParty, Status: PersonStatus.Admitted })
            || !ask.Names.All(party => state.Parties.TryGetValue(party, out var known) && known.Withdrawn))
        {
            return Refusal.NotFound;
        }

        var texts = ask.Fact is { } told ? ProceduralWords.Of(told, state.Card.Reference, state.Protocol.InForce.Languages) : ask.Texts;
        return Check(texts) is { } unfit ? unfit
            : state.Statements.Count >= Limits.Statements ? Refusal.TooMany
            : Write(state, draw, new StatementWritten(
                ask.Statement, ask.Kind, 1, by.Id, texts, Company.Of(ask.Authors), ask.Names.InOrder(), ask.Relation, ask.About));
    }

    public static Decision Decide(Session state, EditStatement ask, Person by, Draw draw)
    {
        if (Find(state, ask.Statement, by) is not { } statement)
        {
            return Refusal.NotFound;
        }

        return !MayWrite(state, by, statement.Kind) ? Refusal.NotAuthorised
            : statement.Kind == StatementKind.Procedural ? Refusal.FixedWords
            : ask.Version != statement.Version ? Refusal.StatementChanged
            : Check(ask.Texts) is { } unfit ? unfit
            : ask.Texts.SequenceEqual(statement.Texts) ? new List<Event>()
            : Write(state, draw, Written(statement) with { Version = statement.Version + 1, By = by.Id, Texts = ask.Texts });
    }

    public static Decision Decide(Session state, DropStatement ask, Person by, Draw draw) =>
        Find(state, ask.Statement, by) is not { } statement ? Refusal.NotFound
        : !by.IsMediator && statement.By != by.Id ? Refusal.NotAuthorised
        : Everywhere(state, draw, statement, new StatementDropped(statement.Id));

    /// <summary>A statement that somebody may know of; null answers for none and not his alike (DL7).</summary>
    public static Statement? Find(Session state, StatementId id, Person by) =>
        state.Statements.TryGetValue(id, out var statement)
        && (Clearing.SideOf(state, statement, by) is not null) ? statement : null;

    /// <summary>To the table, and to those who must clear it without sitting there.</summary>
    public static List<Event> Everywhere(Session state, Draw draw, Statement statement, EventBody told) =>
        [.. Table.Tell(state, draw, told), .. Aside(state, statement).Select(one => new Event(one.Circle, told))];

    /// <summary>What a table that opens has to be told of what lies on it.</summary>
    public static IEnumerable<EventBody> Standing(Session state) => state.Statements.Values.OrderBy(one => one.Id.Value).SelectMany(one => (IEnumerable<EventBody>)
    [
        Written(one),
        .. one.Cleared.IsEmpty ? (EventBody[])[] : [Clearances.Of(one)],
        .. one.At is { } at ? (EventBody[])[new StatementScheduled(one.Id, one.Version, at)] : [],
    ]);

    /// <summary>What a statement amounts to.</summary>
    public static Session Take(Session state, StatementWritten told) =>
        // told in several circles, and again at a new table: a text that is known voids nothing
        state.Statements.TryGetValue(told.Statement, out var known) && known.Version >= told.Version ? state
        : state with
        {
            Statements = state.Statements.SetItem(told.Statement, new(
                told.Statement, told.Kind, told.Version, told.By, told.Texts, told.Authors, told.Names, told.Relation, told.About)),
        };

    public static Session Edit(Session state, StatementId id, Func<Statement, Statement> edit) =>
        state.Statements.TryGetValue(id, out var one) ? state with { Statements = state.Statements.SetItem(id, edit(one)) } : state;

    private static List<Event> Write(Session state, Draw draw, StatementWritten told)
    {
        var statement = Take(state, told).Statements[told.Statement];
        return Everywhere(state, draw, statement, told);
    }

    /// <summary>The circles of those who must clear it and do not sit at the table, each with whose clearance it is.</summary>
    public static IEnumerable<(CircleId Circle, PartyId? Party, PersonId? Person)> Aside(Session state, Statement statement) =>
    [
        .. statement.Authors.Select(author => (state.People[author].Circle, (PartyId?)null, (PersonId?)author)),
        .. state.Parties.Values.Where(party => party.Withdrawn && Clearing.IsNamed(state, statement, party.Id))
            .OrderBy(party => party.Id.Value).Select(party => (party.Circle, (PartyId?)party.Id, (PersonId?)null)),
    ];

    private static StatementWritten Written(Statement one) =>
        new(one.Id, one.Kind, one.Version, one.By, one.Texts, one.Authors, one.Names, one.Relation, one.About);

    private static bool MayWrite(Session state, Person by, StatementKind kind) =>
        by.IsMediator || (kind == StatementKind.Joint && by.Party is { } party && !state.HasWithdrawn(party) && by.Holds(Authority.Submit));

    // before the opening there is nothing to tell; after the conclusion what closes it, and what puts right what was said
    private static bool MayBePut(Phase phase, PutStatement ask) =>
        ask.Fact is { } fact ? ProceduralWords.IsTrue(fact, phase)
        : phase == Phase.Concluded ? ask.Kind == StatementKind.Closing || ask.Relation is not null
        : phase != Phase.Preparing && ask.Kind != StatementKind.Closing;

    private static Refusal? Check(ImmutableArray<StatementText> texts)
    {
        if (texts.IsDefaultOrEmpty || texts.Length > Limits.Languages || texts.Any(text => text is null)
            || texts.DistinctBy(text => text.Language, StringComparer.OrdinalIgnoreCase).Count() != texts.Length 
            || !texts.All(text => Words.IsName(text.Title) && text.Title.Trim().Length == text.Title.Length && text.Text is { } words && Words.IsPublic(words)))
        {
            return Refusal.Invalid;
        }

        return texts.Select(text => Words.Check(text.Text, text.Language)).FirstOrDefault(unfit => unfit is not null);
    }
}
