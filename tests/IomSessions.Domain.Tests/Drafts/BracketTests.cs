using System.Text.RegularExpressions;

namespace IomSessions.Domain.Tests.Drafts;

public sealed class BracketTests
{
    private static readonly string[] Names = ["Aland", "Borduria", "Borduria North", "甲方", "الطرف"];

    [Theory]
    [InlineData("The Parties shall meet.", 0)]
    [InlineData("The Parties [shall][should] meet.", 2)]
    [InlineData("[a [b [c]] d]", 3)]
    [InlineData(@"Not \[these\], nor \\\[ those.", 0)]
    [InlineData(@"\\[these]", 1)]
    [InlineData("see [the map](https://example.org/map) and [mail](mailto:a@b.c)", 0)]
    [InlineData("[shall](should) meet", 1)]
    [InlineData("[the [eastern] map](#map)", 1)]
    [InlineData("a note[^1] and\n[^1]: its text", 0)]
    [InlineData("- [ ] to do\n- [x] done\n1. [X] done too", 0)]
    [InlineData("within [ ] days", 1)]
    [InlineData("within [x] days", 1)]
    [InlineData("[]", 1)]
    [InlineData("[Article 5\n\nThe whole of it.\n\nArticle 6]", 1)]
    [InlineData("`[code]` counts too", 1)]
    [InlineData("条［应］［须］", 2)]
    [InlineData("", 0)]
    public void DR2_brackets_are_counted_and_what_markdown_means_otherwise_is_not(string text, int count)
    {
        var list = Brackets.In(text, Names);
        Assert.Equal(count, list.Count);
        Assert.Equal(count == 0, list.IsClean);
        Assert.Empty(list.Stray);
    }

    [Theory]
    [InlineData("open [ only", 5)]
    [InlineData("closed ] only", 7)]
    [InlineData("[^not a note", 0)]
    [InlineData("[a](https://x", null)]
    public void DR2_a_stray_bracket_is_open(string text, int? stray)
    {
        var list = Brackets.In(text, Names);
        Assert.False(list.IsClean);
        Assert.Equal(stray is { } at ? new[] { at } : [], list.Stray.ToArray());
    }

    [Fact]
    public void DR2_what_is_longer_than_an_address_or_a_footnote_may_be_is_a_bracket()
    {
        static int Count(string text) => Brackets.In(text, Names).Count;
        var (address, note) = ("https://" + new string('a', Limits.AddressLength - 8), new string('1', Limits.NameLength - 3));
        Assert.Equal((0, 1), (Count($"[a]({address})"), Count($"[a]({address}a)")));
        Assert.Equal((0, 1), (Count($"[^{note}]"), Count($"[^{note}1]")));
    }

    [Fact]
    public void DR2_a_box_is_one_where_nothing_but_the_sign_of_a_list_stands_before_it_in_its_line() => History.ForAll(2_000, seed =>
    {
        var typing = new Typing(seed);
        string[] parts = ["[ ]", "[x] ", "[X]\n", "- ", "*", "12. ", " \t", "\u00A0", "\n", "[", "]", "［", "］", @"\", "[^1]", "words "];
        var text = string.Concat(Enumerable.Range(0, 30).Select(_ => parts[typing.Upto(parts.Length)]));
        var plain = Regex.Replace(text, @"(?<=^[^\S\n]*([-*+]|\d{1,9}[.)])[^\S\n]*)\[[ xX]\](?=[ \n]|\z)", "box", RegexOptions.Multiline);
        var (list, expected) = (Brackets.In(text, Names), Brackets.In(plain, Names));
        Assert.Equal(expected.Open.Select(one => one with { From = [] }), list.Open.Select(one => one with { From = [] }));
        Assert.Equal(expected.Stray.AsEnumerable(), list.Stray);
    });

    [Fact]
    public void DR2_the_longest_text_in_one_line_is_counted_as_any_other()
    {
        var (blanks, boxes) = (new string(' ', Limits.DraftLength / 2), Limits.DraftLength / 8);
        var brackets = string.Concat(Enumerable.Repeat("[x] ", boxes));
        Assert.Equal(2 * boxes, Brackets.In(brackets + brackets, Names).Count);
        Assert.Equal(boxes, Brackets.In(blanks + brackets, Names).Count);
        Assert.Equal(boxes - 1, Brackets.In(blanks + "- " + brackets, Names).Count);
        Assert.Equal(Limits.DraftLength / 3, Brackets.In(new string('[', Limits.DraftLength / 3) + string.Concat(Enumerable.Repeat("](", Limits.DraftLength / 3)), Names).Count);
    }

    [Theory]
    [InlineData("[Aland: shall]", "Aland", "shall")]
    [InlineData("[ Aland , Borduria: shall]", "Aland|Borduria", "shall")]
    [InlineData("[Aland/Borduria North:shall]", "Aland|Borduria North", "shall")]
    [InlineData("[甲方：应]", "甲方", "应")]
    [InlineData("[甲方、Aland：应]", "甲方|Aland", "应")]
    [InlineData("[الطرف، Aland: نص]", "الطرف|Aland", "نص")]
    [InlineData("[Alandia: shall]", "", "Alandia: shall")]
    [InlineData("[the following: a, b]", "", "the following: a, b")]
    [InlineData("[Aland shall]", "", "Aland shall")]
    [InlineData("[Aland: ]", "Aland", "")]
    [InlineData("[Aland, others: x]", "", "Aland, others: x")]
    public void DR2_a_bracket_says_whom_its_words_come_from(string text, string from, string words)
    {
        var bracket = Brackets.In(text, Names).Open.Single();
        Assert.Equal(from, string.Join('|', bracket.From));
        Assert.Equal(words, text[bracket.Words..(bracket.End - 1)]);
    }

    [Fact]
    public void DR2_alternatives_stand_beside_each_other_and_are_about_one_place()
    {
        const string text = "It [Aland: shall] [Borduria: should]/[may] go [now [or [then]]] [later], [soon].";
        var list = Brackets.In(text, Names);
        Assert.Equal([0, 0, 0, 1, 2, 3, 1, 4], list.Open.Select(one => one.Place));
        Assert.Equal([0, 0, 0, 0, 1, 2, 0, 0], list.Open.Select(one => one.Depth));
        Assert.All(list.Open, one => Assert.Equal(('[', ']'), (text[one.Start], text[one.End - 1])));
    }

    [Fact]
    public void DR2_one_goes_from_bracket_to_bracket_and_round()
    {
        var list = Brackets.In("a [b] c [d] e", Names);
        Assert.Equal(2, list.Next(0)!.Start);
        Assert.Equal(8, list.Next(2)!.Start);
        Assert.Equal(2, list.Next(8)!.Start);
        Assert.Equal(2, list.Previous(8)!.Start);
        Assert.Equal(8, list.Previous(2)!.Start);
        Assert.Null(Brackets.In("clean", Names).Next(0));
    }

    [Fact]
    public void DR4_attributions_can_be_taken_away_each_by_itself()
    {
        const string text = "It [Aland: shall][Borduria: should [Aland, Borduria: soon]] go.";
        var list = Brackets.In(text, Names);
        var all = DraftText.Of(text).Apply(Attributions.Without(text, list, _ => true)).ToString();
        Assert.Equal("It [shall][should [soon]] go.", all);
        var some = DraftText.Of(text).Apply(Attributions.Without(text, list, one => one.Depth == 0)).ToString();
        Assert.Equal("It [shall][should [Aland, Borduria: soon]] go.", some);
    }

    [Fact]
    public void DR2_whatever_is_written_every_bracket_has_its_pair_within_its_parent() => History.ForAll(2_000, seed =>
    {
        var typing = new Typing(seed);
        var text = string.Concat(Enumerable.Range(0, 12).Select(_ => typing.Text(5) + new[] { "[", "]", @"\", "](#a)", "[^1]", "- [ ] ", "Aland: " }[typing.Upto(7)]));
        var list = Brackets.In(text, Names);
        var around = new Stack<Bracket>();
        foreach (var one in list.Open)
        {
            Assert.True(one.Start < one.Words && one.Words < one.End);
            while (around.TryPeek(out var outer) && outer.End <= one.Start)
            {
                around.Pop();
            }

            Assert.True(around.Count == 0 || one.End < around.Peek().End);
            around.Push(one);
        }
    });
}
