using System.Buffers;

namespace IomSessions.Domain;

/// <summary>Writes the chunks of a new text: those that stay are shared, small pieces are put together.</summary>
internal sealed class ChunkWriter(int capacity = 4)
{
    /// <summary>Units of a chunk at most: what a keystroke copies.</summary>
    private const int Full = 1_024;

    /// <summary>Smaller ones are put together with a neighbour.</summary>
    private const int Small = Full / 4;

    private readonly List<string> _chunks = new(capacity);
    private readonly List<int> _starts = new(capacity);
    private char[] _piece = [];
    private int _used;
    private int _length;

    /// <summary>Whether a whole chunk may follow as it is: otherwise a small piece waits to be put together with it.</summary>
    public bool MayShare => _used is 0 or >= Small;

    public void Write(ReadOnlySpan<char> text)
    {
        if (_used + text.Length > _piece.Length)
        {
            Grow(Math.Max(2 * _piece.Length, Math.Max(Full + 64, _used + text.Length)));
        }

        text.CopyTo(_piece.AsSpan(_used));
        _used += text.Length;
    }

    /// <param name="starts">Of these chunks in the text that they come from.</param>
    /// <param name="end">Of the last of them there.</param>
    public void Share(ReadOnlySpan<string> chunks, ReadOnlySpan<int> starts, int end)
    {
        Flush();
        var moved = _length - starts[0];
        _chunks.AddRange(chunks);
        foreach (var start in starts)
        {
            _starts.Add(start + moved);
        }

        _length = end + moved;
    }

    public DraftText Finish()
    {
        Flush();
        GiveBack();
        return _length == 0 ? DraftText.Empty : new DraftText([.. _chunks], [.. _starts], _length);
    }

    private void Flush()
    {
        var piece = _piece.AsSpan(0, _used);
        _used = 0;
        if (!piece.IsEmpty && _chunks.Count > 0 && _chunks[^1] is var last && last.Length + piece.Length <= Full
            && (piece.Length < Small || last.Length < Small))
        {
            _chunks[^1] = string.Concat(last, piece);
            _length += piece.Length;
            return;
        }

        // in even parts, so that none of them is full at once
        for (var parts = (piece.Length + Full - 1) / Full; parts > 0; parts--)
        {
            var length = piece.Length / parts;
            _chunks.Add(new string(piece[..length]));
            _starts.Add(_length);
            _length += length;
            piece = piece[length..];
        }
    }

    // borrowed: a new one for each key would be the most of what a key makes
    private void Grow(int length)
    {
        var piece = ArrayPool<char>.Shared.Rent(length);
        _piece.AsSpan(0, _used).CopyTo(piece);
        GiveBack();
        _piece = piece;
    }

    private void GiveBack()
    {
        if (_piece.Length > 0)
        {
            // whoever borrows it next finds nothing of the text
            ArrayPool<char>.Shared.Return(_piece, clearArray: true);
            _piece = [];
        }
    }
}
