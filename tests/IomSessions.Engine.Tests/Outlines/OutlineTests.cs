using IomSessions.Domain;
using IomSessions.Engine.Tests.Simulation;
using Xunit;

namespace IomSessions.Engine.Tests.Outlines;

/// <summary>Whoever holds nothing is told what is, not everything that was.</summary>
public sealed class OutlineTests
{
    [Fact]
    public async Task ST6_an_outline_does_not_grow_with_what_was_said_and_moved()
    {
        var talk = await Talking.BeginAsync();
        await RoundAsync(talk, 5);
        var early = (await talk.OutlineAsync(talk.Mediator, 5)).Past.Count;
        await RoundAsync(talk, 20);
        Assert.Equal(early, (await talk.OutlineAsync(talk.Mediator, 5)).Past.Count);
    }

    [Fact]
    public async Task ST6_an_outline_shows_the_floor_as_it_is()
    {
        var talk = await Talking.BeginAsync();
        await RoundAsync(talk, 6);
        var bench = (await talk.OutlineAsync(talk.Mediator, 0)).Past.Where(told => told.Kind == "bench");
        var rows = new Dictionary<RoomId, RoomOnFloor>();
        foreach (var body in bench.Select(told => DomainJson.Read<EventBody>(System.Text.Encoding.UTF8.GetBytes(told.Text))))
        {
            foreach (var row in body switch
            {
                BenchOpened opened => opened.Floor,
                FloorChanged changed => changed.Rooms,
                RoomMade made => [new(made.Room, made.Kind, made.Name, made.Party, null, Company.Nobody)],
                _ => [],
            })
            {
                rows[row.Room] = row;
            }
        }

        Assert.Equal(talk.State.Rooms.Values.Select(room => room.OnFloor()).ToHashSet(), [.. rows.Values]);
    }

    [Fact]
    public async Task RM4_an_outline_tells_what_is_kept_what_was_before_and_the_time_so_far_once_each()
    {
        var talk = await Talking.BeginAsync();
        var (kept, gone) = (new ArrangementId(Guid.NewGuid()), new ArrangementId(Guid.NewGuid()));
        Move[] moves = [new(talk.Caucus, [talk.Mediator], [])];
        await talk.DoAsync(talk.Mediator, new SaveArrangement(kept, "First", [.. moves]));
        await talk.DoAsync(talk.Mediator, new RenameArrangement(kept, "Opening"));
        await talk.DoAsync(talk.Mediator, new SaveArrangement(gone, "Gone", [.. moves]));
        await talk.DoAsync(talk.Mediator, new ForgetArrangement(gone));
        await RoundAsync(talk, 6);
        var bench = (await talk.OutlineAsync(talk.Mediator, 0)).Past.Where(told => told.Kind == "bench")
            .Select(told => DomainJson.Read<EventBody>(System.Text.Encoding.UTF8.GetBytes(told.Text))).ToList();
        Assert.Equal("Opening", Assert.Single(bench.OfType<ArrangementSaved>()).Name);
        Assert.Empty(bench.OfType<ArrangementForgotten>());
        Assert.Single(bench.OfType<FloorBefore>());
        Assert.Equal(talk.State.Times!.At, Assert.Single(bench.OfType<TimeCounted>()).At);
    }

    [Fact]
    public async Task ST6_an_outline_gives_the_head_of_every_circle_and_its_newest_events()
    {
        var talk = await Talking.BeginAsync();
        await talk.SayAsync(talk.Delegates[0], 9);
        var listener = await talk.OutlineAsync(talk.Delegates[0], 3);
        var sitting = Assert.Single(listener.Outline.Cursors, cursor => cursor.Kind == CircleKind.Sitting);
        Assert.Equal([1, 8, 9, 10], listener.Past.Where(told => told.Circle == sitting.Circle).Select(told => told.Offset));
        Assert.Equal(10, sitting.Offset);
        Assert.DoesNotContain(listener.Frames, frame => frame.Target == Target.Events);
        await talk.SayAsync(talk.Delegates[0], 1);
        await talk.World.PumpAsync(talk.World.Nodes[0]);
        var live = Told.In(Assert.Single(listener.Frames, frame => frame.Target == Target.Events));
        Assert.Equal(11, Assert.Single(live).Offset);
    }

    [Fact]
    public async Task ST6_an_outline_that_others_asked_for_before_is_read_once_tells_what_came_since_and_is_forgotten_in_time()
    {
        var talk = await Talking.BeginAsync();
        await talk.SayAsync(talk.Delegates[0], 40);
        Assert.Equal([1, 40, 41], await ToldAsync());
        var read = talk.World.Store.CirclesRead;
        Assert.Equal([1, 40, 41], await ToldAsync());
        talk.Live.Ledger.Tick();
        Assert.Equal([1, 40, 41], await ToldAsync());
        Assert.Equal(read, talk.World.Store.CirclesRead);
        await talk.SayAsync(talk.Delegates[0], 1);
        Assert.Equal([1, 41, 42], await ToldAsync());

        read = talk.World.Store.CirclesRead;
        talk.Live.Ledger.Tick();
        talk.Live.Ledger.Tick();
        Assert.Equal([1, 41, 42], await ToldAsync());
        Assert.True(talk.World.Store.CirclesRead > read);

        async Task<IEnumerable<long>> ToldAsync()
        {
            var listener = await talk.OutlineAsync(talk.Delegates[0], 2);
            var sitting = Assert.Single(listener.Outline.Cursors, cursor => cursor.Kind == CircleKind.Sitting);
            return listener.Past.Where(told => told.Circle == sitting.Circle).Select(told => told.Offset);
        }
    }

    [Fact]
    public async Task ST6_what_an_outline_leaves_out_is_read_back_whole()
    {
        var talk = await Talking.BeginAsync();
        await talk.SayAsync(talk.Delegates[0], 25);
        var sitting = talk.State.SittingOf(talk.State.People[talk.Delegates[0]])!.Value;
        var (read, before, more) = (new List<long>(), 24L, true);
        while (more)
        {
            var (refusal, past) = await talk.Live.Questions.ReadBackAsync(talk.Delegates[0], sitting, before, 7);
            Assert.Null(refusal);
            read.InsertRange(0, past!.Events.Events.Select(one => one.Offset));
            (before, more) = (read[0], past.More);
        }

        Assert.Equal(Enumerable.Range(1, 23).Select(offset => (long)offset), read);
    }

    [Fact]
    public async Task SI3_a_sitting_that_is_read_back_brings_renditions_that_came_after_its_end()
    {
        var (talk, interpreter, sitting) = await InterpretedAsync(said: 1);
        await RenderAsync(talk, interpreter, "rendering", new Render(sitting, 2, "Rendu.", "fr"));
        var (_, past) = await talk.Live.Questions.ReadBackAsync(interpreter, sitting, long.MaxValue, 50);
        Assert.Equal("Rendu.", Assert.IsType<Rendered>(Assert.Single(past!.Renditions!.Events).Event.Body).Text);
        var (_, before) = await talk.Live.Questions.ReadBackAsync(interpreter, sitting, 2, 50);
        Assert.Empty(before!.Renditions!.Events);
    }

    [Fact]
    public async Task OP3_what_is_read_back_is_no_more_than_one_delivery_renditions_included_and_goes_on_from_there()
    {
        var (talk, interpreter, sitting) = await InterpretedAsync(said: 7);
        for (var at = 0; at < 28; at++)
        {
            var render = new Render(sitting, 2 + (at % 7), new string('r', Limits.TextLength), at < 14 ? "fr" : "de");
            await RenderAsync(talk, interpreter, $"rendering {at}", render);
        }

        var (read, renditions, before, more) = (new List<long>(), new List<long>(), long.MaxValue, true);
        while (more)
        {
            var (_, past) = await talk.Live.Questions.ReadBackAsync(interpreter, sitting, before, 50);
            Assert.InRange(past!.Events.Events.Concat(past.Renditions!.Events).Sum(one => one.Wire.Length), 1, Limits.DeliveryBytes);
            Assert.Equal(past.Renditions.Events.OrderBy(one => one.Version), past.Renditions.Events);
            renditions.AddRange(past.Renditions.Events.Select(one => ((Rendered)one.Event.Body).Offset));
            read.InsertRange(0, past.Events.Events.Select(one => one.Offset));
            (before, more) = (read[0], past.More);
        }

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], read);
        Assert.Equal(Enumerable.Range(2, 7).SelectMany(offset => Enumerable.Repeat((long)offset, 4)), renditions.Order());
    }

    [Fact]
    public async Task ST6_earlier_sittings_are_listed_the_newest_first()
    {
        var talk = await Talking.BeginAsync();
        var guest = talk.Delegates[^1];
        await RoundAsync(talk, 3);
        var (_, first) = await talk.Live.Questions.SittingsAsync(guest, null, 2);
        var (_, rest) = await talk.Live.Questions.SittingsAsync(guest, first![^1].Opened.Event.Circle, 200);
        var all = first.Concat(rest!).Select(sitting => sitting.Opened.Event).ToList();
        var own = talk.State.Circles.Where(circle => circle.Value is { Kind: CircleKind.Sitting, Ended: true } && circle.Value.People.Contains(guest));
        Assert.Equal(own.Select(circle => circle.Key).ToHashSet(), [.. all.Select(opened => opened.Circle)]);
        Assert.Equal(all.OrderByDescending(opened => opened.Version), all);
        Assert.Equal(2, first.Count);
    }

    [Fact]
    public async Task SI4_nobody_reads_back_a_circle_that_is_not_his_and_the_answer_does_not_tell_whether_it_exists()
    {
        var talk = await Talking.BeginAsync();
        var (mine, other) = (talk.Delegates[0], talk.Delegates[2]);
        var sitting = talk.State.SittingOf(talk.State.People[mine])!.Value;
        var (closed, past) = await talk.Live.Questions.ReadBackAsync(other, sitting, 5, 10);
        var (absent, _) = await talk.Live.Questions.ReadBackAsync(other, new CircleId(talk.World.Cast.Id("no circle")), 5, 10);
        Assert.Equal(Refusal.NotFound, closed);
        Assert.Equal(closed, absent);
        Assert.Null(past);
        var (listed, _) = await talk.Live.Questions.SittingsAsync(other, sitting, 10);
        Assert.Equal(Refusal.NotFound, listed);
    }

    [Fact]
    public async Task PE4_whoever_is_back_in_the_lobby_reads_nothing_back()
    {
        var talk = await Talking.BeginAsync();
        var guest = talk.Delegates[^1];
        await RoundAsync(talk, 1);
        await talk.DoAsync(talk.Mediator, new SuspendPerson(guest));
        Assert.Equal(Refusal.NotFound, (await talk.Live.Questions.ReadBackAsync(guest, talk.State.Hall, 5, 10)).Refusal);
        Assert.Empty((await talk.Live.Questions.SittingsAsync(guest, null, 10)).Found!);
        var outline = (await talk.OutlineAsync(guest, 5)).Outline;
        Assert.Equal(talk.State.People[guest].Circle, Assert.Single(outline.Cursors).Circle);
        Assert.Null(outline.Closed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(Limits.EventsReadBack + 1)]
    public async Task OP3_how_much_is_read_back_at_once_is_bounded(int max)
    {
        var talk = await Talking.BeginAsync();
        Assert.Equal(Refusal.Invalid, (await talk.Live.Questions.ReadBackAsync(talk.Mediator, talk.State.Hall, 5, max)).Refusal);
        Assert.Equal(Refusal.Invalid, (await talk.Live.Questions.SittingsAsync(talk.Mediator, null, max)).Refusal);
    }

    [Fact]
    public async Task OP3_who_reads_back_too_fast_is_told_to_wait()
    {
        var talk = await Talking.BeginAsync();
        Refusal? last = null;
        for (var at = 0; at <= Limits.ReadBurst; at++)
        {
            (last, _) = await talk.Live.Questions.ReadBackAsync(talk.Mediator, talk.State.Hall, 5, 1);
        }

        Assert.Equal(EngineRefusals.TooFast, last);
    }

    // A guest goes into a caucus, the mediator speaks much where he is, and the guest comes back.
    private static async Task RoundAsync(Talking talk, int times)
    {
        for (var at = 0; at < times; at++)
        {
            await talk.MoveAsync(talk.Delegates[^1], talk.Caucus);
            await talk.SayAsync(talk.Mediator, 3);
            await talk.MoveAsync(talk.Delegates[^1], null);
        }
    }

    // The mediator speaks where an interpreter hears him, and the sitting ends: somebody comes in.
    private static async Task<(Talking Talk, PersonId Interpreter, CircleId Sitting)> InterpretedAsync(int said)
    {
        var talk = await Talking.BeginAsync();
        var interpreter = talk.World.Cast.Delegates.First(one => one.Role == Role.Interpreter).Person;
        await talk.MoveAsync(interpreter, talk.Caucus);
        await talk.MoveAsync(talk.Mediator, talk.Caucus);
        var sitting = talk.State.SittingOf(talk.State.People[interpreter])!.Value;
        await talk.SayAsync(talk.Mediator, said);
        await talk.MoveAsync(talk.World.Cast.Mediators[1], talk.Caucus);
        return (talk, interpreter, sitting);
    }

    private static async Task RenderAsync(Talking talk, PersonId by, string name, Render render)
    {
        var rendering = talk.Live.DoAsync(by, talk.World.Cast.Command(name), render);
        await talk.World.DeskAsync(talk.World.Nodes[0]);
        Assert.IsType<CommandOutcome.Done>(await rendering);
    }
}
