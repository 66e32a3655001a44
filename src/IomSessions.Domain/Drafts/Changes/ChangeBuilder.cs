using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Puts sections together and joins what belongs together, as <c>addSection</c> and <c>addInsert</c> of
/// <c>@codemirror/state</c> do. Two replacements side by side stay two: positions between them map differently.</summary>
internal sealed class ChangeBuilder(int capacity = 8)
{
    private readonly ImmutableArray<Section>.Builder _sections = ImmutableArray.CreateBuilder<Section>(capacity);

    public int Count => _sections.Count;

    /// <param name="insert">Null: kept.</param>
    /// <param name="join">The section before and this one are one change.</param>
    public void Add(int length, string? insert, bool join = false)
    {
        var adds = insert?.Length > 0;
        if (length == 0 && !adds)
        {
            return;
        }

        if (_sections.Count == 0)
        {
            _sections.Add(new Section(length, insert));
            return;
        }

        var last = _sections[^1];
        if (!adds && last.IsKept == insert is null && last.Insert is not { Length: > 0 })
        {
            _sections[^1] = last with { Length = last.Length + length };
        }
        else if ((length == 0 && last.Length == 0) || join)
        {
            _sections[^1] = new Section(last.Length + length, last.Insert + insert);
        }
        else
        {
            _sections.Add(new Section(length, insert));
        }
    }

    public ChangeSet Build() => new(_sections.DrainToImmutable());
}
