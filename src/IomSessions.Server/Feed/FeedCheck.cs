using System.Text.Json;
using IomSessions.Server.Feed.Signing;
using IomSessions.Storage.Feed;

namespace IomSessions.Server.Feed;

/// <summary><c>verify FILE-or-URL [--key FILE-or-URL]</c>: checks the signature of every item of a JSON Feed, or of one item.</summary>
internal static class FeedCheck
{
    public static bool IsFor(string word) => IsAddress(word) || File.Exists(word);

    /// <returns>The sentence for the screen, and whether everything holds.</returns>
    public static async Task<(string Sentence, bool Holds)> RunAsync(string source, string? key)
    {
        try
        {
            var entries = Entries(await ReadAsync(source));
            var keys = new Dictionary<string, byte[]>();
            foreach (var entry in entries)
            {
                if (!keys.TryGetValue(entry.Key, out var known))
                {
                    keys[entry.Key] = known = Proof.FromPem(await ReadAsync(key ?? KeyOf(source, entry.Key)));
                }

                if (!Proof.Holds(entry, known))
                {
                    return ($"item {SignedText.Id(entry.Item.Id)} does not hold: it was changed, or another key signed it than {Proof.IdOf(known)}", false);
                }
            }

            var note = key is null ? " The key came from the same place: compare its name with what the institution has published elsewhere." : "";
            return ($"{entries.Count} items hold, signed with key {string.Join(", ", keys.Keys)}.{note}", entries.Count > 0);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or ArgumentException)
        {
            return ("what was given is no item, no JSON Feed of this kind, or no Ed25519 key", false);
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException or TaskCanceledException or UnauthorizedAccessException)
        {
            return ("the items or the key cannot be read", false);
        }
    }

    private static List<FeedEntry> Entries(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.TryGetProperty("items", out var items)
            ? [.. items.EnumerateArray().Select(item => Entry(item.GetProperty("_iomsessions")))]
            : [Entry(document.RootElement)];
    }

    private static FeedEntry Entry(JsonElement item) => FeedJson.Read(JsonSerializer.SerializeToUtf8Bytes(item));

    private static string KeyOf(string source, string id) => IsAddress(source)
        ? new Uri(new Uri(source), "/feed/key/" + Uri.EscapeDataString(id)).ToString()
        : throw new IOException("a file needs --key");

    private static async Task<string> ReadAsync(string place)
    {
        if (!IsAddress(place))
        {
            return await File.ReadAllTextAsync(place);
        }

        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        return await http.GetStringAsync(new Uri(place));
    }

    private static bool IsAddress(string word) =>
        word.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || word.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
