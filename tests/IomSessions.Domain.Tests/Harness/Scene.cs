using System.Collections.Immutable;

namespace IomSessions.Domain.Tests;

/// <summary>
/// A session in the making: every command goes through the real decide, every event through the real evolve. A refusal asserts that
/// nothing changed and that asking again gives the same answer.
/// </summary>
internal sealed class Scene
{
    private readonly string _name;
    private int _commands;

    public Scene(string name = "scene") => _name = name;

    public Session? Begun { get; private set; }

    public Session State => Begun ?? throw new InvalidOperationException("The session has not begun");

    public List<Event> Log { get; } = [];

    public static DateTimeOffset Noon { get; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public Command Next(PersonId by, CommandBody body)
    {
        var at = _commands++;
        return Quoting(new(new(Named.Of($"{_name} command {at}")), by, Noon.AddSeconds(at), Named.Seed($"{_name} {at}"), body));
    }

    /// <summary>The command with what it rests on, read from the log as it is now.</summary>
    public Command Quoting(Command command) => Begun is { } state
        ? command with { Quotes = [.. Domain.Quoting.Of(state, command.By, command.Body).SelectMany(Read)] }
        : command;

    /// <summary>Decides and, when accepted, applies.</summary>
    public Decision Do(Command command)
    {
        var decision = Decider.Decide(Begun, command);
        if (decision is Decision.Accepted accepted)
        {
            foreach (var told in accepted.Events)
            {
                Begun = Evolution.Apply(Begun, told);
                Log.Add(told);
            }
        }

        return decision;
    }

    public Decision Do(PersonId by, CommandBody body) => Do(Next(by, body));

    /// <summary>When: it is accepted.</summary>
    public ImmutableArray<Event> Done(PersonId by, CommandBody body) => Accepted(by, body).Events;

    /// <summary>The house notes a deadline at a moment.</summary>
    public ImmutableArray<Event> Note(RoomId room, DateTimeOffset deadline, DateTimeOffset now) =>
        Assert.IsType<Decision.Accepted>(Do(Next(Command.House, new NoteDeadline(room, deadline)) with { At = now })).Events;

    public Decision.Accepted Accepted(PersonId by, CommandBody body)
    {
        var decision = Do(by, body);
        if (decision is Decision.Refused refused)
        {
            Assert.Fail($"{body.GetType().Name} was refused: {refused.Refusal.Code}");
        }

        return (Decision.Accepted)decision;
    }

    /// <summary>When: it is refused, and nothing changes.</summary>
    public Refusal Refused(PersonId by, CommandBody body)
    {
        var (before, told, command) = (Begun, Log.Count, Next(by, body));
        var shape = before is null ? "" : Shape.Of(before);
        var refused = Assert.IsType<Decision.Refused>(Do(command));
        Assert.Same(before, Begun);
        Assert.Equal(told, Log.Count);
        Assert.Equal(shape, Begun is null ? "" : Shape.Of(Begun));
        Assert.Equal(Shape.Of(refused.Refusal), Shape.Of(Assert.IsType<Decision.Refused>(Decider.Decide(Begun, command)).Refusal));
        return refused.Refusal;
    }

    /// <summary>When: it is refused with this code.</summary>
    public void Refused(Refusal expected, PersonId by, CommandBody body) => Assert.Equal(expected.Code, Refused(by, body).Code);

    public Person Person(PersonId id) => State.People[id];

    public Room RoomOf(PersonId id) => State.Rooms[Person(id).Room!.Value];

    public CircleId SittingOf(PersonId id) => State.SittingOf(Person(id))!.Value;

    public Room Joint => State.RoomOfKind(RoomKind.Joint);

    public RoomId Home(PartyId party) => State.Parties[party].Home;

    public bool Reads(PersonId person, CircleId circle) => Access.MayRead(person, circle, State);

    /// <summary>What a circle was told, in order.</summary>
    public IEnumerable<EventBody> Told(CircleId circle) => Log.Where(told => told.Circle == circle).Select(told => told.Body);

    /// <summary>Where the last of what a circle was told stands.</summary>
    public long Head(CircleId circle) => Told(circle).Count();

    private IEnumerable<Quote> Read(Quotation asked) => Told(asked.Circle)
        .Select((body, at) => new Quote(asked.Circle, at + 1, Noon, body))
        .Where(quote => asked.Offset is not { } offset || quote.Offset == offset);

    public IEnumerable<EventBody> InHall => Told(State.Hall);

    /// <summary>What a mediator sees now of those he is about to move and of the rooms that he fills.</summary>
    public Basis Basis(params Move[] moves)
    {
        var delegations = moves.SelectMany(move => move.Parties)
            .SelectMany(party => State.Admitted.Where(person => person.Party == party)).Select(person => person.Id);
        var people = moves.SelectMany(move => move.People).Concat(delegations).Distinct()
            .Where(id => State.People.TryGetValue(id, out var person) && person.Room is not null).ToList();
        var rooms = moves.Select(move => move.Room).OfType<RoomId>()
            .Concat(moves.Any(move => move.Room is null) ? State.Rooms.Keys : []).Distinct().Where(State.Rooms.ContainsKey);
        return new(
            people.ToImmutableDictionary(id => id, SittingOf),
            rooms.ToImmutableDictionary(id => id, id => State.Rooms[id].Sitting));
    }

    public Arrange Arrange(Confirmation? confirm, params Move[] moves) => new([.. moves], Basis(moves), confirm);

    /// <summary>A mediator moves people and confirms what he is asked to.</summary>
    public ImmutableArray<Event> Move(RoomId? room, params PersonId[] people) => Move(new Move(room, [.. people], []));

    public ImmutableArray<Event> MoveParties(RoomId? room, params PartyId[] parties) => Move(new Move(room, [], [.. parties]));

    public ImmutableArray<Event> Move(params Move[] moves)
    {
        var decision = Do(Cast.Mediator, Arrange(null, moves));
        if (decision is Decision.Refused { Refusal.Detail: RefusalDetail.Needs needs })
        {
            return Done(Cast.Mediator, Arrange(Confirm(needs.Consequences), moves));
        }

        return Assert.IsType<Decision.Accepted>(decision).Events;
    }

    public static Confirmation Confirm(Consequences asked) => new(asked.Meetings, asked.TakenOut);
}
