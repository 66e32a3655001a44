namespace IomSessions.Benchmarks.Load.Drafts;

/// <summary>One text and its editors: who typed what when, and who has seen it.</summary>
internal sealed class Page(string name, int editors)
{
    /// <summary>Characters that each text begins with.</summary>
    public const int Beginning = 2_000;

    private readonly List<long>[] _typed = [.. Enumerable.Range(0, editors).Select(_ => new List<long>())];
    private readonly int[,] _seen = new int[editors, editors];

    public string Name { get; } = name;

    public int Editors { get; } = editors;

    /// <summary>Where the time from a key to another's screen goes while it is counted.</summary>
    public Histogram? Times { get; set; }

    /// <summary>How many keys came to another's screen.</summary>
    public long Deliveries { get; private set; }

    /// <summary>More than was typed has come.</summary>
    public long Excess { get; private set; }

    /// <summary>A key was pressed.</summary>
    /// <param name="at">When it was due: what a busy load does late counts too.</param>
    public void Typed(int editor, long at) => _typed[editor].Add(at);

    /// <summary>The next characters of one editor are on the screen of another.</summary>
    public void Seen(int by, int reader, int count, long now)
    {
        for (; count > 0; count--)
        {
            var at = _seen[by, reader]++;
            if (at >= _typed[by].Count)
            {
                Excess++;
                continue;
            }

            Deliveries++;
            Times?.Add(System.Diagnostics.Stopwatch.GetElapsedTime(_typed[by][at], now).TotalMicroseconds);
        }
    }

    /// <summary>Whether all that one editor has typed is on the screens of all others.</summary>
    public bool IsSeen(int editor)
    {
        for (var reader = 0; reader < Editors; reader++)
        {
            if (reader != editor && _seen[editor, reader] < _typed[editor].Count)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Keys that have not come to everybody else.</summary>
    public long Missing()
    {
        var missing = 0L;
        for (var by = 0; by < Editors; by++)
        {
            for (var reader = 0; reader < Editors; reader++)
            {
                missing += by == reader ? 0 : _typed[by].Count - _seen[by, reader];
            }
        }

        return missing;
    }
}
