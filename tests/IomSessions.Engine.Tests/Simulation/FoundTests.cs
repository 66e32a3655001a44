using IomSessions.Domain;
using Xunit;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>Seeds that once failed.</summary>
public sealed class FoundTests
{
    /// <summary>Whether a stalled line got the last events before its goodbye depended on where they were read from, and that on how
    /// much another delegation had said.</summary>
    [Fact]
    public async Task SI4_a_dying_line_does_not_tell_how_much_others_said() => Assert.Null(await Twice.RunAsync(83, CircleKind.Party));

    /// <summary>That a stalled line was cut off was told to others when the next thing happened to be told, and that depended on how much the
    /// mediators said among themselves.</summary>
    [Fact]
    public async Task RM10_a_line_that_is_cut_off_is_told_at_once() => Assert.Null(await Twice.RunAsync(49, CircleKind.Bench));

    /// <summary>Histories in which a dead line was taken for one that somebody reads.</summary>
    [Theory]
    [InlineData(1191, CircleKind.Party)]
    [InlineData(2533, CircleKind.Sitting)]
    public async Task SI4_signals_and_events_come_in_the_same_order(int seed, CircleKind kind) =>
        Assert.Null(await Twice.RunAsync(seed, kind));

    /// <summary>A late rendition of the secret, which there is in one run only, made somebody ask for another circle.</summary>
    [Fact]
    public async Task SI4_a_question_does_not_depend_on_a_rendition_of_the_secret() => Assert.Null(await Twice.RunAsync(1335, CircleKind.Sitting));

    /// <summary>A release that was refused before anything had been said was sent again after the secret (217); the secret was said to a sitting
    /// that had just ended, stood in the one that followed without anybody new, and was released from there (1977).</summary>
    [Theory]
    [InlineData(217)]
    [InlineData(1977)]
    public async Task SI4_what_is_let_out_on_purpose_is_no_leak(int seed) => Assert.Null(await Twice.RunAsync(seed, CircleKind.Sitting));

    /// <summary>Whether changes of a draft came before events or after them depended on where the events were read from, and that on how much others said.</summary>
    [Fact]
    public async Task SI4_changes_of_a_draft_come_after_what_is_caught_up_on() => Assert.Null(await Twice.RunAsync(684, CircleKind.Party));

    /// <summary>A draft that somebody followed was let go when time went on and nothing was posted meanwhile.</summary>
    [Fact]
    public async Task DR1_a_draft_that_somebody_follows_is_as_in_the_log() => Assert.Null(await Twice.OverTwoNodesAsync(119, CircleKind.Sitting, plan => plan));

    /// <summary>When a line was found to be dead depended on when something had been posted to it: just then (2528), or before the last look (7410).</summary>
    [Theory]
    [InlineData(2528)]
    [InlineData(7410)]
    public async Task DL5_a_line_that_is_dead_does_not_tell_when_something_was_said_to_it(int seed) => Assert.Null(await Twice.RunAsync(seed, CircleKind.Sitting));

    /// <summary>Whether a file was taken in, or a version found, depended on how fresh the node was, and that on how much others had said.</summary>
    [Theory]
    [InlineData(424, CircleKind.Bench)]
    [InlineData(816, CircleKind.Party)]
    [InlineData(117, CircleKind.Bench)]
    public async Task SI4_what_a_node_knows_of_files_and_texts_is_the_same_in_both_runs(int seed, CircleKind kind) =>
        Assert.Null(await Twice.OverTwoNodesAsync(seed, kind, plan => plan));

    /// <summary>What a comparison of cursors makes come again is older than what is on its way.</summary>
    [Theory]
    [InlineData(75)]
    [InlineData(282)]
    [InlineData(2342)]
    [InlineData(4866)]
    public async Task DL2_a_comparison_in_the_middle_of_a_lost_line_ends_whole(int seed) => Assert.Null(await HistoryTests.RunAsync(seed));

    /// <summary>A late rendition stands in a circle that ends with it: the newest that an outline counts and the one of which it tells no head.</summary>
    [Fact]
    public async Task ST6_an_outline_counts_the_rendition_that_was_told_last() => Assert.Null(await Twice.RunAsync(330, CircleKind.Sitting));
}
