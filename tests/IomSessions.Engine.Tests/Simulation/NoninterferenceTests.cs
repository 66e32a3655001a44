using IomSessions.Domain;
using Xunit;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>
/// Each history twice, with other content, number and size of what is said in one circle: what everybody else is sent, answers
/// included, is the same byte for byte, frame for frame.
/// </summary>
public sealed class NoninterferenceTests
{
    [Fact]
    public Task SI4_10000_histories_run_twice_tell_a_nonmember_of_a_sitting_the_same_bytes() =>
        Seeds.EachAsync(Seeds.Count, seed => Twice.RunAsync(seed, CircleKind.Sitting));

    [Fact]
    public Task SI4_what_a_delegation_says_among_itself_changes_no_byte_for_others() =>
        Seeds.EachAsync(Seeds.Count / 5, seed => Twice.RunAsync(seed, CircleKind.Party));

    [Fact]
    public Task SI4_what_the_bench_says_changes_no_byte_for_others() =>
        Seeds.EachAsync(Seeds.Count / 5, seed => Twice.RunAsync(seed, CircleKind.Bench));

    [Fact]
    public Task DR1_what_is_written_in_a_draft_changes_no_byte_for_those_who_do_not_have_it() =>
        Seeds.EachAsync(Seeds.Count / 5, seed => Twice.RunAsync(seed, CircleKind.Draft));

    [Theory]
    [InlineData(CircleKind.Sitting)]
    [InlineData(CircleKind.Party)]
    [InlineData(CircleKind.Bench)]
    public Task SI4_over_two_nodes_what_is_said_changes_no_event_no_order_and_no_answer_of_others(CircleKind kind) =>
        Seeds.EachAsync(Seeds.Count / 10, seed => Twice.OverTwoNodesAsync(seed, kind, plan => plan));

    [Fact]
    public async Task SI4_the_two_runs_do_differ_where_they_may()
    {
        var differing = 0;
        for (var seed = 1; seed <= 40; seed++)
        {
            var (one, other) = (await Twice.HalfAsync(seed, CircleKind.Sitting, 1, plan => plan), await Twice.HalfAsync(seed, CircleKind.Sitting, 2, plan => plan));
            differing += one.Transcript.DiffersFrom(other.Transcript, new HashSet<PersonId>()) is null ? 0 : 1;
        }

        Assert.InRange(differing, 20, 40);
    }
}
