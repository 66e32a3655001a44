namespace IomSessions.Domain.Tests.Drafts;

public sealed class DraftTextTests
{
    [Fact]
    public void DR1_a_text_in_chunks_is_the_same_text() => History.ForAll(40, seed =>
    {
        var typing = new Typing(seed);
        var text = string.Concat(Enumerable.Range(0, typing.Upto(60)).Select(_ => typing.Text(400)));
        var chunked = DraftText.Of(text);
        for (var edits = 0; edits < 200; edits++)
        {
            var change = edits % 9 == 0 ? Large(typing, chunked) : typing.Change(chunked);
            text = Plain(text, change);
            chunked = chunked.Apply(change);
            Assert.Equal(text.Length, chunked.Length);
        }

        Assert.Equal(text, chunked.ToString());
        for (var looks = 0; looks < 20 && text.Length > 0; looks++)
        {
            var from = typing.Upto(text.Length);
            var length = typing.Upto(text.Length - from);
            Assert.Equal(text.Substring(from, length), chunked.Slice(from, length));
            Assert.Equal(text[from], chunked[from]);
        }
    });

    [Fact]
    public void DR1_a_keystroke_in_the_longest_text_copies_a_few_kilobytes()
    {
        var text = DraftText.Empty;
        // typed to its end sign by sign, and then anywhere
        for (var at = 0; at < Limits.DraftLength - 5_000; at++)
        {
            text = text.Apply(ChangeSet.Replace(text.Length, text.Length, text.Length, "x"));
        }

        var typing = new Typing(1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 2_000; i++)
        {
            var at = typing.Upto(text.Length);
            text = text.Apply(ChangeSet.Replace(text.Length, at, at, "y"));
        }

        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / 2_000;
        Assert.True(each < 20_000, $"{each} bytes for a keystroke");
    }

    [Fact]
    public void DR1_an_older_version_stays_what_it_was()
    {
        var first = DraftText.Of(new string('a', 10_000));
        var second = first.Apply(ChangeSet.Replace(10_000, 5_000, 5_001, "b"));
        Assert.Equal(new string('a', 10_000), first.ToString());
        Assert.Equal('b', second[5_000]);
        Assert.Same(second, second.Apply(ChangeSet.Nothing(10_000)));
        Assert.Same(DraftText.Empty, second.Apply(ChangeSet.Replace(10_000, 0, 10_000, "")));
    }

    private static ChangeSet Large(Typing typing, DraftText text)
    {
        var from = typing.Upto(text.Length + 1);
        var to = from + typing.Upto(text.Length - from + 1);
        return ChangeSet.Replace(text.Length, from, to, typing.Text(6_000));
    }

    private static string Plain(string text, ChangeSet change)
    {
        var at = 0;
        return string.Concat(change.Sections.Select(one => one.Insert ?? text.Substring(at, one.Length)).Select((part, i) =>
        {
            at += change.Sections[i].Length;
            return part;
        }));
    }
}
