using System.Text;
using IomSessions.Domain;
using IomSessions.Engine.Tests.Drafts;
using Xunit;

namespace IomSessions.Engine.Tests.Nodes;

/// <summary>What a blind node does not hand out: somebody may have been sent away, and it would not know.</summary>
public sealed class BlindTests
{
    [Fact]
    public async Task PE4_a_blind_node_lets_nobody_take_part_and_tells_him_to_try_again()
    {
        var (drafting, live) = await BeginAsync();
        var (person, device) = (drafting.A, drafting.World.DeviceOf(drafting.A, 0));
        Assert.Null(live.Shut(person, device));
        Assert.Equal(EngineRefusals.NotKnown, live.Shut(person, new(Guid.NewGuid())));
        GoBlind(drafting);
        Assert.Equal(EngineRefusals.Unavailable, live.Shut(person, device));
        Assert.Equal(EngineRefusals.Unavailable, live.Shut(person, new(Guid.NewGuid())));
        await drafting.World.Nodes[0].SeeAsync();
        Assert.Null(live.Shut(person, device));
    }

    [Fact]
    public async Task ST4_a_blind_node_begins_no_record_and_goes_on_with_none()
    {
        var (drafting, live) = await BeginAsync();
        var record = live.Questions.Record(drafting.A, () => true).Record!;
        GoBlind(drafting);
        await Assert.ThrowsAsync<WithheldException>(async () =>
        {
            await foreach (var page in record.PagesAsync(record.Circles[0], CancellationToken.None))
            {
                Assert.Fail($"{page.Count} events");
            }
        });
        Assert.Equal(EngineRefusals.Unavailable, live.Questions.Record(drafting.A, () => true).Refusal);
    }

    [Fact]
    public async Task SI3_a_blind_node_hands_out_no_file_and_no_more_of_one()
    {
        var (drafting, live) = await BeginAsync();
        var (by, circle) = (drafting.A, drafting.Talk.State.SittingOf(drafting.Talk.State.People[drafting.A])!.Value);
        var said = (await UploadAsync(live, by, circle, new MemoryStream(Encoding.ASCII.GetBytes(new string('a', 100_000))))).Taken!;
        await drafting.DoAsync(by, new Say(circle, "with a file", "en", [said.File.File]));
        await using var content = (await live.Files.OpenAsync(by, said.File.File, () => true)).Content!;
        var piece = new byte[1_000];
        Assert.Equal(1_000, await content.ReadAsync(piece));
        GoBlind(drafting);
        await Assert.ThrowsAsync<FileWithheldException>(async () => Assert.NotEqual(0, await content.ReadAsync(piece)));
        Assert.Equal(EngineRefusals.Unavailable, (await live.Files.OpenAsync(by, said.File.File, () => true)).Refusal);
    }

    [Fact]
    public async Task SI3_a_blind_node_takes_no_file_in_also_one_that_was_coming()
    {
        var (drafting, live) = await BeginAsync();
        var (by, circle) = (drafting.A, drafting.Talk.State.SittingOf(drafting.Talk.State.People[drafting.A])!.Value);
        Assert.Equal(EngineRefusals.Unavailable, (await UploadAsync(live, by, circle, new Going(() => GoBlind(drafting)))).Refusal);
        Assert.Equal(EngineRefusals.Unavailable, (await UploadAsync(live, by, circle, new MemoryStream("some"u8.ToArray()))).Refusal);
    }

    private static async Task<(Drafting Drafting, LiveSession Live)> BeginAsync()
    {
        var drafting = await Drafting.BeginAsync();
        drafting.World.Nodes[0].Looks = true;
        await drafting.World.RestartAsync(drafting.World.Nodes[0]);
        return (drafting, drafting.World.Nodes[0].Live);
    }

    private static void GoBlind(Drafting drafting) => drafting.World.Clock.Advance(TimeSpan.FromSeconds(3));

    private static Task<(Refusal? Refusal, FileFacts? Taken)> UploadAsync(LiveSession live, PersonId by, CircleId circle, Stream content) =>
        live.Files.UploadAsync(by, circle, "a.txt", null, () => true, content);

    /// <summary>Something happens while it is read.</summary>
    private sealed class Going(Action then) : MemoryStream("some words"u8.ToArray())
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            then();
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
