using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>Everything that each connection of a person was sent, and what he was answered: when, what was called, and the exact bytes.</summary>
internal sealed class Transcript
{
    private const string ToCommand = "reply";

    private static readonly System.Text.Json.JsonSerializerOptions Detailed = new(DomainJson.Options)
    {
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver { Modifiers = { NameDetails } },
    };

    private readonly Dictionary<(PersonId Person, DeviceId? Device), List<Line>> _lines = [];

    public void Sent(SimClient to, int step, Frame frame) => Of((to.Person, to.Device)).Add(new(step, frame.Target.ToString(), frame.Argument));

    public void Reply(PersonId to, int step, CommandOutcome outcome) => Answer(to, null, step, ToCommand, outcome switch
    {
        CommandOutcome.Done done => Written(done.Answer),
        CommandOutcome.Refused refused => Written(refused.Refusal),
        _ => throw new BrokenException("an outcome of no kind"),
    });

    public void Answer(PersonId to, DeviceId? device, int step, string question, byte[] bytes) =>
        Of((to, device)).Add(new(step, question, bytes));

    /// <summary>An answer with all that a refusal tells.</summary>
    public static byte[] Written(object? answer) => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(answer, Detailed);

    /// <summary>What everybody outside was answered to his commands; when is left out.</summary>
    public IEnumerable<(PersonId Person, string Bytes)> Replies(IReadOnlySet<PersonId> members) => _lines
        .Where(lines => !members.Contains(lines.Key.Person) && lines.Key.Person != Command.House)
        .OrderBy(lines => lines.Key.Person.Value)
        .SelectMany(lines => lines.Value.Where(line => line.Target == ToCommand)
            .Select(line => (lines.Key.Person, System.Text.Encoding.UTF8.GetString(line.Bytes.Span))));

    /// <summary>The first difference for anybody who is not in the secret; null: there is none.</summary>
    public string? DiffersFrom(Transcript other, IReadOnlySet<PersonId> members)
    {
        foreach (var to in _lines.Keys.Union(other._lines.Keys).Where(to => !members.Contains(to.Person) && to.Person != Command.House))
        {
            var (mine, theirs) = (Of(to), other.Of(to));
            for (var at = 0; at < Math.Max(mine.Count, theirs.Count); at++)
            {
                if (at >= mine.Count || at >= theirs.Count || !mine[at].IsSame(theirs[at]))
                {
                    return $"{to.Person.Value:N} at {at}: {Show(mine, theirs, at)}\n| {Show(theirs, mine, at)}";
                }
            }
        }

        return null;
    }

    private static void NameDetails(System.Text.Json.Serialization.Metadata.JsonTypeInfo info)
    {
        if (info.Type == typeof(RefusalDetail))
        {
            info.PolymorphismOptions = new();
            foreach (var type in typeof(RefusalDetail).GetNestedTypes())
            {
                info.PolymorphismOptions.DerivedTypes.Add(new(type, type.Name));
            }
        }
    }

    // from a little before the first byte that differs
    private static string Show(List<Line> lines, List<Line> others, int at)
    {
        if (at >= lines.Count)
        {
            return "nothing";
        }

        var same = at < others.Count ? lines[at].Bytes.Span.CommonPrefixLength(others[at].Bytes.Span) : 0;
        return lines[at].ShowFrom(Math.Max(0, same - 120));
    }

    private List<Line> Of((PersonId, DeviceId?) to)
    {
        if (!_lines.TryGetValue(to, out var lines))
        {
            _lines[to] = lines = [];
        }

        return lines;
    }

    private readonly record struct Line(int Step, string Target, ReadOnlyMemory<byte> Bytes)
    {
        public bool IsSame(Line other) => Step == other.Step && Target == other.Target && Bytes.Span.SequenceEqual(other.Bytes.Span);

        public string ShowFrom(int start) =>
            $"step {Step} {Target} {Bytes.Length} bytes … {System.Text.Encoding.UTF8.GetString(Bytes.Span[start..Math.Min(start + 500, Bytes.Length)])}";
    }
}
