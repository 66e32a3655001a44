using System.Text.Json;
using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>The drafts that a program follows, as it was told of them.</summary>
internal sealed class DraftCopies
{
    private readonly Dictionary<CircleId, Copy> _copies = [];

    public IReadOnlyCollection<CircleId> Circles => _copies.Keys;

    /// <summary>Something was lost: each has to be followed again.</summary>
    public bool NeedsFollow { get; set; }

    /// <summary>What a beat has of them.</summary>
    public UInt128 Hash => _copies.Values.Where(copy => copy.IsWhole).Aggregate(UInt128.Zero, (hash, copy) => hash ^ copy.Mark);

    public void Add(CircleId circle) => _copies.TryAdd(circle, new Copy("", -1, default, false));

    public void Remove(CircleId circle) => _copies.Remove(circle);

    public void Forget() => _copies.Clear();

    public string? Text(CircleId circle) => _copies.TryGetValue(circle, out var copy) && copy.IsWhole ? copy.Text : null;

    public (long Version, UInt128 Mark)? Place(CircleId circle) =>
        _copies.TryGetValue(circle, out var copy) && copy.IsWhole ? (copy.Version, copy.Mark) : null;

    public void Take(Frame frame)
    {
        using var json = JsonDocument.Parse(frame.Argument);
        var root = json.RootElement;
        var circle = root.GetProperty("circle").Deserialize<CircleId>(DomainJson.Options);
        if (frame.Target == Target.DraftCaret || !_copies.TryGetValue(circle, out var copy))
        {
            return;
        }

        if (!Marks.TryParse(root.GetProperty("hash").GetString(), out var mark))
        {
            throw new BrokenException("a hash is not 32 hexadecimal digits");
        }

        if (frame.Target == Target.DraftText)
        {
            var before = copy.IsWhole ? "" : copy.Text;
            _copies[circle] = new(before + root.GetProperty("text").GetString(), root.GetProperty("version").GetInt64(), mark, !root.GetProperty("more").GetBoolean());
            return;
        }

        var (from, changes) = (root.GetProperty("from").GetInt64(), root.GetProperty("changes").Deserialize<List<TextChanged>>(DomainJson.Options)!);
        if (!copy.IsWhole || from > copy.Version)
        {
            NeedsFollow = true;
            return;
        }

        var fresh = changes.Skip((int)(copy.Version - from)).ToList();
        if (fresh.Count > 0)
        {
            var text = fresh.Aggregate(DraftText.Of(copy.Text), (held, one) => held.Apply(one.Change)).ToString();
            _copies[circle] = new(text, copy.Version + fresh.Count, mark, true);
        }
    }

    private sealed record Copy(string Text, long Version, UInt128 Mark, bool IsWhole);
}
