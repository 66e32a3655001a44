using System.Text.Json;
using IomSessions.Domain;
using IomSessions.Engine.Tests.Simulation;

namespace IomSessions.Engine.Tests.Drafts;

/// <summary>A program that follows drafts: holds their texts as it is told of them, and complains of what cannot be.</summary>
internal sealed class Reader : IOutlet
{
    private readonly Dictionary<CircleId, (string Text, long Version, string Hash, bool Whole)> _held = [];

    public List<Frame> Frames { get; } = [];

    public List<DraftCaretSignal> Carets { get; } = [];

    /// <summary>Frames that it has room for; then it is full.</summary>
    public int Room { get; set; } = int.MaxValue;

    public bool IsIdle => true;

    public long Posted => Frames.Count;

    public long Sent => Frames.Count;

    public Action? Drained { get; set; }

    public bool IsClosed { get; private set; }

    public string Text(CircleId circle) => _held[circle].Text;

    public long Version(CircleId circle) => _held.TryGetValue(circle, out var held) ? held.Version : -1;

    public (long, UInt128) Place(CircleId circle) => (_held[circle].Version, Mark(_held[circle].Hash));

    public void Forget() => _held.Clear();

    public bool TryPost(Frame frame)
    {
        if (Room == 0)
        {
            return false;
        }

        Room--;
        Frames.Add(frame);
        switch (frame.Target)
        {
            case Target.DraftText:
                var piece = DomainJson.Read<DraftTextSignal>(frame.Argument.Span);
                var before = _held.TryGetValue(piece.Circle, out var begun) && !begun.Whole ? begun.Text : "";
                _held[piece.Circle] = (before + piece.Text, piece.Version, piece.Hash, !piece.More);
                break;
            case Target.DraftChanges:
                Take(frame);
                break;
            case Target.DraftCaret:
                Carets.Add(DomainJson.Read<DraftCaretSignal>(frame.Argument.Span));
                break;
        }

        return true;
    }

    public void Close(Frame last)
    {
        Frames.Add(last);
        IsClosed = true;
    }

    private void Take(Frame frame)
    {
        using var json = JsonDocument.Parse(frame.Argument);
        var circle = json.RootElement.GetProperty("circle").Deserialize<CircleId>(DomainJson.Options);
        var changes = json.RootElement.GetProperty("changes").Deserialize<List<TextChanged>>(DomainJson.Options)!;
        if (!_held.TryGetValue(circle, out var held))
        {
            // it said that it holds something, and does not
            return;
        }

        if (!held.Whole || json.RootElement.GetProperty("from").GetInt64() != held.Version)
        {
            throw new BrokenException("changes that do not follow what is held");
        }

        var text = changes.Aggregate(DraftText.Of(held.Text), (before, one) => before.Apply(one.Change)).ToString();
        _held[circle] = (text, held.Version + changes.Count, json.RootElement.GetProperty("hash").GetString()!, true);
    }

    private static UInt128 Mark(string hash) => Marks.TryParse(hash, out var mark) ? mark : throw new BrokenException("a hash that is none");
}
