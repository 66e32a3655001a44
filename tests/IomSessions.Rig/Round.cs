using System.Diagnostics;
using System.Globalization;
using IomSessions.Benchmarks.Hosts;
using IomSessions.Client;

namespace IomSessions.Rig;

/// <summary>One session under one fault: people speak, two mediators' programs move them on two nodes, some readers do not read.</summary>
internal sealed class Round(Topology around, CastSession session, int seed) : IAsyncDisposable
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(60);

    private readonly Random _chance = new(seed);
    private readonly List<Player> _players = [];
    private readonly CancellationTokenSource _over = new();
    private readonly List<SilentReader> _silent = [];
    private Task _talk = Task.CompletedTask;

    public static Plan Shape(int sessions) => new("rig", sessions, [4, 4, 4]);

    /// <summary>Moves that were answered: done, and refused because others were first.</summary>
    public (int Done, int Conflicts) Moves { get; private set; }

    public async Task BeginAsync()
    {
        // the mediator twice: two programs that arrange the same people, wherever the door sends them
        CastPerson[] people = [session.Mediator, session.Mediator, .. session.Rooms.SelectMany(room => room.People)];
        _players.AddRange(people.Select(who => new Player(around.Door.Address, session.Id, who)));
        await Task.WhenAll(_players.Select(player => player.Line.ConnectAsync())).WaitAsync(Settling);
        await Task.WhenAll(_players.Select(player => player.Line.WaitForAsync(view => view.Here is not null))).WaitAsync(Settling);
        _silent.Add(await SilentReader.ConnectAsync(around.Door.Port, session.Id, people[2].Bearer));
        _talk = Task.WhenAll([.. _players.Skip(2).Select((player, at) => SpeakAsync(player, at)), ArrangeAsync(_players[0]), ArrangeAsync(_players[1])]);
    }

    /// <returns>What is wrong.</returns>
    public async Task<List<string>> EndAsync()
    {
        await _over.CancelAsync();
        try
        {
            await _talk.WaitAsync(Settling);
        }
        catch (TimeoutException)
        {
            return ["what was asked for was not answered within a minute after the fault"];
        }

        var faults = await Checker.CheckAsync(around, session.Id, _players, Settling);
        return faults.ConvertAll(fault => string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {fault}"));
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        foreach (var player in _players)
        {
            await player.DisposeAsync();
        }

        _silent.ForEach(reader => reader.Dispose());
        _over.Dispose();
    }

    private async Task SpeakAsync(Player player, int at)
    {
        var chance = Chance();
        for (var said = 0; !_over.IsCancellationRequested; said++)
        {
            await player.SayAsync(string.Create(CultureInfo.InvariantCulture, $"rig {seed} {at} {said} {new string('x', chance.Next(200))}"));
            await RestAsync(chance.Next(20, 200));
        }
    }

    private async Task ArrangeAsync(Player player)
    {
        var chance = Chance();
        while (!_over.IsCancellationRequested)
        {
            var view = player.Line.View;
            var rooms = view.Floor.Values.Where(room => room.Kind is Wire.RoomKind.Joint or Wire.RoomKind.Caucus).Select(room => room.Room).Order(StringComparer.Ordinal).ToList();
            var people = session.Rooms.SelectMany(room => room.People).Select(one => one.Id).OrderBy(_ => chance.Next()).Take(3).ToArray();
            var reply = await player.Line.ArrangeAsync(Arrangement.Into(view, rooms[chance.Next(rooms.Count)]).Person(people), _ => ValueTask.FromResult(true));
            lock (_over)
            {
                Moves = reply.Ok ? (Moves.Done + 1, Moves.Conflicts) : (Moves.Done, Moves.Conflicts + 1);
            }

            await RestAsync(chance.Next(100, 600));
        }
    }

    private Random Chance()
    {
        lock (_chance)
        {
            return new Random(_chance.Next());
        }
    }

    private async Task RestAsync(int milliseconds)
    {
        try
        {
            await Task.Delay(milliseconds, _over.Token);
        }
        catch (OperationCanceledException)
        {
            Debug.Assert(_over.IsCancellationRequested, "the round is over");
        }
    }
}
