using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Disputed words in square brackets (DR2).</summary>
/// <param name="Start">Of the opening bracket.</param>
/// <param name="End">Behind the closing one.</param>
/// <param name="Words">Where the words begin, behind the names of those that they come from.</param>
/// <param name="Depth">0: within no other bracket.</param>
/// <param name="From">Whom the words come from, as the text names them; empty: it does not say.</param>
/// <param name="Place">Which place of the text it is about: alternatives beside each other are about the same.</param>
public sealed record Bracket(int Start, int End, int Words, int Depth, ImmutableArray<string> From, int Place);

/// <summary>The brackets of a text, in the order in which they open.</summary>
/// <param name="Stray">Opening ones that are never closed, and closing ones that were never opened.</param>
public sealed record BracketList(ImmutableArray<Bracket> Open, ImmutableArray<int> Stray)
{
    /// <summary>What is still disputed; a stray bracket counts, as nobody knows what it was to hold.</summary>
    public int Count => Open.Length + Stray.Length;

    /// <summary>Nothing is disputed.</summary>
    public bool IsClean => Count == 0;

    /// <summary>The first bracket that opens behind a position; from the last on to the first.</summary>
    public Bracket? Next(int position) => Open.FirstOrDefault(one => one.Start > position) ?? Open.FirstOrDefault();

    /// <summary>The last bracket that opens before a position; from the first back to the last.</summary>
    public Bracket? Previous(int position) => Open.LastOrDefault(one => one.Start < position) ?? Open.LastOrDefault();
}
