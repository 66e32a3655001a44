using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>What became of a stretch of text between two versions.</summary>
public enum RunKind
{
    Kept,
    Removed,
    Added,
}

/// <summary>A stretch of a redline. The kept and the removed ones are the old text, the kept and the added ones the new.</summary>
public sealed record Run(RunKind Kind, string Text);

/// <summary>
/// Two versions compared by words (DR3). Words that occur once in both stand as marks, and between the marks the shortest way from one to the
/// other is looked for; where that would take too long, all between two marks is removed and added. The same two texts give the same
/// redline, whatever machine it is made on: effort is counted in steps, not in time.
/// </summary>
public static class Redline
{
    public static ImmutableArray<Run> Between(string before, string after)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var (old, young) = (WordRow.Of(before, words), WordRow.Of(after, words));
        var comparison = new Comparison(old.Ids, young.Ids);
        comparison.Run();
        return Tidying.Runs(old, young, comparison.Kept);
    }
}
