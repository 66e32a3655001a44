using IomSessions.Storage.Feed;

namespace IomSessions.Server.Tests.Feed;

public sealed class ItemTests
{
    public static TheoryData<string> References => ["key", "verify", "IOM/items/3", "a//b", "/a", "..", " a", "a\nb", ""];

    [Theory]
    [MemberData(nameof(References))]
    public void CL3_a_reference_that_reads_like_a_page_of_the_feed_is_refused(string reference) =>
        Refused("feed_reference", Items.Item(reference: reference));

    [Fact]
    public void CL4_a_date_is_a_full_five_minutes_in_universal_time()
    {
        var item = Items.Item();
        Refused("feed_time", item with { At = item.At.AddSeconds(1) });
        Refused("feed_time", item with { At = item.At.AddMinutes(1) });
        Refused("feed_time", item with { At = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)) });
        FeedChecks.Check(item with { At = item.At.AddMinutes(5) });
    }

    [Fact]
    public void CL2_an_item_says_on_whose_behalf_it_is_and_in_which_languages()
    {
        var item = Items.Item();
        Refused("feed_names", item with { OnBehalf = [] });
        Refused("feed_names", item with { OnBehalf = ["two\nlines"] });
        Refused("feed_texts", item with { Texts = [] });
        Refused("feed_texts", item with { Texts = [item.Texts[0], item.Texts[0] with { Language = "EN" }] });
        Refused("feed_texts", item with { Texts = [item.Texts[0] with { Text = "half a pair \ud800" }] });
        Refused("feed_texts", item with { Texts = [item.Texts[0] with { Language = "en\" onload=\"" }] });
        Refused("feed_about", item with { About = Guid.NewGuid() });
        Refused("feed_about", item with { Relation = FeedRelation.Correction });
    }

    [Fact]
    public void CL2_no_two_items_are_signed_as_the_same_bytes()
    {
        var item = Items.Item("a\n\nlanguage: ar\ntitle: b\n| c");
        var other = item with { Texts = [item.Texts[0] with { Text = "a" }, new("ar", "b", "c")] };
        Assert.NotEqual(SignedText.Of(item, null, "k"), SignedText.Of(other, null, "k"));
        Assert.Equal(item.Texts, FeedJson.Read(FeedJson.Write(new(item, null, "k", [1]))).Item.Texts);
    }

    private static void Refused(string code, FeedItem item)
    {
        var refused = Assert.Throws<FeedItemException>(() => FeedChecks.Check(item));
        Assert.Equal(code, refused.Code);
    }
}
