using System.Security.Cryptography;
using System.Text;
using IomSessions.Domain;
using IomSessions.Engine.InMemory;
using IomSessions.Engine.Tests.Simulation;
using Xunit;

namespace IomSessions.Engine.Tests.Files;

/// <summary>Files over a real session, with a store that can be tampered with.</summary>
public sealed class SessionFilesTests
{
    private readonly MemoryFileStore _store = new();

    [Theory]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(200_000)]
    public async Task SI3_what_is_said_with_a_file_is_downloaded_byte_for_byte(int size)
    {
        var (world, live, by) = await OpenAsync();
        var bytes = Text(size);
        var facts = await UploadAsync(live, by, bytes);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(facts.File.Salt), .. bytes])), facts.File.Hash);
        Assert.Equal(Refusal.NotFound, (await live.Files.OpenAsync(by, facts.File.File, () => true)).Refusal);
        await SayAsync(world, by, facts);
        Assert.Equal(bytes, await DownloadAsync(live, by, facts));
    }

    [Fact]
    public async Task SI3_a_piece_from_the_middle_is_the_piece()
    {
        var (world, live, by) = await OpenAsync();
        var bytes = Text(200_000);
        var facts = await UploadAsync(live, by, bytes);
        await SayAsync(world, by, facts);
        await using var content = (await live.Files.OpenAsync(by, facts.File.File, () => true)).Content!;
        content.Position = 65_000;
        var piece = new byte[70_000];
        await content.ReadExactlyAsync(piece);
        Assert.Equal(bytes[65_000..135_000], piece);
    }

    [Fact]
    public async Task SI4_who_may_not_read_the_circle_gets_no_file_and_no_other_answer()
    {
        var (world, live, by) = await OpenAsync();
        var facts = await UploadAsync(live, by, Text(10));
        var outsider = live.State!.Admitted.First(p => !Access.MayRead(p.Id, facts.For, live.State)).Id;
        await SayAsync(world, by, facts);
        Assert.Equal(Refusal.NotFound, (await live.Files.OpenAsync(outsider, facts.File.File, () => true)).Refusal);
        Assert.Equal(Refusal.NotFound, (await live.Files.OpenAsync(by, new(Guid.NewGuid()), () => true)).Refusal);
        Assert.Equal(Refusal.NotFound, (await live.Files.OpenAsync(by, facts.File.File, () => false)).Refusal);
    }

    [Fact]
    public async Task PE4_after_access_ends_not_one_byte_more()
    {
        var (world, live, by) = await OpenAsync();
        var facts = await UploadAsync(live, by, Text(200_000));
        await SayAsync(world, by, facts);
        var open = true;
        await using var content = (await live.Files.OpenAsync(by, facts.File.File, () => open)).Content!;
        var piece = new byte[1_000];
        Assert.Equal(1_000, await content.ReadAsync(piece));
        open = false;
        await Assert.ThrowsAsync<FileWithheldException>(async () => Assert.NotEqual(0, await content.ReadAsync(piece)));
    }

    [Fact]
    public async Task ST2_nothing_of_a_file_is_stored_open()
    {
        var (_, live, by) = await OpenAsync();
        await UploadAsync(live, by, Encoding.UTF8.GetBytes("planted word"), "planted name.txt");
        var stored = Encoding.Latin1.GetString(await RawAsync());
        Assert.DoesNotContain("planted", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("text/plain", stored, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("swap")]
    [InlineData("flip")]
    [InlineData("longer")]
    [InlineData("chunk less")]
    public async Task ST2_a_stored_file_that_was_tampered_with_gives_no_wrong_byte(string how)
    {
        var (world, live, by) = await OpenAsync();
        var bytes = Text(200_000);
        var facts = await UploadAsync(live, by, bytes);
        await SayAsync(world, by, facts);
        await TamperAsync(facts.File.File, how);
        var got = new List<byte>();
        var (refusal, content) = await live.Files.OpenAsync(by, facts.File.File, () => true);
        if (content is not null)
        {
            await using var _ = content;
            await Assert.ThrowsAsync<FileWithheldException>(async () =>
            {
                var piece = new byte[10_000];
                for (var read = 1; read > 0;)
                {
                    read = await content.ReadAsync(piece);
                    got.AddRange(piece[..read]);
                }
            });
        }

        Assert.True(content is not null || refusal == EngineRefusals.Failed);
        Assert.True(got.Count < bytes.Length);
        Assert.Equal(bytes[..got.Count], got);
        Assert.NotEmpty(world.Faults);
    }

    [Fact]
    public async Task OP3_a_file_too_large_is_refused_on_the_way_and_leaves_nothing()
    {
        var (_, live, by) = await OpenAsync();
        await using var endless = new Endless();
        var (refusal, _) = await live.Files.UploadAsync(by, Place(live, by), "a.txt", null, () => true, endless);
        Assert.Equal(Refusal.FileTooLarge, refusal);
        Assert.InRange(endless.Given, Limits.FileBytes, Limits.FileBytes + 500_000);
        Assert.Empty(await _store.FilesAsync(live.Id));
    }

    [Theory]
    [InlineData("a.pdf", "MZ", "file_content")]
    [InlineData("a.txt", "", "file_content")]
    [InlineData("a.exe", "MZ", "file_type")]
    [InlineData("../a.txt", "x", "file_name")]
    public async Task SI3_what_is_not_taken_leaves_nothing(string name, string content, string code)
    {
        var (_, live, by) = await OpenAsync();
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(content));
        Assert.Equal(code, (await live.Files.UploadAsync(by, Place(live, by), name, null, () => true, bytes)).Refusal!.Code);
        Assert.Empty(await _store.FilesAsync(live.Id));
    }

    [Fact]
    public async Task SI3_a_sign_late_in_a_plain_text_is_found()
    {
        var (_, live, by) = await OpenAsync();
        using var bytes = new MemoryStream([.. Text(150_000), 0]);
        Assert.Equal(Refusal.FileContent, (await live.Files.UploadAsync(by, Place(live, by), "a.txt", null, () => true, bytes)).Refusal);
        Assert.Empty(await _store.FilesAsync(live.Id));
    }

    [Fact]
    public async Task SE3_files_that_wait_are_counted_for_their_own_sender()
    {
        var (_, live, by) = await OpenAsync();
        for (var at = 0; at < Limits.FilesWaiting; at++)
        {
            await UploadAsync(live, by, Text(1));
        }

        using var more = new MemoryStream(Text(1));
        Assert.Equal(Refusal.TooMany, (await live.Files.UploadAsync(by, Place(live, by), "a.txt", 1, () => true, more)).Refusal);
        var other = live.State!.Admitted.First(p => p.Party is not null && p.Id != by).Id;
        await UploadAsync(live, other, Text(1));
    }

    [Fact]
    public async Task SI3_an_upload_that_is_never_said_is_thrown_away_also_after_a_restart_and_one_that_was_said_never()
    {
        var (world, live, by) = await OpenAsync();
        var said = await UploadAsync(live, by, Text(10));
        var waits = await UploadAsync(live, by, Text(10));
        await SayAsync(world, by, said);
        await live.Files.SweepNowAsync(world);
        Assert.Equal(2, (await _store.FilesAsync(live.Id)).Count);
        world.Clock.Advance(Limits.FileWaits + TimeSpan.FromMinutes(1));
        Assert.Equal("file_gone", await RefusedAsync(world, by, waits));
        await world.RestartAsync(world.Nodes[0]);
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.Nodes[0].Live.Files.SweepNowAsync(world);
        Assert.Equal([said.File.File], await _store.FilesAsync(live.Id));
        Assert.Null(await world.Keys.FileKeyAsync(live.Id, waits.File.File));
        Assert.Equal(Text(10), await DownloadAsync(world.Nodes[0].Live, by, said));
    }

    private async Task<(World World, LiveSession Live, PersonId By)> OpenAsync()
    {
        var world = await World.OpenAsync(new WorldPlan(7) { Files = _store, NewFile = FileDraw.Random });
        var live = world.Nodes[0].Live;
        return (world, live, world.Cast.Everybody.First(id => live.State!.People[id] is { Party: not null, Room: not null }));
    }

    private static CircleId Place(LiveSession live, PersonId by) => live.State!.Parties[live.State.People[by].Party!.Value].Circle;

    private static async Task<FileFacts> UploadAsync(LiveSession live, PersonId by, byte[] bytes, string name = "a.txt")
    {
        using var content = new MemoryStream(bytes);
        var (refusal, taken) = await live.Files.UploadAsync(by, Place(live, by), name, bytes.Length, () => true, content);
        Assert.Null(refusal);
        return taken!;
    }

    private static async Task<byte[]> DownloadAsync(LiveSession live, PersonId by, FileFacts facts)
    {
        var (refusal, content) = await live.Files.OpenAsync(by, facts.File.File, () => true);
        Assert.Null(refusal);
        await using var opened = content!;
        using var all = new MemoryStream();
        await opened.CopyToAsync(all);
        return all.ToArray();
    }

    private static async Task SayAsync(World world, PersonId by, FileFacts facts)
    {
        var asked = world.Ask(by, $"say {facts.File.File.Value:N}", new SayInDelegation("", "en", [facts.File.File]), world.Nodes[0]);
        await world.DeskAsync(world.Nodes[0]);
        Assert.True(asked.IsDone, asked.Code);
    }

    private static async Task<string?> RefusedAsync(World world, PersonId by, FileFacts facts)
    {
        var asked = world.Ask(by, $"late {facts.File.File.Value:N}", new SayInDelegation("", "en", [facts.File.File]), world.Nodes[0]);
        await world.DeskAsync(world.Nodes[0]);
        return asked.Code;
    }

    private async Task<byte[]> RawAsync()
    {
        var session = Assert.Single(await _store.SessionsAsync());
        await using var stored = await _store.OpenAsync(session, Assert.Single(await _store.FilesAsync(session)));
        var bytes = new byte[stored!.Length];
        await stored.ReadAsync(0, bytes);
        return bytes;
    }

    private async Task TamperAsync(FileId file, string how)
    {
        const int chunk = 65_536 + 28;
        var bytes = await RawAsync();
        bytes = how switch
        {
            "cut" => bytes[..^100],
            "swap" => [.. bytes[chunk..(2 * chunk)], .. bytes[..chunk], .. bytes[(2 * chunk)..]],
            "flip" => [.. bytes[..70_000], (byte)(bytes[70_000] ^ 1), .. bytes[70_001..]],
            "longer" => [.. bytes[..chunk], .. bytes[..chunk], .. bytes[chunk..]],
            _ => [.. bytes[..chunk], .. bytes[(2 * chunk)..]],
        };
        var session = Assert.Single(await _store.SessionsAsync());
        await using var writer = await _store.CreateAsync(session, file);
        await writer.WriteAsync(bytes);
        await writer.KeepAsync();
    }

    private static byte[] Text(int size) => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, (size / 10) + 1).Select(at => $"{at,9} "))[..size]);

    private sealed class Endless : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'a');
            Given += buffer.Length;
            return new(buffer.Length);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

internal static class Sweeping
{
    /// <summary>A sweep first learns what the log knows: that is a turn of the desk, which is turned by hand here.</summary>
    public static async Task SweepNowAsync(this SessionFiles files, World world)
    {
        var sweep = files.SweepAsync();
        await world.DeskAsync(world.Nodes[0]);
        await sweep;
    }
}
