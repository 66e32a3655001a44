using IomSessions.Storage.Feed;

namespace IomSessions.Server.Feed.Http;

internal enum FeedPlace
{
    Nowhere,
    Page,
    Item,
    SignedText,
    Signature,
    ItemJson,
    Atom,
    JsonFeed,
    Events,
    Key,
    Verify,
}

/// <summary>
/// What an address under <c>/feed</c> asks for. A reference may hold slashes, as case references do, written as they are or as %2F: some
/// proxies make the one of the other.
/// </summary>
internal readonly record struct FeedPath(FeedPlace Place, string Name = "", Guid Item = default)
{
    public const string Root = "/feed";

    /// <param name="target">As it came over the line.</param>
    public static FeedPath Of(string target)
    {
        var path = target.Split('?')[0];
        if (!path.StartsWith(Root + "/", StringComparison.Ordinal))
        {
            return default;
        }

        string[] parts = [.. path[(Root.Length + 1)..].Split('/').Select(Uri.UnescapeDataString)];
        return parts switch
        {
            ["verify"] => new(FeedPlace.Verify),
            ["key"] => new(FeedPlace.Key),
            ["key", var id] => new(FeedPlace.Key, id),
            [.. var name, "events"] => Named(FeedPlace.Events, name),
            [.. var name, "atom.xml"] => Named(FeedPlace.Atom, name),
            [.. var name, "feed.json"] => Named(FeedPlace.JsonFeed, name),
            [.. var name, "items", var item] => One(name, item),
            var name => Named(FeedPlace.Page, name),
        };
    }

    /// <summary>The address of a feed on this server.</summary>
    public static string To(string reference) => $"{Root}/{string.Join('/', reference.Split('/').Select(Uri.EscapeDataString))}";

    private static FeedPath One(string[] name, string item)
    {
        var (id, place) = Path.GetExtension(item) switch
        {
            ".txt" => (item[..^4], FeedPlace.SignedText),
            ".sig" => (item[..^4], FeedPlace.Signature),
            ".json" => (item[..^5], FeedPlace.ItemJson),
            _ => (item, FeedPlace.Item),
        };
        return Guid.TryParseExact(id, "N", out var guid) ? Named(place, name) with { Item = guid } : default;
    }

    private static FeedPath Named(FeedPlace place, string[] name) =>
        string.Join('/', name) is var reference && FeedChecks.IsReference(reference) ? new(place, reference) : default;
}
