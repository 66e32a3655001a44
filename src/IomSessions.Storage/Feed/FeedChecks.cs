using System.Buffers;
using System.Text;

namespace IomSessions.Storage.Feed;

/// <summary>What may be published at all. Whether it may be said is not asked here: that was cleared.</summary>
public static class FeedChecks
{
    /// <summary>Names of pages under <c>/feed</c> and of what hangs below a feed: a reference that reads like them could not be told from them.</summary>
    private static readonly string[] Taken = ["key", "verify", "events", "atom.xml", "feed.json", "items", ".", ".."];

    /// <exception cref="FeedItemException">It may not.</exception>
    public static FeedItem Check(FeedItem item)
    {
        Demand(IsReference(item.Reference), "feed_reference", "The reference of the feed is empty, too long, or not to be told from a page of the feed.");
        Demand(item.Id != Guid.Empty, "feed_id", "The item has no id.");
        Demand(item.At.Offset == TimeSpan.Zero && item.At.Ticks % FeedBounds.Grid.Ticks == 0, "feed_time", "The time of the item is not a full five minutes, UTC.");
        Demand(Enum.IsDefined(item.Kind) && Enum.IsDefined(item.Relation), "feed_kind", "The kind of the item is not known.");
        Demand(item.OnBehalf is { Count: > 0 and <= FeedBounds.Names } names && names.All(name => IsLine(name, FeedBounds.Name)), "feed_names", "The item does not say on whose behalf it is, or not in names that can be shown.");
        Demand(item.Relation == FeedRelation.None == item.About is null && item.About != item.Id, "feed_about", "A correction or retraction names the earlier item, and nothing else does.");
        Demand(item.Texts is { Count: > 0 and <= FeedBounds.Languages } texts && texts.All(IsText)
            && texts.DistinctBy(text => text.Language, StringComparer.OrdinalIgnoreCase).Count() == texts.Count, "feed_texts", "The item has no text, a language twice, or a text that cannot be shown.");
        return item with { Texts = [.. item.Texts.Select(Plain)] };
    }

    public static bool IsReference(string? reference) =>
        IsLine(reference, FeedBounds.Reference) && !reference!.Split('/').Any(part => part.Length == 0 || Taken.Contains(part, StringComparer.Ordinal));

    public static bool IsLanguage(string? tag) =>
        tag is { Length: >= 2 and <= 35 } && char.IsAsciiLetter(tag[0]) && char.IsAsciiLetterOrDigit(tag[^1]) && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static bool IsText(FeedText text) =>
        IsLanguage(text.Language) && IsLine(text.Title, FeedBounds.Title) && !string.IsNullOrWhiteSpace(text.Text)
        && text.Text.Length <= FeedBounds.Text && IsShown(text.Text, lines: true);

    private static bool IsLine(string? line, int most) =>
        !string.IsNullOrWhiteSpace(line) && line.Length <= most && line.Trim().Length == line.Length && IsShown(line, lines: false);

    // the end of a line is no part of what was cleared; everything else stands as it is
    private static FeedText Plain(FeedText text) => text with { Text = text.Text.ReplaceLineEndings("\n") };

    // half a surrogate pair would come back as another text than was signed; what XML cannot hold no reader of Atom would see
    private static bool IsShown(string text, bool lines)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) != OperationStatus.Done || rune.Value is 0xFFFE or 0xFFFF or 0x2028 or 0x2029
                || (Rune.IsControl(rune) && !(lines && rune.Value is '\n' or '\r' or '\t')))
            {
                return false;
            }

            rest = rest[used..];
        }

        return true;
    }

    private static void Demand(bool holds, string code, string sentence)
    {
        if (!holds)
        {
            throw new FeedItemException(code, sentence);
        }
    }
}
