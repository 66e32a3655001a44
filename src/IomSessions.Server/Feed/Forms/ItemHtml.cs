using System.Text.RegularExpressions;
using IomSessions.Server.Feed.Books;
using IomSessions.Server.Feed.Http;
using IomSessions.Server.Records;
using IomSessions.Storage.Feed;

namespace IomSessions.Server.Feed.Forms;

/// <summary>One item on a page: what it is, when, on whose behalf; then every language in full.</summary>
internal sealed partial class ItemHtml(Edition edition, string? lead)
{
    public Markup Of(FeedEntry entry)
    {
        var (item, id) = (entry.Item, SignedText.Id(entry.Item.Id));
        return Markup.All(
        [
            Markup.Of($"<article id=\"i-{id}\" aria-labelledby=\"h-{id}\">\n<h2 id=\"h-{id}\">{FeedWords.Of(item.Kind)}, {When(item.At)}</h2>\n"),
            Markup.Of($"<p class=\"facts\">{FeedWords.OnBehalf} {Markup.All(item.OnBehalf.Select(name => Markup.Of($"<bdi>{name}</bdi>")), ", ")}</p>\n"),
            Notes(entry),
            Markup.All(Languages.Ordered(edition.TextsOf(entry), lead).Select(Text)),
            Signed(entry, id),
            Markup.Of($"</article>\n"),
        ]);
    }

    /// <summary>Paragraphs of plain text, for a page and for feed readers.</summary>
    public static Markup Paragraphs(string text) => Markup.All(BlankLines().Split(text)
        .Where(part => !string.IsNullOrWhiteSpace(part))
        .Select(part => Markup.Of($"<p>{Markup.All(part.Trim('\n').Split('\n').Select(line => Markup.Of($"{line}")), "<br>")}</p>\n")));

    public static Markup When(DateTimeOffset at) => Markup.Of($"<time datetime=\"{SignedText.Time(at)}\">{FeedWords.Time(at)}</time>");

    private static Markup Text(FeedText text)
    {
        var direction = Languages.DirectionOf(text.Language);
        return Markup.All(
        [
            Markup.Of($"<div class=\"text\" lang=\"{text.Language}\" dir=\"{direction}\">\n"),
            Markup.Of($"<p class=\"tongue\">{Languages.NameOf(text.Language)}</p>\n<h3>{text.Title}</h3>\n{Paragraphs(text.Text)}</div>\n"),
        ]);
    }

    private Markup Notes(FeedEntry entry)
    {
        var notes = new List<Markup>();
        if (entry.Retracted is { } gone)
        {
            notes.Add(Markup.Of($"<p class=\"note\"><strong>{FeedWords.Retracted} {When(gone.At)}.</strong> {FeedWords.RetractedNote}</p>\n"));
        }

        if (entry.Item is { Relation: FeedRelation.Correction, About: { } about } && edition.Find(about) is { } earlier)
        {
            notes.Add(Markup.Of($"<p class=\"note\">{FeedWords.Corrects} {Link(earlier)}.</p>\n"));
        }

        notes.AddRange(edition.CorrectionsOf(entry).Select(later => Markup.Of($"<p class=\"note\">{FeedWords.CorrectedBy} {Link(later)}.</p>\n")));
        return Markup.All(notes);
    }

    private Markup Link(FeedEntry entry) =>
        Markup.Of($"<a href=\"{FeedPath.To(edition.Reference)}/items/{SignedText.Id(entry.Item.Id)}\">{When(entry.Item.At)}</a>");

    private Markup Signed(FeedEntry entry, string id)
    {
        var address = $"{FeedPath.To(edition.Reference)}/items/{id}";
        return Markup.All(
        [
            Markup.Of($"<footer>\n<ul>\n<li><a class=\"link\" href=\"{address}\" rel=\"bookmark\">{FeedWords.Permalink}</a></li>\n<li>{FeedWords.SignedWith} <code>{entry.Key}</code></li>\n"),
            Markup.Of($"<li><a href=\"{address}.txt\">{FeedWords.SignedText}</a></li>\n<li><a href=\"{address}.sig\">{FeedWords.Signature}</a></li>\n</ul>\n</footer>\n"),
        ]);
    }

    [GeneratedRegex(@"\n[ \t]*(?:\n[ \t]*)+")]
    private static partial Regex BlankLines();
}
