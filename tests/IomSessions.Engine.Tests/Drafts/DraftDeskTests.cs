using System.Collections.Immutable;
using IomSessions.Domain;
using IomSessions.Engine.Tests.Simulation;
using Xunit;

namespace IomSessions.Engine.Tests.Drafts;

/// <summary>Drafts as they are written, stored and told.</summary>
public sealed class DraftDeskTests
{
    [Fact]
    public async Task DR1_what_two_write_at_once_on_the_same_version_is_one_text_for_everybody()
    {
        var drafting = await Drafting.BeginAsync();
        var circle = drafting.Circle;
        var (a, b) = (await drafting.FollowAsync(drafting.A), await drafting.FollowAsync(drafting.B));
        await drafting.AddAsync(drafting.A, "The Parties meet.");
        Assert.Null(await drafting.WriteAsync(drafting.A, "shall ", 12, 1, 17));
        Assert.Null(await drafting.WriteAsync(drafting.B, " in May", 16, 1, 17));
        Assert.Equal("The Parties shall meet in May.", a.Text(circle));
        Assert.Equal((a.Text(circle), 3), (b.Text(circle), b.Version(circle)));
        Assert.Equal((b.Text(circle), 3), await drafting.TextAsync());
        Assert.Empty(drafting.World.Faults);
    }

    [Fact]
    public async Task DR1_what_is_sent_again_is_stored_once_on_every_node_and_after_a_restart()
    {
        var drafting = await Drafting.BeginAsync(nodes: 2);
        Assert.Null(await drafting.WriteAsync(drafting.A, "once", 0, 0, 0));
        Assert.Null(await drafting.WriteAsync(drafting.B, "other ", 0, 0, 0, node: 1));
        Assert.Null(await drafting.WriteAsync(drafting.A, "once", 0, 0, 0));
        Assert.Null(await drafting.WriteAsync(drafting.A, "once", 0, 0, 0, node: 1));
        await drafting.World.RestartAsync(drafting.World.Nodes[1]);
        Assert.Null(await drafting.WriteAsync(drafting.A, "once", 0, 0, 0, node: 1));
        // another editor of his, or somebody who gives himself out for his, writes something else
        Assert.Null(await drafting.WriteAsync(drafting.A, "!", 0, 0, 0, editor: "two"));
        Assert.Equal(3, (await drafting.TextAsync()).Version);
    }

    [Fact]
    public async Task DL3_an_edit_whose_storing_is_not_known_is_answered_so_and_sent_again_is_there_once()
    {
        var drafting = await Drafting.BeginAsync();
        var world = drafting.World;
        var asked = world.Nodes[0].Live.Drafts.EditAsync(
            drafting.A, drafting.Circle, drafting.EditorOf(drafting.A, "one"), 0, [ChangeSet.Replace(0, 0, 0, "words")]);
        world.Store.Failing = Failing.AfterWriting;
        await world.Nodes[0].BesideAsync(int.MaxValue);
        world.Store.Failing = Failing.Not;
        Assert.Equal("unavailable", (await asked)!.Code);
        Assert.Null(await drafting.WriteAsync(drafting.A, "words", 0, 0, 0));
        Assert.Equal(("words", 1L), await drafting.TextAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DR1_whoever_follows_a_draft_is_told_of_it_also_after_a_node_has_stood_still(bool openedAgain)
    {
        var drafting = await Drafting.BeginAsync(nodes: 2);
        var (world, mine) = (drafting.World, await drafting.FollowAsync(drafting.B));
        await drafting.AddAsync(drafting.A, "before");
        world.Clock.Advance(2 * DraftDesks.Patience);
        world.Nodes[0].Live.Drafts.Look();
        if (openedAgain)
        {
            await drafting.RunAsync(async live => await live.Drafts.FactsAsync(drafting.A, drafting.Circle, 1));
        }

        Assert.Null(await drafting.WriteAsync(drafting.A, " after", 6, 1, 6, node: 1));
        await drafting.SettleAsync();
        Assert.Equal("before after", mine.Text(drafting.Circle));
        Assert.Equal(1, world.Nodes[0].Live.Drafts.Open);
    }

    [Fact]
    public async Task DR5_who_was_removed_writes_nothing_more_and_hears_nothing_more()
    {
        var drafting = await Drafting.BeginAsync();
        var (circle, mine) = (drafting.Circle, await drafting.FollowAsync(drafting.B));
        await drafting.AddAsync(drafting.A, "before");
        await drafting.DoAsync(drafting.World.Cast.Secretary, new RemovePerson(drafting.B, "the registrar"));
        Assert.Equal("not_found", await drafting.WriteAsync(drafting.B, "late", 0, 1, 6));
        var heard = mine.Frames.Count;
        await drafting.AddAsync(drafting.A, " PLANTED");
        Assert.True(mine.IsClosed);
        Assert.Equal(heard, mine.Frames.Count);
        Assert.Equal("before", mine.Text(circle));
    }

    [Fact]
    public async Task DR5_who_was_suspended_is_told_nothing_of_the_draft_on_a_line_that_stays()
    {
        var drafting = await Drafting.BeginAsync();
        var (circle, mine) = (drafting.Circle, await drafting.FollowAsync(drafting.B));
        await drafting.DoAsync(drafting.Mediator, new SuspendPerson(drafting.B));
        await drafting.AddAsync(drafting.A, "PLANTED");
        Assert.Equal(("", false), (mine.Text(circle), mine.IsClosed));
        var seat = (await drafting.ConnectAsync(drafting.B)).Seat;
        Assert.Equal("not_found", (await drafting.RunAsync(live => live.Drafts.FollowAsync(seat, circle, null)))!.Code);
    }

    [Fact]
    public async Task DR5_a_stranger_gets_the_same_answer_as_for_a_draft_that_is_not_there()
    {
        var drafting = await Drafting.BeginAsync();
        var stranger = drafting.Talk.Delegates[1];
        var seat = (await drafting.ConnectAsync(stranger)).Seat;
        foreach (var circle in new[] { drafting.Circle, new CircleId(Guid.NewGuid()), drafting.Talk.State.Hall })
        {
            Assert.Equal("not_found", (await drafting.RunAsync(live => live.Drafts.FollowAsync(seat, circle, null)))!.Code);
            Assert.Equal("not_found", (await drafting.RunAsync(live => live.Drafts.EditAsync(
                stranger, circle, drafting.EditorOf(stranger, "one"), 0, [ChangeSet.Replace(0, 0, 0, "x")])))!.Code);
        }
    }

    [Fact]
    public async Task DL2_a_reconnect_resumes_by_version_and_another_history_begins_anew()
    {
        var drafting = await Drafting.BeginAsync();
        var circle = drafting.Circle;
        var before = await drafting.FollowAsync(drafting.B);
        await drafting.AddAsync(drafting.A, "one ");
        var place = before.Place(circle);
        await drafting.AddAsync(drafting.A, "two ");
        var (seat, reader) = await drafting.ConnectAsync(drafting.Mediator);
        await drafting.RunAsync(live => live.Drafts.FollowAsync(seat, circle, place));
        Assert.DoesNotContain(reader.Frames, frame => frame.Target == Target.DraftText);
        Assert.Contains("two", System.Text.Encoding.UTF8.GetString(reader.Frames.Single(frame => frame.Target == Target.DraftChanges).Argument.Span), StringComparison.Ordinal);
        foreach (var wrong in new[] { (1L, (UInt128)7), (9L, place.Item2), (-1L, place.Item2) })
        {
            reader.Frames.Clear();
            await drafting.RunAsync(live => live.Drafts.FollowAsync(seat, circle, wrong));
            Assert.Equal("one two ", reader.Text(circle));
            Assert.Single(reader.Frames, frame => frame.Target == Target.DraftText);
        }
    }

    [Fact]
    public async Task DL5_a_long_text_comes_in_pieces_and_a_full_line_gets_the_rest_when_it_has_room()
    {
        var drafting = await Drafting.BeginAsync();
        var circle = drafting.Circle;
        // with a sign of two units across the end of a piece
        var chapter = "x" + string.Concat(Enumerable.Repeat("𐍈", 24_000)) + "\n";
        await drafting.AddAsync(drafting.A, chapter);
        await drafting.AddAsync(drafting.A, chapter);
        var (seat, reader) = await drafting.ConnectAsync(drafting.B);
        reader.Room = 1;
        await drafting.RunAsync(live => live.Drafts.FollowAsync(seat, circle, null));
        await drafting.AddAsync(drafting.A, "end");
        Assert.Single(reader.Frames, frame => frame.Target == Target.DraftText);
        for (var at = 0; at < 6; at++)
        {
            reader.Room = 1;
            reader.Drained!();
            await drafting.SettleAsync();
        }

        Assert.Equal(chapter + chapter + "end", reader.Text(circle));
        Assert.True(reader.Frames.Count(frame => frame.Target == Target.DraftText) == 3);
    }

    [Fact]
    public async Task DR1_who_comes_back_after_more_than_is_at_hand_is_told_all_of_it_in_order()
    {
        var drafting = await Drafting.BeginAsync();
        var circle = drafting.Circle;
        var reader = await drafting.FollowAsync(drafting.B);
        var place = reader.Place(circle);
        for (var at = 0; at < 90; at++)
        {
            drafting.World.Clock.Advance(TimeSpan.FromSeconds(2));
            var changes = Enumerable.Range(at * 50, 50).Select(n => ChangeSet.Replace(n, n, n, "x"));
            Assert.Null(await drafting.RunAsync(live => live.Drafts.EditAsync(
                drafting.A, circle, drafting.EditorOf(drafting.A, "one"), at * 50, [.. changes])));
        }

        Assert.Equal(4_500, reader.Version(circle));
        var (seat, late) = await drafting.ConnectAsync(drafting.Mediator);
        await drafting.RunAsync(live => live.Drafts.FollowAsync(seat, circle, place));
        Assert.DoesNotContain(late.Frames, frame => frame.Target == Target.DraftText);
        Assert.Equal(4_500, late.Frames.Where(frame => frame.Target == Target.DraftChanges).Sum(Count));
        // written on what is further back than is carried over
        Assert.Equal("draft_stale", await drafting.WriteAsync(drafting.B, "y", 0, 2_000, 2_000));
        Assert.Null(await drafting.WriteAsync(drafting.B, "y", 0, 2_600, 2_600));
        Assert.Empty(drafting.World.Faults);
    }

    [Fact]
    public async Task DR1_a_caret_is_told_to_those_who_follow_in_the_same_room_and_to_nobody_else()
    {
        var drafting = await Drafting.BeginAsync();
        var circle = drafting.Circle;
        var (b, m) = (await drafting.FollowAsync(drafting.B), await drafting.FollowAsync(drafting.Mediator));
        await drafting.AddAsync(drafting.A, "words");
        await drafting.MoveAsync(drafting.Talk.Caucus, drafting.Mediator);
        var caret = new DraftCaretSignal(circle, drafting.A, drafting.EditorOf(drafting.A, "one"), 1, 2, 4);
        drafting.World.Nodes[0].Live.Drafts.Caret(caret);
        await drafting.SettleAsync();
        Assert.Equal([caret], b.Carets);
        Assert.Empty(m.Carets);
    }

    [Fact]
    public async Task OP3_too_much_at_once_is_refused_clearly_and_nothing_of_it_is_stored()
    {
        var drafting = await Drafting.BeginAsync();
        var editor = drafting.EditorOf(drafting.A, "one");
        async Task<string?> Edit(ImmutableArray<ChangeSet> changes) =>
            (await drafting.RunAsync(live => live.Drafts.EditAsync(drafting.A, drafting.Circle, editor, 0, changes)))?.Code;
        Assert.Equal("invalid", await Edit([]));
        Assert.Equal("invalid", await Edit([.. Enumerable.Range(0, 65).Select(n => ChangeSet.Replace(n, n, n, "x"))]));
        Assert.Equal("draft_full", await Edit([ChangeSet.Replace(0, 0, 0, new string('x', Limits.DraftLength + 1))]));
        ImmutableArray<ChangeSet> many = [.. Enumerable.Range(0, 64).Select(n => ChangeSet.Replace(n, n, n, "x"))];
        Assert.Null(await Edit(many));
        Assert.Equal("too_fast", await Edit(many));
        drafting.World.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(await Edit(many));
        Assert.Equal(64, (await drafting.TextAsync()).Version);
    }

    private static int Count(Frame frame)
    {
        using var json = System.Text.Json.JsonDocument.Parse(frame.Argument);
        return json.RootElement.GetProperty("changes").GetArrayLength();
    }
}
