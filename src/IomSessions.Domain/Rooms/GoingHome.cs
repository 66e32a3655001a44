using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>By anybody, at any time: mediation is voluntary (RM2).</summary>
/// <param name="Sitting">The sitting he leaves.</param>
/// <param name="Delegation">With his whole delegation; needs <see cref="Authority.Appoint"/>.</param>
public sealed record GoHome(CircleId Sitting, bool Delegation) : CommandBody;

/// <summary>Bench: these come back only by accepting an invitation.</summary>
public sealed record WentHome(Company People) : EventBody;

/// <summary>Leaving leads home, never to the joint room (RM7).</summary>
internal static class GoingHome
{
    public static Decision Decide(Session state, GoHome ask, Person by, Draw draw)
    {
        if (by.Room is not { } from)
        {
            return Refusal.NotAllowed;
        }

        if (state.SittingOf(by) != ask.Sitting)
        {
            return Speech.Elsewhere(state, by);
        }

        if (ask.Delegation && (by.Party is null || !by.Holds(Authority.Appoint)))
        {
            return Refusal.NotAuthorised;
        }

        var home = Homes.Of(state, by);
        var leaving = ask.Delegation
            ? state.Admitted.Where(p => p.Party == by.Party && p.Room != home).ToList()
            : from == home ? [] : [by];
        var events = Seating.Change(state, leaving.ToDictionary(p => p.Id, _ => (RoomId?)home), draw);
        var bound = Company.Of(leaving.Where(p => !p.IsMediator).Select(p => p.Id));
        if (bound.Count > 0)
        {
            events.Add(new(state.Bench, new WentHome(bound)));
        }

        return events;
    }

    /// <summary>Everybody home: at an adjournment and at the end.</summary>
    public static ImmutableDictionary<PersonId, RoomId?> Everybody(Session state) =>
        state.People.Values.Where(p => p.Room is not null).ToImmutableDictionary(p => p.Id, p => (RoomId?)Homes.Of(state, p));
}
