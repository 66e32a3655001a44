using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>First event of a table circle: all delegations and all mediators, but for the parties that had withdrawn then.</summary>
/// <param name="Without">The parties that had withdrawn: what is told from here on is not theirs to read (SE5).</param>
public sealed record TableOpened(ImmutableArray<PartyId> Without) : EventBody;

/// <summary>What all parties and mediators share. It opens when something is first laid on it; when a party has withdrawn or come
/// back since, what follows is told at a new one, where what still lies on it is told again.</summary>
internal static class Table
{
    /// <summary>Tells the table; opens it where that is needed.</summary>
    public static List<Event> Tell(Session state, Draw draw, params IEnumerable<EventBody> told)
    {
        if (state.Table is { } table && state.Circles[table].Without.SetEquals(Withdrawn(state)))
        {
            return [.. told.Select(body => new Event(table, body))];
        }

        var circle = draw.Circle();
        return
        [
            new(circle, new TableOpened([.. Withdrawn(state).OrderBy(party => party.Value)])),
            .. Agenda.Standing(state).Concat(Settling.Standing(state)).Concat(Statements.Standing(state)).Concat(told).Select(body => new Event(circle, body)),
        ];
    }

    /// <summary>Who sits at it: all mediators, and the delegations that take part.</summary>
    public static Company People(Session state) =>
        Company.Of(state.Admitted.Where(one => one.IsMediator || (one.Party is not null && !state.HasWithdrawn(one.Party))).Select(one => one.Id));

    /// <summary>Why somebody may not do what the mediators alone do at it, while the session goes on; null: he may.</summary>
    public static Refusal? Refused(Session state, Person by) =>
        !by.IsMediator ? Refusal.NotAllowed
        : state.Phase is not (Phase.Open or Phase.Adjourned) ? Refusal.WrongPhase
        : null;

    public static Session Open(Session state, CircleId circle, TableOpened told)
    {
        var ended = state.Table is { } before ? state.With(before, state.Circles[before] with { Ended = true }) : state;
        return ended.With(circle, new Circle(CircleKind.Table) { Without = [.. told.Without] }) with { Table = circle };
    }

    private static IEnumerable<PartyId> Withdrawn(Session state) =>
        state.Parties.Values.Where(party => party.Withdrawn).Select(party => party.Id);
}
