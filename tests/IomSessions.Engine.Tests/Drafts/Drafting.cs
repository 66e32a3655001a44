using System.Collections.Immutable;
using IomSessions.Domain;
using IomSessions.Engine.Tests.Outlines;
using IomSessions.Engine.Tests.Simulation;

namespace IomSessions.Engine.Tests.Drafts;

/// <summary>A session in whose joint room a draft is open.</summary>
internal sealed class Drafting
{
    private int _asked;

    private Drafting(Talking talk) => Talk = talk;

    public Talking Talk { get; }

    public World World => Talk.World;

    public PersonId Mediator => Talk.Mediator;

    /// <summary>A member of the first delegation, and one of the second.</summary>
    public PersonId A => Talk.Delegates[0];

    public PersonId B => Talk.Delegates[2];

    public DraftId Id => new(World.Cast.Id("draft"));

    public CircleId Circle => Talk.State.Drafts[Id].Circle;

    public static async Task<Drafting> BeginAsync(int nodes = 1)
    {
        var drafting = new Drafting(await Talking.BeginAsync(nodes));
        await drafting.OpenAsync();
        return drafting;
    }

    /// <summary>Does something on a node and runs everything that follows from it.</summary>
    public async Task<T> RunAsync<T>(Func<LiveSession, Task<T>> act, int node = 0)
    {
        var done = act(World.Nodes[node].Live);
        for (var turn = 0; turn < 40 && !done.IsCompleted; turn++)
        {
            await World.Nodes[node].BesideAsync(int.MaxValue);
            await World.DeskAsync(World.Nodes[node]);
        }

        await SettleAsync();
        return await done.WaitAsync(TimeSpan.FromSeconds(10));
    }

    /// <summary>Bells ring, clocks tick, until nothing more comes of it.</summary>
    public async Task SettleAsync()
    {
        for (var turn = 0; turn < 4; turn++)
        {
            foreach (var node in World.Nodes)
            {
                await World.LookAsync(node);
                node.Live.Drafts.Look();
                await node.BesideAsync(int.MaxValue);
                await World.PumpAsync(node);
                await node.BesideAsync(int.MaxValue);
            }
        }
    }

    public Task<CommandOutcome> AskAsync(PersonId by, CommandBody body, int node = 0) =>
        RunAsync(live => live.DoAsync(by, World.Cast.Command($"drafting {_asked++}"), body), node);

    public async Task DoAsync(PersonId by, CommandBody body, int node = 0)
    {
        if (await AskAsync(by, body, node) is CommandOutcome.Refused refused)
        {
            throw new InvalidOperationException(refused.Refusal.Code);
        }
    }

    /// <summary>Writes words at a place, on a version.</summary>
    /// <returns>The refusal's code, or null.</returns>
    public async Task<string?> WriteAsync(PersonId by, string words, int at, long version, int length, int node = 0, string editor = "one") =>
        (await RunAsync(live => live.Drafts.EditAsync(by, Circle, EditorOf(by, editor), version, [ChangeSet.Replace(length, at, at, words)]), node))?.Code;

    /// <summary>Writes at the end of the newest text.</summary>
    public async Task AddAsync(PersonId by, string words)
    {
        var text = await TextAsync();
        if (await WriteAsync(by, words, text.Text.Length, text.Version, text.Text.Length) is { } code)
        {
            throw new InvalidOperationException(code);
        }
    }

    public EditorId EditorOf(PersonId by, string editor) => new(World.Cast.Id($"editor {by.Value:N} {editor}"));

    /// <summary>The text that the stored log gives, by nothing but the log.</summary>
    public async Task<(string Text, long Version)> TextAsync(CircleId? circle = null)
    {
        var reader = await FollowAsync(Mediator, circle ?? Circle);
        return (reader.Text(circle ?? Circle), reader.Version(circle ?? Circle));
    }

    public async Task<(Seat Seat, Reader Reader)> ConnectAsync(PersonId person, int node = 0)
    {
        var reader = new Reader();
        var seat = new Seat(person, World.DeviceOf(person, 0), reader);
        await RunAsync(live => live.HelloAsync(seat, [], null), node);
        return (seat, reader);
    }

    public async Task<Reader> FollowAsync(PersonId person, CircleId? circle = null, int node = 0)
    {
        var (seat, reader) = await ConnectAsync(person, node);
        World.Clock.Advance(TimeSpan.FromSeconds(2));
        if (await RunAsync(live => live.Drafts.FollowAsync(seat, circle ?? Circle, null), node) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Code);
        }

        return reader;
    }

    /// <summary>The mediator takes people into a room.</summary>
    public Task MoveAsync(RoomId room, params PersonId[] people) => DoAsync(Mediator, new Arrange(
        [new Move(room, [.. people], [])],
        new Basis(
            people.ToImmutableDictionary(id => id, id => Talk.State.SittingOf(Talk.State.People[id])!.Value),
            ImmutableDictionary<RoomId, CircleId?>.Empty.Add(room, Talk.State.Rooms[room].Sitting)),
        Everything()));

    private Confirmation Everything()
    {
        var parties = Talk.State.Parties.Keys.ToList();
        return new(
            [.. parties.SelectMany((one, at) => parties.Skip(at + 1).Select(other => Meeting.Between(new(one, other))))],
            Company.Of(Talk.State.People.Keys));
    }

    private async Task OpenAsync()
    {
        await MoveAsync(Talk.State.RoomOfKind(RoomKind.Joint).Id, Mediator, A, B);
        await DoAsync(A, new OpenDraft(Id, "The text", Talk.State.SittingOf(Talk.State.People[A])!.Value));
    }
}
