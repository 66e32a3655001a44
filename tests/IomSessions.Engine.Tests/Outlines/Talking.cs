using System.Collections.Immutable;
using IomSessions.Domain;
using IomSessions.Engine.Tests.Simulation;

namespace IomSessions.Engine.Tests.Outlines;

/// <summary>A session in which much is said and moved, and somebody who comes to it with nothing.</summary>
internal sealed class Talking(World world)
{
    private int _asked;

    public World World => world;

    public LiveSession Live => world.Nodes[0].Live;

    public Session State => Live.State!;

    public PersonId Mediator => world.Cast.Mediators[0];

    public IReadOnlyList<PersonId> Delegates => [.. world.Cast.Delegates.Select(one => one.Person)];

    /// <summary>A session in which the guest may be taken into the caucus room.</summary>
    public static async Task<Talking> BeginAsync(int nodes = 1)
    {
        var talk = new Talking(await World.OpenAsync(new WorldPlan(7) { Kept = 16, Nodes = nodes }));
        await talk.DoAsync(talk.Mediator, new AdmitGuest(talk.Delegates[^1], [talk.Caucus], ["Water"]));
        foreach (var head in talk.World.Cast.Delegates.Where(one => one.Role == Role.Head))
        {
            await talk.DoAsync(head.Person, new GiveConsent(talk.Delegates[^1], null));
        }

        return talk;
    }

    /// <summary>Somebody says so much in the room he is in.</summary>
    public async Task SayAsync(PersonId by, int times)
    {
        for (var at = 0; at < times; at++)
        {
            await DoAsync(by, new Say(State.SittingOf(State.People[by])!.Value, $"Words {_asked}", "en"));
        }
    }

    /// <summary>The mediator takes a guest into a room; null: home.</summary>
    public async Task MoveAsync(PersonId person, RoomId? to) =>
        await DoAsync(Mediator, new Arrange(
            [new Move(to, [person], [])],
            new Basis(
                ImmutableDictionary<PersonId, CircleId>.Empty.Add(person, State.SittingOf(State.People[person])!.Value),
                Filled(to ?? State.RoomOfKind(RoomKind.Waiting).Id)),
            new Confirmation([], Company.Of(person))));

    private ImmutableDictionary<RoomId, CircleId?> Filled(RoomId room) =>
        ImmutableDictionary<RoomId, CircleId?>.Empty.Add(room, State.Rooms[room].Sitting);

    public RoomId Caucus => State.Rooms.Values.First(room => room.Kind == RoomKind.Caucus).Id;

    public async Task DoAsync(PersonId by, CommandBody body)
    {
        var id = world.Cast.Command($"talk {_asked++}");
        var asked = Live.Desk.SubmitAsync(new Command(id, by, world.Clock.GetUtcNow(), Cast.SeedOf(id), body));
        await world.DeskAsync(world.Nodes[0]);
        if (await asked is CommandOutcome.Refused refused)
        {
            throw new InvalidOperationException(refused.Refusal.Code);
        }
    }

    /// <summary>Says hello with nothing in hand.</summary>
    public async Task<Listener> OutlineAsync(PersonId person, int recent)
    {
        var listener = new Listener();
        listener.Seat = new Seat(person, world.DeviceOf(person, 0), listener);
        await Live.HelloAsync(listener.Seat, [], null, recent);
        await world.PumpAsync(world.Nodes[0]);
        await world.Nodes[0].BesideAsync(int.MaxValue);
        await world.PumpAsync(world.Nodes[0]);
        return listener;
    }

    /// <summary>Keeps what is posted.</summary>
    internal sealed class Listener : IOutlet
    {
        public List<Frame> Frames { get; } = [];

        public Seat? Seat { get; set; }

        public OutlineSignal Outline => DomainJson.Read<OutlineSignal>(Frames.Single(frame => frame.Target == Target.Outline).Argument.Span);

        public IReadOnlyList<Told> Past => [.. Frames.Where(frame => frame.Target == Target.Past).SelectMany(frame => Told.Past(frame, out _))];

        public bool IsIdle => true;

        public long Posted => Frames.Count;

        public long Sent => Frames.Count;

        public Action? Drained { get; set; }

        public bool TryPost(Frame frame)
        {
            Frames.Add(frame);
            return true;
        }

        public void Close(Frame last) => Frames.Add(last);
    }
}
