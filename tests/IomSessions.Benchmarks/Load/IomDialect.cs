using System.Buffers.Text;
using System.Globalization;
using System.Text;
using IomSessions.Benchmarks.Hosts;

namespace IomSessions.Benchmarks.Load;

/// <summary>IomSessions, by PROTOCOL.md.</summary>
internal sealed class IomDialect : Dialect
{
    private const string CircleBefore = "{\"circle\":\"";
    private const string EventsBefore = "{\"type\":1,\"target\":\"Events\"";
    private const string PastBefore = "{\"type\":1,\"target\":\"Past\"";
    private const string OutlineBefore = "{\"type\":1,\"target\":\"Outline\"";

    public override string Path(Line line) => $"/hub/session?session={line.Session.Id}";

    public override string Headers(Line line) => $"Authorization: Bearer {line.Person.Bearer}\r\n";

    public override byte[] Hello(Line line)
    {
        var cursors = line.Book.Circles.Select(page => string.Create(CultureInfo.InvariantCulture,
            $$"""{"circle":"{{Encoding.ASCII.GetString(page.Circle)}}","offset":{{page.Offset}},"hash":"{{Encoding.ASCII.GetString(page.Hash)}}"}"""));
        var closed = line.Book.Closed is (var count, var hash)
            ? string.Create(CultureInfo.InvariantCulture, $$"""{"count":{{count}},"hash":"{{hash}}"}""")
            : "null";
        return Frame(
            $$"""{"type":1,"invocationId":"hello","target":"Hello","arguments":[{"protocol":1,"cursors":[{{string.Join(',', cursors)}}],"closed":{{closed}},"recent":{{Recent}}}]}""");
    }

    /// <summary>How many of the newest events of a circle a fresh client asks for.</summary>
    public int Recent { get; init; }

    public override Template Saying(Line line)
    {
        var id = $"{Guid.NewGuid():N}"[..24] + Template.Number;
        var command = $"\"command\":{{\"type\":\"say\",\"sitting\":\"{Template.Sitting}\",\"text\":\"{Template.Text}\",\"language\":\"en\"}}";
        return new($"{{\"type\":1,\"invocationId\":\"{Template.Number}\",\"target\":\"Do\",\"arguments\":[{{\"id\":\"{id}\",{command}}}]}}");
    }

    public override bool TellsWhatIs => true;

    /// <summary>As a mediator sends it when he has been asked a second time: with all that he confirms.</summary>
    public override byte[] Move(string call, CastSession session, IReadOnlyList<Transfer> transfers)
    {
        var people = transfers.SelectMany(transfer => transfer.People).ToList();
        var moves = transfers.Select(transfer =>
            $$"""{"room":"{{transfer.InTo.RoomId}}","people":[{{Quoted(transfer.People)}}],"parties":[]}""");
        var seen = people.Select(line => $"\"{line.Person.Id}\":\"{SittingOf(line)}\"");
        var filled = transfers.Select(transfer => transfer.InTo).Distinct().Select(line => $"\"{line.RoomId}\":\"{SittingOf(line)}\"");
        var confirmed = $$"""{"meetings":[["{{session.Parties[0]}}","{{session.Parties[1]}}"]],"takenOut":[{{Quoted(people)}}]}""";
        var basis = "{\"people\":{" + string.Join(',', seen) + "},\"rooms\":{" + string.Join(',', filled) + "}}";
        return Frame(
            $$"""{"type":1,"invocationId":"{{call}}","target":"Do","arguments":[{"id":"{{Guid.NewGuid():N}}","command":{"type":"arrange","moves":[{{string.Join(',', moves)}}],"basis":"""
            + basis + ",\"confirm\":" + confirmed + "}}]}");
    }

    private static string SittingOf(Line line) => Encoding.ASCII.GetString(line.Book.Sitting);

    protected override void Called(Line line, ReadOnlySpan<byte> message, Scenario scenario)
    {
        if (message.StartsWith("{\"type\":1,\"target\":\"Events\""u8))
        {
            Events(line, message[EventsBefore.Length..], scenario, isPast: false);
        }
        else if (message.StartsWith("{\"type\":1,\"target\":\"Past\""u8))
        {
            Events(line, message[PastBefore.Length..], scenario, isPast: true);
            if (message.EndsWith("\"more\":false}]}"u8))
            {
                scenario.OnReady(line);
            }
        }
        else if (message.StartsWith("{\"type\":1,\"target\":\"Outline\""u8))
        {
            Outline(line, message[OutlineBefore.Length..]);
        }
        else if (message.StartsWith("{\"type\":1,\"target\":\"Reset\""u8))
        {
            line.Book.Forget();
            scenario.OnReset(line);
        }
    }

    private static void Outline(Line line, ReadOnlySpan<byte> rest)
    {
        line.Book.Forget();
        while (Next(ref rest, out var circle, out var offset, out var hash))
        {
            line.Book.Set(circle, offset, hash);
        }

        if (rest.IndexOf("\"closed\":{\"count\":"u8) is var at and >= 0)
        {
            rest = rest[(at + 18)..];
            var count = (int)Number(rest, out var used);
            rest = rest[(used + ",\"hash\":\"".Length)..];
            line.Book.Closed = (count, Encoding.ASCII.GetString(rest[..Book.IdLength]));
        }
    }

    private static void Events(Line line, ReadOnlySpan<byte> rest, Scenario scenario, bool isPast)
    {
        while (Next(ref rest, out var circle, out var offset, out var hash))
        {
            if (!isPast)
            {
                line.Book.Take(circle, offset, hash);
            }

            var body = rest[rest.IndexOf("\"body\":{\"type\":\""u8)..][16..];
            if (body.StartsWith("said\""u8))
            {
                Spoken(line, body, scenario);
            }
            else if (body.StartsWith("sitting.opened\""u8))
            {
                circle.CopyTo(line.Book.Sitting);
                line.Book.HasSitting = true;
                var room = body[(body.IndexOf("\"room\":\""u8) + 8)..];
                line.Book.Room = Encoding.ASCII.GetString(room[..Book.IdLength]);
                scenario.OnSeated(line);
            }

            rest = body;
        }
    }

    // The head of the next event or cursor; rest begins after it.
    private static bool Next(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> circle, out long offset, out ReadOnlySpan<byte> hash)
    {
        var at = rest.IndexOf("{\"circle\":\""u8);
        if (at < 0)
        {
            circle = hash = default;
            offset = 0;
            return false;
        }

        rest = rest[(at + CircleBefore.Length)..];
        circle = rest[..Book.IdLength];
        rest = rest[(rest.IndexOf("\"offset\":"u8) + 9)..];
        offset = Number(rest, out var used);
        rest = rest[(used + ",\"hash\":\"".Length)..];
        hash = rest[..Book.IdLength];
        rest = rest[Book.IdLength..];
        return true;
    }

    private static long Number(ReadOnlySpan<byte> text, out int used) =>
        Utf8Parser.TryParse(text, out long number, out used) ? number : throw new InvalidDataException("a number is not readable");
}
