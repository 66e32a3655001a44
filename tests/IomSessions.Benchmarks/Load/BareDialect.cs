using System.Text;
using IomSessions.Benchmarks.Hosts;

namespace IomSessions.Benchmarks.Load;

/// <summary>The bare hub.</summary>
internal sealed class BareDialect : Dialect
{
    public override string Path(Line line) => "/hub";

    public override byte[] Hello(Line line) => Frame(
        $$"""{"type":1,"invocationId":"hello","target":"Join","arguments":["{{line.RoomId}}","{{line.Person.Id}}"]}""");

    public override Template Saying(Line line) => new(
        $$"""{"type":1,"invocationId":"{{Template.Number}}","target":"Say","arguments":["{{line.RoomId}}","{{Template.Text}}"]}""");

    public override byte[] Move(string call, CastSession session, IReadOnlyList<Transfer> transfers)
    {
        var moves = transfers.Select(transfer =>
            $$"""{"from":"{{transfer.InFrom.RoomId}}","to":"{{transfer.InTo.RoomId}}","people":[{{Quoted(transfer.People)}}]}""");
        return Frame($$"""{"type":1,"invocationId":"{{call}}","target":"Move","arguments":[[{{string.Join(',', moves)}}]]}""");
    }

    protected override void Called(Line line, ReadOnlySpan<byte> message, Scenario scenario)
    {
        if (message.StartsWith("{\"type\":1,\"target\":\"said\""u8))
        {
            Spoken(line, message, scenario);
        }
        else if (message.StartsWith("{\"type\":1,\"target\":\"seated\""u8))
        {
            const string before = "{\"type\":1,\"target\":\"seated\",\"arguments\":[\"";
            var rest = message[before.Length..];
            line.Book.Room = Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)'"')]);
            scenario.OnSeated(line);
        }
    }
}
