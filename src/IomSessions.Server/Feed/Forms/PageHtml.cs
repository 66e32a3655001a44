using System.Text;
using IomSessions.Server.Feed.Books;
using IomSessions.Server.Feed.Http;
using IomSessions.Server.Records;
using IomSessions.Storage.Feed;

namespace IomSessions.Server.Feed.Forms;

/// <summary>A feed, or one item of it, as a page that needs nothing else and runs nothing.</summary>
internal static class PageHtml
{
    public static byte[] Of(Edition edition, string? lead, FeedOptions options)
    {
        var items = new ItemHtml(edition, lead);
        return Page(edition, options, FeedWords.Title(edition.Reference), FeedPath.To(edition.Reference), Tongues(edition), Markup.All(edition.Shown.Select(items.Of)));
    }

    public static byte[] Of(Edition edition, FeedEntry entry, string? lead, FeedOptions options)
    {
        var title = Languages.Ordered(edition.TextsOf(entry), lead).FirstOrDefault()?.Title ?? FeedWords.Of(entry.Item.Kind);
        var back = Markup.Of($"<nav aria-label=\"{FeedWords.Case}\"><p><a href=\"{FeedPath.To(edition.Reference)}\">{FeedWords.All}</a></p></nav>\n");
        var address = $"{FeedPath.To(edition.Reference)}/items/{SignedText.Id(entry.Item.Id)}";
        return Page(edition, options, title, address, back, new ItemHtml(edition, lead).Of(entry));
    }

    /// <summary>The frame of every page of the feed.</summary>
    public static Markup Begin(string title, Markup links) => Markup.All(
    [
        Markup.Of($"<!DOCTYPE html>\n<html lang=\"{FeedWords.Language}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"),
        Markup.Of($"<title>{title}</title>\n{links}<style>{new Markup(PageStyle.Css)}</style>\n</head>\n<body>\n"),
    ]);

    private static byte[] Page(Edition edition, FeedOptions options, string title, string address, Markup nav, Markup items)
    {
        var feed = FeedPath.To(edition.Reference);
        var links = Markup.Of($"""
            <link rel="canonical" href="{options.Address ?? ""}{address}">
            <link rel="alternate" type="application/atom+xml" href="{feed}/atom.xml" title="Atom">
            <link rel="alternate" type="application/feed+json" href="{feed}/feed.json" title="JSON Feed">

            """);
        var page = Markup.All(
        [
            Begin(title, links),
            Markup.Of($"<a class=\"skip\" href=\"#items\">{FeedWords.Skip}</a>\n<header>\n<p class=\"house\"><bdi>{options.Institution}</bdi></p>\n"),
            Markup.Of($"<h1>{FeedWords.Heading}: <bdi>{edition.Reference}</bdi></h1>\n</header>\n{nav}<main id=\"items\">\n{items}</main>\n"),
            Markup.Of($"<footer>\n<nav aria-label=\"{FeedWords.Follow}\"><ul>\n<li><a href=\"{feed}/atom.xml\">Atom</a></li>\n<li><a href=\"{feed}/feed.json\">JSON Feed</a></li>\n"),
            Markup.Of($"<li><a href=\"{feed}/events\">{FeedWords.Events}</a></li>\n<li><a href=\"/feed/verify\">{FeedWords.HowToCheck}</a></li>\n</ul></nav>\n<p>{FeedWords.Zone}</p>\n</footer>\n</body>\n</html>\n"),
        ]);
        return Encoding.UTF8.GetBytes(page.Text);
    }

    private static Markup Tongues(Edition edition) => edition.Languages.Count < 2 ? Markup.Nothing : Markup.Of(
        $"<nav aria-label=\"{FeedWords.Languages}\"><ul>\n<li>{FeedWords.LanguageFirst}:</li>\n{Markup.All(edition.Languages.Select(Tongue))}</ul></nav>\n");

    private static Markup Tongue(string tag) =>
        Markup.Of($"<li><a href=\"?lang={tag}\" lang=\"{tag}\" hreflang=\"{tag}\" dir=\"{Languages.DirectionOf(tag)}\">{Languages.NameOf(tag)}</a></li>\n");
}
