using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>A party that would join, or come back, and waits for consent (SE5).</summary>
/// <param name="Consents">The parties that have consented; of one that withdrew its own too.</param>
public sealed record JoiningParty(PartyId Id, string Name, ImmutableHashSet<PartyId> Consents);

/// <summary>By the secretariat: it is not proposed any more.</summary>
public sealed record RetractParty(PartyId Party) : CommandBody;

/// <summary>Hall: a party that waits for the consent of all.</summary>
public sealed record PartyProposed(PartyId Party, string Name) : EventBody;

/// <summary>Hall.</summary>
public sealed record PartyRetracted(PartyId Party) : EventBody;

/// <summary>Parties come: while preparing at once, afterwards when every party consents.</summary>
internal static class Joining
{
    public static Decision Decide(Session state, AddParty ask, Person by, Draw draw)
    {
        if (by.Role != Role.Secretariat)
        {
            return Refusal.NotAllowed;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        var known = state.Parties.TryGetValue(ask.Party, out var before);
        if (!Words.IsName(ask.Name) || ask.Party.Value == Guid.Empty || state.Joining.ContainsKey(ask.Party) || (known && !before!.Withdrawn))
        {
            return Refusal.Invalid;
        }

        if (!known && state.Parties.Count + state.Joining.Keys.Count(id => !state.Parties.ContainsKey(id)) >= Limits.Parties)
        {
            return Refusal.TooMany;
        }

        var (name, events) = (known ? before!.Name : ask.Name, new List<Event>());
        if (known || (state.Phase != Phase.Preparing && state.TakingPart.Any()))
        {
            events.Add(new(state.Hall, new PartyProposed(ask.Party, name)));
            return events;
        }

        events.AddRange(Add(state, ask.Party, name, draw));
        Guests.SendBack(state, draw, events);
        return events;
    }

    public static Decision Decide(Session state, RetractParty ask, Person by) =>
        by.Role != Role.Secretariat ? Refusal.NotAllowed
        : !state.Joining.ContainsKey(ask.Party) ? Refusal.NotFound
        : state.Phase == Phase.Concluded ? Refusal.WrongPhase
        : new List<Event> { new(state.Hall, new PartyRetracted(ask.Party)) };

    public static Decision Consent(Session state, PartyId id, PartyId by, Draw draw)
    {
        if (!state.Joining.TryGetValue(id, out var joining))
        {
            return Refusal.NotFound;
        }

        if (joining.Consents.Contains(by))
        {
            return new List<Event>();
        }

        var events = new List<Event> { new(state.Hall, new ConsentGiven(by, null, id)) };
        var now = Evolution.Apply(state, events);
        if (IsComplete(now, now.Joining[id]))
        {
            events.AddRange(Add(now, id, joining.Name, draw));
            Guests.SendBack(state, draw, events);
        }

        return events;
    }

    public static bool IsComplete(Session state, JoiningParty joining) =>
        state.TakingPart.All(joining.Consents.Contains)
        && (!state.Parties.ContainsKey(joining.Id) || joining.Consents.Contains(joining.Id));

    /// <summary>It takes part from here on; one that comes back has its circle and its home.</summary>
    public static List<Event> Add(Session state, PartyId id, string name, Draw draw)
    {
        var added = new Event(state.Hall, new PartyAdded(id, name));
        return state.Parties.ContainsKey(id)
            ? [added]
            : [added, new(draw.Circle(), new DelegationOpened(id)), new(state.Bench, new RoomMade(draw.Room(), RoomKind.Home, name, id))];
    }
}
