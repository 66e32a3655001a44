using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using IomSessions.Benchmarks.Hosts;

namespace IomSessions.Benchmarks.Load.Drafts;

/// <summary>IomSessions by PROTOCOL.md, as the web client writes: what is typed while the last is on its way goes together when that has come back.</summary>
/// <param name="number">-1: a mediator who is there and follows nothing.</param>
internal sealed class IomTypist(Page page, int number, CastSession session, CastPerson person) : Typist(page, number)
{
    private const int PerEdit = 64;

    private readonly string _editor = $"{number & 0xffff:x8}{Guid.NewGuid():N}"[..32];
    private readonly List<byte> _message = [];
    private long _version;
    private int _pending;
    private int _sent;
    private int _returned;
    private bool _answered = true;
    private bool _greeted;
    private int _calls;
    private long _restUntil;

    protected override string Path => $"/hub/session?session={session.Id}";

    protected override string Headers => $"Authorization: Bearer {person.Bearer}\r\n";

    // the first change is the text that all begin with, every other one character
    private long Length => _version == 0 ? 0 : Page.Beginning + _version - 1;

    public override void Begin() => Edit($"[[0,\"{new string('a', Page.Beginning)}\"]]", 1);

    public override void Type()
    {
        _pending++;
        Next();
    }

    public override void Ping() => Send(Dialect.Ping);

    protected override void Opened() => Send(WebSocketFrames.Text("{\"protocol\":\"json\",\"version\":1}\u001e"u8));

    protected override void Hear(ReadOnlySpan<byte> payload, long now)
    {
        while (payload.IndexOf((byte)0x1e) is var end and >= 0)
        {
            _message.AddRange(payload[..end]);
            Message(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_message), now);
            _message.Clear();
            payload = payload[(end + 1)..];
        }

        _message.AddRange(payload);
    }

    private void Message(ReadOnlySpan<byte> message, long now)
    {
        if (!_greeted)
        {
            _greeted = true;
            Call("Hello", "{\"protocol\":1,\"cursors\":[],\"closed\":null,\"recent\":0}");
            IsReady = Number < 0;
            if (Number >= 0)
            {
                Call("FollowDraft", $$"""{"circle":"{{session.Draft}}"}""");
            }
        }
        else if (message.StartsWith("{\"type\":1,\"target\":\"DraftChanges\""u8))
        {
            Changes(message, now);
        }
        else if (message.StartsWith("{\"type\":1,\"target\":\"DraftText\""u8))
        {
            _version = Value(message, "\"version\":"u8);
            IsReady = true;
        }
        else if (message.StartsWith("{\"type\":7"u8))
        {
            throw new InvalidOperationException($"an editor was sent away: {Encoding.UTF8.GetString(message)}");
        }
        else if (message.StartsWith("{\"type\":3,"u8))
        {
            var failed = message.IndexOf("\"ok\":false"u8) >= 0 || message.IndexOf("\"error\":"u8) >= 0;
            if (failed && (!IsReady || message.IndexOf("\"retry\":true"u8) < 0))
            {
                throw new InvalidOperationException($"an editor was refused: {Encoding.UTF8.GetString(message)}");
            }

            if (message.IndexOf("\"invocationId\":\"e"u8) >= 0)
            {
                Refused += failed ? 1 : 0;
                _restUntil = failed ? now + (Stopwatch.Frequency / 10) : 0;
                _pending += failed ? _sent : 0;
                _sent = failed ? 0 : _sent;
                _answered = true;
                Next();
            }
        }
    }

    private void Changes(ReadOnlySpan<byte> message, long now)
    {
        _version = Value(message, "\"from\":"u8);
        var isBeginning = _version == 0;
        while (message.IndexOf("\"editor\":\""u8) is var at and >= 0)
        {
            message = message[(at + 10)..];
            var by = Utf8Parser.TryParse(message[..8], out int number, out _, 'x') ? number : throw new InvalidDataException("an editor is not readable");
            _version++;
            if (by == Number)
            {
                _returned++;
            }
            else if (!isBeginning)
            {
                Page.Seen(by, Number, 1, now);
            }

            isBeginning = false;
        }

        Next();
    }

    private void Next()
    {
        if (!_answered || _returned < _sent || _pending == 0 || (_restUntil > 0 && Stopwatch.GetTimestamp() < _restUntil))
        {
            return;
        }

        var count = Math.Min(_pending, PerEdit);
        _pending -= count;
        var changes = Enumerable.Range(0, count).Select(one =>
        {
            var length = Length + one;
            var place = length * Number / Page.Editors;
            var kept = place == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{place},");
            return string.Create(CultureInfo.InvariantCulture, $"[{kept}[0,\"x\"],{length - place}]");
        });
        Edit(string.Join(',', changes), count);
    }

    private void Edit(string changes, int count)
    {
        (_answered, _sent, _returned) = (false, count, 0);
        Call("EditDraft", string.Create(CultureInfo.InvariantCulture, $$"""{"circle":"{{session.Draft}}","editor":"{{_editor}}","version":{{_version}},"changes":[{{changes}}]}"""), "e");
    }

    private void Call(string method, string argument, string kind = "c") => Send(WebSocketFrames.Text(Encoding.UTF8.GetBytes(
        $"{{\"type\":1,\"invocationId\":\"{kind}{_calls++}\",\"target\":\"{method}\",\"arguments\":[{argument}]}}\u001e")));

    private static long Value(ReadOnlySpan<byte> message, ReadOnlySpan<byte> name) =>
        Utf8Parser.TryParse(message[(message.IndexOf(name) + name.Length)..], out long value, out _) ? value : throw new InvalidDataException("a number is not readable");
}
