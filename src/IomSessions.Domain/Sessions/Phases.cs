using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>preparing → open ⇄ adjourned → concluded, and re-opened (SE1).</summary>
internal static class Phases
{
    public static Decision Decide(Session state, ChangePhase ask, Person by, Draw draw)
    {
        if (!by.IsMediator)
        {
            return Refusal.NotAllowed;
        }

        if (!Enum.IsDefined(ask.To) || (ask.To == Phase.Concluded) != ask.Outcome.HasValue
            || (ask.Outcome is { } outcome && !Enum.IsDefined(outcome)))
        {
            return Refusal.Invalid;
        }

        if (!Follows(state.Phase, ask.To))
        {
            return Refusal.WrongPhase;
        }

        if (ask.To == Phase.Open && (state.TakingPart.Count() < 2 || state.Protocol.Number == 0))
        {
            return Refusal.NotReady;
        }

        return ask.To == Phase.Open
            ? new List<Event> { new(state.Hall, new PhaseChanged(ask.To, ask.Outcome)) }
            : Leave(state, ask.To, ask.Outcome, draw, Caucus.Held(state));
    }

    /// <summary>Adjourned or concluded, with everybody home; also from an adjournment: a mediator may be on a visit in a home room.</summary>
    /// <param name="before">The caucuses held before the act.</param>
    /// <param name="gone">Who leaves the session in the same act, and goes nowhere.</param>
    public static List<Event> Leave(
        Session state, Phase to, Outcome? outcome, Draw draw, IReadOnlySet<Caucus> before, Person? gone = null)
    {
        var homes = GoingHome.Everybody(state);
        var targets = gone is { Room: not null } ? homes.SetItem(gone.Id, null) : homes;
        var events = Seating.Change(state, targets, draw, before);
        events.AddRange(Saving.Before(state, targets));
        events.AddRange(Inviting.LapseOf(state, _ => true));
        Tell(Evolution.Apply(state, events), events);
        events.Add(new(state.Hall, new PhaseChanged(to, outcome)));
        return events;
    }

    private static void Tell(Session state, List<Event> events)
    {
        var held = Caucus.InOrder(state.CaucusesToTell.Distinct()).Select(caucus => caucus.Parties).ToImmutableArray();
        if (!held.IsEmpty)
        {
            events.Add(new(state.Hall, new CaucusesHeld(held)));
        }
    }

    private static bool Follows(Phase from, Phase to) => (from, to) switch
    {
        (Phase.Preparing, Phase.Open or Phase.Concluded) => true,
        (Phase.Open, Phase.Adjourned or Phase.Concluded) => true,
        (Phase.Adjourned, Phase.Open or Phase.Concluded) => true,
        (Phase.Concluded, Phase.Open) => true,
        _ => false,
    };
}
