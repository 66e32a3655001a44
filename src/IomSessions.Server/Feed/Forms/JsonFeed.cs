using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using IomSessions.Server.Feed.Books;
using IomSessions.Server.Feed.Http;
using IomSessions.Storage.Feed;

namespace IomSessions.Server.Feed.Forms;

/// <summary>A feed as JSON Feed 1.1: an item per item, all languages in it, and under <c>_iomsessions</c> the item as it is signed.</summary>
internal static class JsonFeed
{
    public static byte[] Of(Edition edition, string? lead, string address, FeedOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            var feed = address + FeedPath.To(edition.Reference);
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", FeedWords.Title(edition.Reference));
            json.WriteString("home_page_url", feed);
            json.WriteString("feed_url", feed + "/feed.json");
            People(json, [options.Institution]);
            json.WriteStartArray("items");
            foreach (var entry in edition.Shown)
            {
                Item(json, edition, entry, lead, feed);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Item(Utf8JsonWriter json, Edition edition, FeedEntry entry, string? lead, string feed)
    {
        var (item, texts) = (entry.Item, Languages.Ordered(edition.TextsOf(entry), lead).ToList());
        json.WriteStartObject();
        json.WriteString("id", SignedText.Id(item.Id));
        json.WriteString("url", $"{feed}/items/{SignedText.Id(item.Id)}");
        json.WriteString("title", texts[0].Title);
        json.WriteString("content_html", AtomXml.Html(texts));
        json.WriteString("content_text", string.Join("\n\n", texts.Select(text => $"{text.Title}\n\n{text.Text}")));
        json.WriteString("date_published", SignedText.Time(item.At));
        json.WriteString("date_modified", SignedText.Time(entry.Retracted?.At ?? item.At));
        json.WriteString("language", texts[0].Language);
        People(json, item.OnBehalf);
        json.WriteStartArray("tags");
        json.WriteStringValue(SignedText.Kind(item.Kind));
        json.WriteEndArray();
        json.WritePropertyName("_iomsessions");
        json.WriteRawValue(FeedJson.Write(entry));
        json.WriteEndObject();
    }

    private static void People(Utf8JsonWriter json, IReadOnlyList<string> names)
    {
        json.WriteStartArray("authors");
        foreach (var name in names)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
