using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace IomSessions.Domain;

/// <summary>
/// What one edit does to a text of one exact length, from its beginning to its end. The same thing as the <c>ChangeSet</c> of
/// <c>@codemirror/state</c>, unit by unit: both must always give the same result, or two people would read different texts.
/// Lengths and positions count UTF-16 units.
/// </summary>
[JsonConverter(typeof(ChangeSetJson))]
public sealed class ChangeSet : IEquatable<ChangeSet>
{
    internal ChangeSet(ImmutableArray<Section> sections)
    {
        Sections = sections;
        foreach (var section in sections)
        {
            Length += section.Length;
            NewLength += section.NewLength;
        }
    }

    public ImmutableArray<Section> Sections { get; }

    /// <summary>Of the text before.</summary>
    public int Length { get; }

    /// <summary>Of the text after.</summary>
    public int NewLength { get; }

    /// <summary>Nothing changes.</summary>
    public bool IsEmpty => Sections.Length == 0 || (Sections.Length == 1 && Sections[0].IsKept);

    /// <summary>Nothing, in a text of this length.</summary>
    public static ChangeSet Nothing(int length) => new(length > 0 ? [Section.Kept(length)] : []);

    /// <summary>One replacement.</summary>
    /// <param name="length">Of the text before.</param>
    public static ChangeSet Replace(int length, int from, int to, string insert)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, length);
        var builder = new ChangeBuilder(3);
        builder.Add(from, null);
        builder.Add(to - from, insert);
        builder.Add(length - to, null);
        return builder.Build();
    }

    /// <summary>Both, one after the other, as one: <paramref name="next"/> begins with the text that this one leaves.</summary>
    public ChangeSet Compose(ChangeSet next) => IsEmpty ? next : next.IsEmpty ? this : Composition.Of(this, next);

    /// <summary>The same edit on the text that <paramref name="other"/> leaves; both begin with the same text.
    /// <c>a.Compose(b.Map(a))</c> and <c>b.Compose(a.Map(b, before: true))</c> leave the same text.</summary>
    /// <param name="before">Where both insert at one place, this one stands first.</param>
    public ChangeSet Map(ChangeSet other, bool before = false) => other.IsEmpty ? this : Mapping.Of(this, other, before);

    /// <summary>What undoes it.</summary>
    /// <param name="before">The text that it begins with.</param>
    public ChangeSet Invert(DraftText before)
    {
        var undo = ImmutableArray.CreateBuilder<Section>(Sections.Length);
        var at = 0;
        foreach (var section in Sections)
        {
            undo.Add(section.IsKept ? section : new Section(section.NewLength, before.Slice(at, section.Length)));
            at += section.Length;
        }

        return new ChangeSet(undo.MoveToImmutable());
    }

    public bool Equals(ChangeSet? other) => other is not null && Sections.AsSpan().SequenceEqual(other.Sections.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as ChangeSet);

    public override int GetHashCode() => HashCode.Combine(Sections.Length, Length, NewLength);

    /// <summary>Lengths alone, no words: <c>5 2:0 0:3 7</c>.</summary>
    public override string ToString() =>
        string.Join(' ', Sections.Select(one => one.IsKept ? $"{one.Length}" : $"{one.Length}:{one.NewLength}"));
}
