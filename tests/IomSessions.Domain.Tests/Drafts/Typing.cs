using System.Text;

namespace IomSessions.Domain.Tests.Drafts;

/// <summary>Texts and edits by chance: few different signs, so that edits meet, and signs of two units.</summary>
internal sealed class Typing(int seed)
{
    private static readonly string[] Signs = ["a", "b", "c", " ", "\n", "[", "]", "條", "ع", "😀", "𐐷", "é"];
    private readonly Random _random = new(seed);

    public int Upto(int n) => _random.Next(n);

    public string Text(int most)
    {
        var text = new StringBuilder();
        for (var left = _random.Next(most + 1); left > 0; left--)
        {
            text.Append(Signs[_random.Next(Signs.Length)]);
        }

        return text.ToString();
    }

    /// <summary>A few edits, one after the other, as one change.</summary>
    public ChangeSet Change(DraftText text, int edits = 3)
    {
        var change = ChangeSet.Nothing(text.Length);
        for (var left = 1 + _random.Next(edits); left > 0; left--)
        {
            var next = Edit(text);
            (text, change) = (text.Apply(next), change.Compose(next));
        }

        return change;
    }

    public ChangeSet Edit(DraftText text, int most = 6)
    {
        var from = Whole(text, _random.Next(text.Length + 1));
        var to = _random.Next(2) == 0 ? from : Whole(text, from + _random.Next(Math.Min(most, text.Length - from) + 1));
        return ChangeSet.Replace(text.Length, from, to, to > from && _random.Next(2) == 0 ? "" : Text(4));
    }

    private static int Whole(DraftText text, int position) => text.IsWithinSign(position) ? position + 1 : position;
}
