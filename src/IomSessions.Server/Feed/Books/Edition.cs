using System.Collections.Concurrent;
using IomSessions.Server.Feed.Http;
using IomSessions.Storage.Feed;

namespace IomSessions.Server.Feed.Books;

/// <summary>One state of a feed. Never changed: with the next state, whatever was made from it goes, a retracted text among it.</summary>
internal sealed class Edition
{
    private readonly ConcurrentDictionary<string, FeedDocument> _made = new(StringComparer.Ordinal);

    // an item goes to those who follow before anybody asks for these
    private readonly Lazy<Dictionary<Guid, int>> _places;
    private readonly Lazy<IReadOnlyList<FeedEntry>> _shown;
    private readonly Lazy<IReadOnlyList<string>> _languages;

    public Edition(string reference, IReadOnlyList<FeedEntry> entries, Edition? before)
    {
        (Reference, Entries) = (reference, entries);
        Frames = new Frame[entries.Count];
        Modified = DateTimeOffset.UnixEpoch;
        for (var at = 0; at < entries.Count; at++)
        {
            var entry = entries[at];
            Frames[at] = at < before?.Frames.Length && ReferenceEquals(before.Entries[at], entry) ? before.Frames[at] : new(entry);

            // dates are five minutes apart: without the second more, the second item of one date would never be noticed by whoever has the first
            Modified = entry.Item.At > Modified ? entry.Item.At : Modified + TimeSpan.FromSeconds(1);
        }

        _places = new(() => entries.Index().ToDictionary(one => one.Item.Item.Id, one => one.Index));
        _shown = new(() => [.. entries.Where(entry => entry.Item.Relation != FeedRelation.Retraction).Reverse()]);
        _languages = new(() => [.. entries.SelectMany(entry => entry.Item.Texts).Select(text => text.Language).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    public string Reference { get; }

    /// <summary>In the order of publication.</summary>
    public IReadOnlyList<FeedEntry> Entries { get; }

    /// <summary>One for each entry, at the same place. A place never changes, so a follower needs to know no more than a number.</summary>
    public Frame[] Frames { get; }

    /// <summary>What a page lists: the newest first; a retraction stands in the place of what it retracted.</summary>
    public IReadOnlyList<FeedEntry> Shown => _shown.Value;

    public IReadOnlyList<string> Languages => _languages.Value;

    /// <summary>Later with every item; says nothing but the dates of items and how many share one.</summary>
    public DateTimeOffset Modified { get; }

    public FeedEntry? Find(Guid id) => _places.Value.TryGetValue(id, out var at) ? Entries[at] : null;

    /// <summary>What to show of an item: its own texts, or those of its retraction.</summary>
    public IReadOnlyList<FeedText> TextsOf(FeedEntry entry) => entry.Retracted is { } gone ? Find(gone.By)?.Item.Texts ?? [] : entry.Item.Texts;

    public IEnumerable<FeedEntry> CorrectionsOf(FeedEntry entry) =>
        Entries.Where(other => other.Item.Relation == FeedRelation.Correction && other.Item.About == entry.Item.Id);

    /// <summary>Where somebody goes on who has all up to this item. Whoever names none that is known begins at the beginning.</summary>
    public int After(string? lastId) => Guid.TryParseExact(lastId, "N", out var id) && _places.Value.TryGetValue(id, out var at) ? at + 1 : 0;

    public FeedDocument Made(string form, Func<FeedDocument> make)
    {
        if (_made.TryGetValue(form, out var ready))
        {
            return ready;
        }

        ready = make();
        if (_made.Count < FeedLimits.Forms)
        {
            _made[form] = ready;
        }

        return ready;
    }
}
