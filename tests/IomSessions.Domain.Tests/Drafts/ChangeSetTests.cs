namespace IomSessions.Domain.Tests.Drafts;

/// <summary>The laws of change sets. That they are those of @codemirror/state is shown in client/interop, beside the package itself.</summary>
public sealed class ChangeSetTests
{
    [Fact]
    public void DR1_composing_is_doing_one_after_the_other() => History.ForAll(2_000, seed =>
    {
        var (typing, text) = Start(seed);
        var first = typing.Change(text);
        var second = typing.Change(text.Apply(first));
        Assert.Equal(text.Apply(first).Apply(second).ToString(), text.Apply(first.Compose(second)).ToString());
    });

    [Fact]
    public void DR1_of_two_edits_on_one_text_either_may_come_first() => History.ForAll(2_000, seed =>
    {
        var (typing, text) = Start(seed);
        var (a, b) = (typing.Change(text), typing.Change(text));
        Assert.Equal(text.Apply(a).Apply(b.Map(a)).ToString(), text.Apply(b).Apply(a.Map(b, before: true)).ToString());
    });

    [Fact]
    public void DR1_an_edit_can_be_undone() => History.ForAll(1_000, seed =>
    {
        var (typing, text) = Start(seed);
        var change = typing.Change(text);
        Assert.Equal(text.ToString(), text.Apply(change).Apply(change.Invert(text)).ToString());
    });

    [Fact]
    public void DR1_where_two_insert_at_one_place_the_one_that_was_there_stands_first()
    {
        var text = DraftText.Of("ab");
        var (a, b) = (ChangeSet.Replace(2, 1, 1, "A"), ChangeSet.Replace(2, 1, 1, "B"));
        Assert.Equal("aABb", text.Apply(a).Apply(b.Map(a)).ToString());
        Assert.Equal("aBAb", text.Apply(a).Apply(b.Map(a, before: true)).ToString());
    }

    [Fact]
    public void DR1_a_place_stays_with_the_words_around_it()
    {
        var change = ChangeSet.Replace(10, 4, 6, "xyz");
        Assert.Equal([3, 4, 4, 7], new[] { 3, 4, 5, 6 }.Select(at => change.Map(at)!.Value));
        Assert.Equal(7, change.Map(5, side: 1));
        Assert.Null(change.Map(5, keep: Keep.UnlessWithin));
        Assert.Equal(4, change.Map(4, keep: Keep.UnlessWithin));
        Assert.Null(change.Map(4, keep: Keep.WithAfter));
        Assert.Null(change.Map(6, keep: Keep.WithBefore));
        Assert.Throws<ArgumentOutOfRangeException>(() => change.Map(11));
    }

    [Fact]
    public void DR1_edits_of_texts_of_other_lengths_do_not_meet()
    {
        var change = ChangeSet.Replace(3, 0, 1, "x");
        Assert.Throws<ArgumentException>(() => DraftText.Of("ab").Apply(change));
        Assert.Throws<ArgumentException>(() => change.Map(ChangeSet.Replace(2, 0, 1, "y")));
        Assert.Throws<ArgumentException>(() => change.Compose(ChangeSet.Replace(2, 0, 1, "y")));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChangeSet.Replace(3, 2, 4, ""));
    }

    [Fact]
    public void OP1_a_change_set_shows_lengths_and_no_words() =>
        Assert.Equal("1 2:6 1", ChangeSet.Replace(4, 1, 3, "secret").ToString());

    private static (Typing Typing, DraftText Text) Start(int seed)
    {
        var typing = new Typing(seed);
        return (typing, DraftText.Of(typing.Text(24)));
    }
}
