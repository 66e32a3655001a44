using System.Text;
using IomSessions.Benchmarks.Hosts;

namespace IomSessions.Benchmarks.Load;

/// <summary>How a target wants to be spoken to; all else of the load is the same for both.</summary>
internal abstract class Dialect
{
    protected static byte[] Frame(string message) => WebSocketFrames.Text(Encoding.UTF8.GetBytes(message + "\u001e"));

    public static byte[] Ping { get; } = Frame("{\"type\":6}");

    public abstract string Path(Line line);

    /// <summary>Whether a fresh participant is told all that he has to know; else he has to ask elsewhere.</summary>
    public virtual bool TellsWhatIs => false;

    /// <summary>One act that moves people.</summary>
    public abstract byte[] Move(string call, CastSession session, IReadOnlyList<Transfer> transfers);

    public virtual string Headers(Line line) => "";

    /// <summary>The first call on a line; its answer has the number "hello".</summary>
    public abstract byte[] Hello(Line line);

    /// <summary>What is said, with holes for what changes.</summary>
    public abstract Template Saying(Line line);

    /// <summary>One whole message of the hub.</summary>
    public void Hear(Line line, ReadOnlySpan<byte> message, Scenario scenario)
    {
        if (message.StartsWith("{\"type\":1,"u8))
        {
            Called(line, message, scenario);
        }
        else if (message.StartsWith("{\"type\":3,"u8))
        {
            var failed = message.IndexOf("\"ok\":false"u8) >= 0 || message.IndexOf("\"error\":"u8) >= 0;
            const string before = "{\"type\":3,\"invocationId\":\"";
            var rest = message[before.Length..];
            var id = Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)'"')]);
            scenario.OnAnswer(line, id, failed, message);
        }
        else if (message.StartsWith("{\"type\":7"u8))
        {
            line.Cut();
            scenario.OnClosed(line);
        }
    }

    /// <summary>Says the next thing of this speaker.</summary>
    public void Say(Line line, long at, uint epoch = 0)
    {
        line.Said++;
        line.SaidAt = at;
        Say(line, line.Said, at, epoch);
    }

    /// <summary>Says once more what had no answer: the same text under the same number.</summary>
    public void SayAgain(Line line) => Say(line, line.Said, line.SaidAt, 0);

    private void Say(Line line, uint number, long at, uint epoch)
    {
        var template = line.Saying ??= Saying(line);
        template.Fill(number, line.Book.Sitting, new Mark(line.Room, line.Speaker, number, at, epoch));
        line.Send(template.Frame);
    }

    protected static string Quoted(IEnumerable<Line> people) => string.Join(',', people.Select(line => $"\"{line.Person.Id}\""));

    protected abstract void Called(Line line, ReadOnlySpan<byte> message, Scenario scenario);

    protected static void Spoken(Line line, ReadOnlySpan<byte> text, Scenario scenario)
    {
        if (text.IndexOf(Mark.Sign) is var at and >= 0)
        {
            scenario.OnSaid(line, Mark.Read(text[at..]));
        }
    }
}

/// <summary>People who go from one room into another; a member of each room knows where it stands.</summary>
internal sealed record Transfer(Line InFrom, Line InTo, IReadOnlyList<Line> People);
