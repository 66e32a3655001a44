namespace IomSessions.Server.Documents.Pdf;

/// <summary>Puts lines one below the other, on as many pages as it takes.</summary>
internal sealed class Flow
{
    private readonly List<Page> _pages = [new()];
    private float _y = Paper.Top;

    public IReadOnlyList<Page> Pages => _pages;

    /// <summary>Leaves room, except at the top of a page.</summary>
    public void Space(float points) => _y = _y > Paper.Top ? _y + points : _y;

    /// <summary>Begins a page unless so much stays together on this one.</summary>
    public void Keep(float points)
    {
        if (_y + points > Paper.End && _y > Paper.Top)
        {
            _pages.Add(new());
            _y = Paper.Top;
        }
    }

    public void Add(IEnumerable<Set> lines)
    {
        foreach (var line in lines)
        {
            Keep(line.Ink.Leading);
            Put(line, Paper.Side, Paper.Inner, _y);
            _y += line.Ink.Leading;
        }
    }

    /// <summary>A row of two cells beside each other; one that is longer than a page goes on on the next.</summary>
    /// <param name="nameAt">Where the name stands, and how wide it may be.</param>
    public void Row(IReadOnlyList<Set> name, IReadOnlyList<Set> value, (float Left, float Width) nameAt, (float Left, float Width) valueAt)
    {
        const float Inset = 4;
        var (count, leading) = (Math.Max(name.Count, value.Count), Ink.Row.Leading);
        var height = count * leading + 2 * Inset;
        Keep(height < Paper.End - Paper.Top ? height : leading + 2 * Inset);
        _y += Inset;
        for (var at = 0; at < count; at++)
        {
            Keep(leading);
            if (at < name.Count)
            {
                Put(name[at], nameAt.Left, nameAt.Width, _y);
            }

            if (at < value.Count)
            {
                Put(value[at], valueAt.Left, valueAt.Width, _y);
            }

            _y += leading;
        }

        _y += Inset;
        _pages[^1].Rules.Add(_y);
    }

    private void Put(Set line, float left, float width, float top) =>
        _pages[^1].Lines.Add(new(line, left, width, top + line.Ink.Size * 1.15f));
}
