using System.Diagnostics;
using System.Text;

namespace IomSessions.Domain.Tests.Drafts;

public sealed class RedlineTests
{
    [Theory]
    [InlineData("The Parties shall meet.", "The Parties should meet.", "The Parties -shall-+should+ meet.")]
    [InlineData("same", "same", "same")]
    [InlineData("", "new", "+new+")]
    [InlineData("old", "", "-old-")]
    [InlineData("", "", "")]
    [InlineData("within 30 days", "within 45.5 days", "within -30-+45.5+ days")]
    [InlineData("the parties' own", "the party's own", "the -parties'-+party's+ own")]
    [InlineData("a b c d", "a x y d", "a -b c-+x y+ d")]
    [InlineData("one\ntwo", "one\n\ntwo", "one\n+\n+two")]
    [InlineData("双方应当会谈", "双方可以会谈", "双方-应当-+可以+会谈")]
    [InlineData("على الطرفين أن", "على الأطراف أن", "على -الطرفين-+الأطراف+ أن")]
    [InlineData("ทั้งสอง", "ทั้งสาม", "ทั้งส-อง-+าม+")]
    [InlineData("a 😀 b", "a 😁 b", "a -😀-+😁+ b")]
    [InlineData("e\u0301t", "et", "-e\u0301t-+et+")]
    public void DR3_versions_are_compared_by_words(string before, string after, string redline) =>
        Assert.Equal(redline, Show(before, after));

    [Fact]
    public void DR3_a_redline_is_both_texts_and_keeps_as_much_as_there_is() => History.ForAll(1_000, seed =>
    {
        var typing = new Typing(seed);
        var before = string.Concat(Enumerable.Range(0, typing.Upto(40)).Select(_ => typing.Text(6)));
        var after = DraftText.Of(before).Apply(typing.Change(DraftText.Of(before), 6)).ToString();
        var runs = Redline.Between(before, after);
        Assert.Equal(before, string.Concat(runs.Where(run => run.Kind != RunKind.Added).Select(run => run.Text)));
        Assert.Equal(after, string.Concat(runs.Where(run => run.Kind != RunKind.Removed).Select(run => run.Text)));
        Assert.All(runs, run => Assert.NotEqual("", run.Text));
        Assert.All(runs.Zip(runs.Skip(1)), pair => Assert.True(pair.First.Kind != pair.Second.Kind && (pair.First.Kind, pair.Second.Kind) is not (RunKind.Added, RunKind.Removed)));
    });

    [Fact]
    public void DR3_the_shortest_way_is_found_in_small_texts() => History.ForAll(1_000, seed =>
    {
        var typing = new Typing(seed);
        string Row() => string.Concat(Enumerable.Range(0, typing.Upto(14)).Select(_ => "甲乙丙"[typing.Upto(3)]));
        var (before, after) = (Row(), Row());
        var kept = Redline.Between(before, after).Where(run => run.Kind == RunKind.Kept).Sum(run => run.Text.Length);
        Assert.Equal(Longest(before, after), kept);
    });

    [Fact]
    public void DR3_the_longest_texts_are_compared_in_bounded_time()
    {
        var random = new Random(7);
        string Treaty(int words) => string.Concat(Enumerable.Range(0, words).Select(i => $"word{random.Next(3_000)}{(i % 60 == 59 ? "\n\n" : " ")}"));
        var before = Treaty(22_000);
        var words = before.Split(' ');
        for (var i = 0; i < 400; i++)
        {
            words[random.Next(words.Length)] = $"changed{i}";
        }

        var watch = Stopwatch.StartNew();
        Assert.InRange(Redline.Between(before, string.Join(' ', words)).Length, 400, 1_300);
        Redline.Between(before, Treaty(22_000));
        // nothing that stands once, and nothing in the same order: the worst there is
        Redline.Between(string.Concat(Enumerable.Repeat("甲乙丙丁", 50_000)), string.Concat(Enumerable.Repeat("丁丙戊乙", 50_000)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Fact]
    public void DR3_a_moved_article_does_not_spoil_the_rest()
    {
        var articles = Enumerable.Range(1, 30).Select(i => $"Article {i}\nThe Parties agree on matter {i} in full and for good.\n").ToList();
        var moved = articles.ToList();
        moved.RemoveAt(4);
        moved.Insert(20, articles[4]);
        var runs = Redline.Between(string.Concat(articles), string.Concat(moved));
        var removed = runs.Where(run => run.Kind == RunKind.Removed).Sum(run => run.Text.Length);
        Assert.InRange(removed, articles[4].Length - 20, articles[4].Length + 40);
    }

    private static string Show(string before, string after) => Redline.Between(before, after).Aggregate(new StringBuilder(), (text, run) =>
        run.Kind switch
        {
            RunKind.Kept => text.Append(run.Text),
            RunKind.Removed => text.Append('-').Append(run.Text).Append('-'),
            _ => text.Append('+').Append(run.Text).Append('+'),
        }).ToString();

    private static int Longest(string a, string b)
    {
        var row = new int[b.Length + 1];
        foreach (var sign in a)
        {
            var corner = 0;
            for (var j = 1; j <= b.Length; j++)
            {
                (corner, row[j]) = (row[j], sign == b[j - 1] ? corner + 1 : Math.Max(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
