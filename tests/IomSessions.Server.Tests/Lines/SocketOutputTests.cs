using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using IomSessions.Engine;
using IomSessions.Server.Lines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Time.Testing;

namespace IomSessions.Server.Tests.Lines;

/// <summary>The way out on a WebSocket: whole messages, in order, whoever writes.</summary>
public sealed class SocketOutputTests
{
    private const int Pong = 10;

    private readonly FakeTimeProvider _clock = new();
    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 1_000, resumeWriterThreshold: 500, useSynchronizationContext: false));
    private readonly SocketOutput _output;
    private readonly MessageReader _reader;

    public SocketOutputTests()
    {
        _output = new SocketOutput(_pipe.Writer, _clock);
        _reader = new MessageReader(_pipe.Reader);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(1_000_000)]
    public async Task DL8_what_is_written_at_once_is_one_message_of_any_length(int length)
    {
        var text = new string('a', length);
        var written = AnswerAsync(text);
        Assert.Equal(text, await _reader.MessageAsync());
        await written;
    }

    [Fact]
    public async Task DL3_an_answer_that_is_held_goes_out_with_the_frames_that_come_then()
    {
        _output.Hold();
        await AnswerAsync("first answer;");
        await AnswerAsync("second answer;");
        Assert.False(_pipe.Reader.TryRead(out _));
        await _output.WriteAsync([Frame("events"), Frame("presence")]);
        var message = await _reader.MessageAsync();
        Assert.StartsWith("first answer;second answer;{", message, StringComparison.Ordinal);
        Assert.True(message.IndexOf("\"events\"", StringComparison.Ordinal) < message.IndexOf("\"presence\"", StringComparison.Ordinal));
        await AnswerAsync("not held any more");
        Assert.Equal("not held any more", await _reader.MessageAsync());
    }

    [Fact]
    public async Task DL3_an_answer_that_is_held_goes_out_by_itself_when_no_frames_come()
    {
        _output.Hold();
        await AnswerAsync("answer");
        await _output.LetGoAsync();
        Assert.Equal("answer", await _reader.MessageAsync());
        await _output.LetGoAsync();
        Assert.False(_pipe.Reader.TryRead(out _));
    }

    [Fact]
    public async Task DL5_whoever_writes_waits_for_a_reader_that_takes_nothing_and_what_waits_does_not_grow()
    {
        var first = _output.WriteAsync([Frame(new string('a', 2_000))]).AsTask();
        var pong = _output.WriteRawAsync(new byte[] { 0x8a, 0 }).AsTask();
        var second = _output.WriteAsync([Frame("b")]).AsTask();
        var answer = AnswerAsync("c");
        Assert.False(first.IsCompleted || pong.IsCompleted || second.IsCompleted || answer.IsCompleted);
        Assert.True(_pipe.Reader.TryRead(out var read));
        Assert.InRange(read.Buffer.Length, 2_000, 2_200);
        _pipe.Reader.AdvanceTo(read.Buffer.Start);
        Assert.Contains("aaa", await _reader.MessageAsync(), StringComparison.Ordinal);
        var rest = new[] { await _reader.NextAsync(), await _reader.NextAsync(), await _reader.NextAsync() };
        Assert.Single(rest, one => one.Kind == Pong);
        Assert.Single(rest, one => one.Text.Contains("\"b\"", StringComparison.Ordinal));
        Assert.Single(rest, one => one.Text == "c");
        await Task.WhenAll(first, pong, second, answer).InTime();
    }

    [Fact]
    public async Task DL8_messages_are_whole_whoever_writes_at_the_same_time()
    {
        const int Each = 300;
        var writing = Task.WhenAll(
            Task.Run(() => ManyAsync(at => AnswerAsync($"answer {at};"))),
            Task.Run(() => ManyAsync(async at =>
            {
                if (at % 3 == 0)
                {
                    _output.Hold();
                }

                await (at % 5 == 0 ? _output.LetGoAsync() : _output.WriteAsync([Frame($"frame {at}"), Frame(new string('x', at))]));
            })),
            Task.Run(() => ManyAsync(_ => _output.WriteRawAsync(new byte[] { 0x8a, 2, (byte)'o', (byte)'k' }).AsTask())));
        var (heard, pongs) = (new StringBuilder(), 0);
        var done = writing.ContinueWith(async _ =>
        {
            await _output.LetGoAsync();
            await _output.WriteAsync([Frame("the end")]);
        }, TaskScheduler.Default).Unwrap();
        while (!heard.ToString().EndsWith("\"the end\"]}\u001e", StringComparison.Ordinal))
        {
            var (kind, text) = await _reader.NextAsync();
            pongs += kind == Pong ? 1 : 0;
            Assert.Equal(kind == Pong ? "ok" : text, text);
            heard.Append(kind == Pong ? "" : text);
        }

        await done;
        Assert.Equal(Each, pongs);
        var all = heard.ToString();
        Assert.Equal([.. Enumerable.Range(0, Each)], Numbers(all, "answer (\\d+);"));
        Assert.Equal([.. Enumerable.Range(0, Each).Where(at => at % 5 != 0)], Numbers(all, "\"frame (\\d+)\""));

        static async Task ManyAsync(Func<int, Task> write)
        {
            for (var at = 0; at < Each; at++)
            {
                await write(at);
            }
        }
    }

    [Fact]
    public async Task PE4_after_the_end_nothing_goes_out_but_the_close()
    {
        await _output.CompleteAsync();
        await _output.WriteAsync([Frame("too late")]);
        await AnswerAsync("too late");
        await _output.WriteRawAsync(new byte[] { 0x88, 0 });
        Assert.Equal(8, (await _reader.NextAsync()).Kind);
        Assert.False(_pipe.Reader.TryRead(out _));
    }

    [Fact]
    public async Task PE4_a_line_that_is_given_up_is_cut_when_its_other_side_takes_nothing_and_nothing_more_is_written()
    {
        var isCut = false;
        _output.Cut = () => isCut = true;
        var first = _output.WriteAsync([Frame(new string('a', 2_000))]).AsTask();
        var second = _output.WriteAsync([Frame("b")]).AsTask();
        var answer = AnswerAsync("c");
        _output.CancelPendingFlush();
        await Task.WhenAll(first, second, answer).InTime();
        Assert.True(isCut);
        Assert.Contains("aaa", await _reader.MessageAsync(), StringComparison.Ordinal);
        Assert.False(_pipe.Reader.TryRead(out _));
    }

    [Fact]
    public async Task PE4_a_line_that_is_given_up_hears_why_and_no_frame()
    {
        _output.Cut = () => Assert.Fail("it takes what comes");
        _output.CancelPendingFlush();
        await _output.WriteAsync([Frame("a sentence")]);
        await AnswerAsync("the end");
        Assert.Equal("the end", await _reader.MessageAsync());
        Assert.False(_pipe.Reader.TryRead(out _));
    }

    [Fact]
    public async Task DL5_when_the_transport_is_given_back_whoever_waits_to_write_does_not()
    {
        var first = _output.WriteAsync([Frame(new string('a', 2_000))]).AsTask();
        var pong = _output.WriteRawAsync(new byte[] { 0x8a, 0 }).AsTask();
        _output.Seal();
        Assert.Contains("aaa", await _reader.MessageAsync(), StringComparison.Ordinal);
        await first.InTime();
        await Assert.ThrowsAsync<IOException>(() => pong.InTime());
        await Assert.ThrowsAsync<IOException>(() => _output.WriteRawAsync(new byte[] { 0x88, 0 }).AsTask());
        await AnswerAsync("too late");
        Assert.False(_pipe.Reader.TryRead(out _));
    }

    [Fact]
    public async Task DL8_nothing_is_said_before_signalr_has_answered_the_handshake()
    {
        var line = new SocketLine("line", new DefaultHttpContext(), _output);
        _clock.Advance(TimeSpan.FromSeconds(14));
        line.Beat(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10));
        Assert.False(_pipe.Reader.TryRead(out _));
        await AnswerAsync("{}");
        Assert.Equal("{}", await _reader.MessageAsync());
    }

    [Fact]
    public async Task DL6_who_has_heard_nothing_for_long_hears_that_the_line_lives()
    {
        var line = new SocketLine("line", new DefaultHttpContext(), _output);
        await AnswerAsync("{}");
        Assert.Equal("{}", await _reader.MessageAsync());
        _clock.Advance(TimeSpan.FromSeconds(9));
        line.Beat(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10));
        Assert.False(_pipe.Reader.TryRead(out _));
        _clock.Advance(TimeSpan.FromSeconds(1));
        line.Beat(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10));
        Assert.Equal("{\"type\":6}\u001e", await _reader.MessageAsync());
        line.Beat(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10));
        Assert.False(_pipe.Reader.TryRead(out _));
    }

    [Fact]
    public void DL5_who_takes_nothing_for_long_is_cut_off()
    {
        var (http, cut) = (new DefaultHttpContext(), new Cut());
        http.Features.Set<IHttpRequestLifetimeFeature>(cut);
        var line = new SocketLine("line", http, _output);
        var waiting = _output.WriteAsync([Frame(new string('a', 2_000))]);
        Assert.False(waiting.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(29));
        line.Beat(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10));
        Assert.False(cut.IsCut);
        _clock.Advance(TimeSpan.FromSeconds(1));
        line.Beat(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10));
        Assert.True(cut.IsCut);
    }

    // as SignalR does: piece by piece, and then a flush
    private async Task AnswerAsync(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var at = 0; at < bytes.Length; at += 700)
        {
            _output.Write(bytes.AsSpan(at, Math.Min(700, bytes.Length - at)));
        }

        await _output.FlushAsync();
    }

    private static Frame Frame(string text) => new(Target.Typing, Encoding.UTF8.GetBytes($"\"{text}\""));

    private static int[] Numbers(string text, string pattern) =>
        [.. System.Text.RegularExpressions.Regex.Matches(text, pattern).Select(one => int.Parse(one.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];

    private sealed class Cut : IHttpRequestLifetimeFeature
    {
        public bool IsCut { get; private set; }

        public CancellationToken RequestAborted { get; set; }

        public void Abort() => IsCut = true;
    }
}
