using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Saved arrangements, and what was before the last move (RM4).</summary>
internal static class Saving
{
    public static Decision Decide(Session state, SaveArrangement ask, Person by) =>
        MayNot(state, by) is { } refusal ? refusal
        : ask.Arrangement.Value == Guid.Empty || state.Arrangements.ContainsKey(ask.Arrangement) || !Words.IsName(ask.Name)
            || !AreMoves(ask.Moves) ? Refusal.Invalid
        : !ask.Moves.All(move => IsThere(state, move)) ? Refusal.NotFound
        : state.Arrangements.Count >= Limits.Arrangements ? Refusal.TooMany
        : Told(state, new ArrangementSaved(ask.Arrangement, ask.Name, ask.Moves));

    public static Decision Decide(Session state, RenameArrangement ask, Person by) =>
        MayNot(state, by) is { } refusal ? refusal
        : !Words.IsName(ask.Name) ? Refusal.Invalid
        : !state.Arrangements.TryGetValue(ask.Arrangement, out var saved) ? Refusal.NotFound
        : saved.Name == ask.Name ? new List<Event>()
        : Told(state, new ArrangementSaved(saved.Id, ask.Name, saved.Moves));

    public static Decision Decide(Session state, ForgetArrangement ask, Person by) =>
        !by.IsMediator ? Refusal.NotAllowed
        : !state.Arrangements.ContainsKey(ask.Arrangement) ? Refusal.NotFound
        : Told(state, new ArrangementForgotten(ask.Arrangement));

    /// <summary>Where those are who are about to be moved; nothing when nobody is.</summary>
    public static IEnumerable<Event> Before(Session state, IReadOnlyDictionary<PersonId, RoomId?> targets)
    {
        var rooms = targets
            .Select(target => (target.Key, From: state.People[target.Key].Room, To: target.Value))
            .Where(move => move.From is not null && move.From != move.To)
            .GroupBy(move => move.From!.Value, move => move.Key)
            .OrderBy(room => room.Key.Value)
            .Select(room => new RoomAsBefore(room.Key, Company.Of(room)))
            .ToImmutableArray();
        return rooms.IsEmpty ? [] : [new(state.Bench, new FloorBefore(rooms))];
    }

    /// <summary>For a bench that opens: what is kept.</summary>
    public static IEnumerable<EventBody> Kept(Session state) => state.Arrangements.Values.OrderBy(saved => saved.Id.Value)
        .Select(saved => new ArrangementSaved(saved.Id, saved.Name, saved.Moves));

    private static Refusal? MayNot(Session state, Person by) =>
        !by.IsMediator ? Refusal.NotAllowed : state.Phase == Phase.Concluded ? Refusal.WrongPhase : null;

    // each person and each party has one place
    private static bool AreMoves(ImmutableArray<Move> moves) =>
        !moves.IsDefaultOrEmpty && moves.Length <= Limits.Moves
        && moves.All(move => move is { People.IsDefault: false, Parties.IsDefault: false } && move.People.Length + move.Parties.Length > 0)
        && IsSet(moves.SelectMany(move => move.People)) && IsSet(moves.SelectMany(move => move.Parties));

    private static bool IsSet<T>(IEnumerable<T> many)
    {
        var seen = new HashSet<T>();
        return many.All(seen.Add);
    }

    private static bool IsThere(Session state, Move move) =>
        (move.Room is not { } room || (state.Rooms.TryGetValue(room, out var there) && !there.Closed))
        && move.Parties.All(state.Parties.ContainsKey)
        && move.People.All(id => state.People.TryGetValue(id, out var person) && person.Status != PersonStatus.Removed
            && person.Role != Role.Secretariat);

    private static List<Event> Told(Session state, EventBody body) => [new(state.Bench, body)];
}
