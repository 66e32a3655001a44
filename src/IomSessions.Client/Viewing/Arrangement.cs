using System.Collections.Immutable;
using IomSessions.Wire;

namespace IomSessions.Client;

/// <summary>
/// Builds an arrangement on what a mediator sees now: the basis names every person moved and every room filled (RM5), so that a floor
/// that changed meanwhile is never overwritten. Immutable.
/// </summary>
public sealed class Arrangement
{
    private readonly SessionView _view;
    private readonly ImmutableList<Move> _moves;

    private Arrangement(SessionView view, ImmutableList<Move> moves) => (_view, _moves) = (view, moves);

    /// <summary>Begins with a room to be filled; null: each to his home.</summary>
    public static Arrangement Into(SessionView view, string? room) => new Arrangement(view, []).AndInto(room);

    /// <summary>Each party with its mediators into its room: all of it at once.</summary>
    public static Arrangement IntoCaucuses(SessionView view, params IReadOnlyList<Caucus> caucuses) => new(
        view, [.. caucuses.Select(caucus => new Move(caucus.Room, [.. caucus.Mediators], [.. caucus.Parties]))]);

    /// <summary>Everybody who is not at home, home; mediators too.</summary>
    public static Arrangement RecallEveryone(SessionView view)
    {
        var away = view.Floor.Values
            .SelectMany(room => room.People.Where(person => view.HomeOf(person)?.Room != room.Room))
            .Order(StringComparer.Ordinal);
        return new(view, [new Move(null, [.. away], [])]);
    }

    /// <summary>A further room.</summary>
    public Arrangement AndInto(string? room) => new(_view, _moves.Add(new Move(room, [], [])));

    /// <summary>People into the room named last.</summary>
    public Arrangement Person(params IReadOnlyList<string> people) =>
        WithLast(move => move with { People = [.. move.People, .. people] });

    /// <summary>Delegations with their interpreters into the room named last.</summary>
    public Arrangement Party(params IReadOnlyList<string> parties) =>
        WithLast(move => move with { Parties = [.. move.Parties, .. parties] });

    /// <summary>The command.</summary>
    /// <param name="confirm">What has been confirmed, when it was asked for.</param>
    public Arrange ToCommand(Confirmation? confirm = null)
    {
        var people = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var rooms = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var move in _moves)
        {
            foreach (var person in Moved(move))
            {
                if (_view.RoomOf(person) is { Sitting: { } sitting })
                {
                    people[person] = sitting;
                }

                var target = move.Room is null ? _view.HomeOf(person) : _view.Floor.GetValueOrDefault(move.Room);
                if (target is not null)
                {
                    rooms[target.Room] = target.Sitting;
                }
            }
        }

        return new Arrange(_moves, new Basis(people, rooms), confirm);
    }

    private IEnumerable<string> Moved(Move move) => move.People.Concat(_view.Floor.Values
        .SelectMany(room => room.People)
        .Where(person => _view.People.GetValueOrDefault(person) is { Party: { } party } && move.Parties.Contains(party)));

    private Arrangement WithLast(Func<Move, Move> change) => new(_view, _moves.SetItem(_moves.Count - 1, change(_moves[^1])));
}

/// <summary>Some parties with some mediators in one room.</summary>
public sealed record Caucus(string Room, IReadOnlyList<string> Parties, IReadOnlyList<string> Mediators);
