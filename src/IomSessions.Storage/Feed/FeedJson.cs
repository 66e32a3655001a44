using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IomSessions.Storage.Feed;

/// <summary>An item as JSON: what is stored, what followers are sent, what <c>verify</c> reads. One form.</summary>
public static class FeedJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static byte[] Write(FeedEntry entry)
    {
        var item = entry.Item;
        return JsonSerializer.SerializeToUtf8Bytes(new Shown(
            SignedText.Id(item.Id), item.Reference, SignedText.Time(item.At), SignedText.Kind(item.Kind), item.OnBehalf, item.Texts, entry.Key,
            Convert.ToBase64String(entry.Signature))
        {
            Corrects = item.Relation == FeedRelation.Correction ? SignedText.Id(item.About!.Value) : null,
            Retracts = item.Relation == FeedRelation.Retraction ? SignedText.Id(item.About!.Value) : null,
            Retracted = entry.Retracted is { } gone ? new(SignedText.Id(gone.By), SignedText.Time(gone.At)) : null,
        }, Options);
    }

    /// <exception cref="JsonException">It is no item.</exception>
    public static FeedEntry Read(ReadOnlySpan<byte> json)
    {
        var shown = JsonSerializer.Deserialize<Shown>(json, Options) ?? throw new JsonException("no item");
        try
        {
            var item = new FeedItem(shown.Reference, Guid.ParseExact(shown.Id, "N"), Time(shown.At), Kind(shown.Kind), shown.OnBehalfOf, shown.Texts)
            {
                Relation = shown.Corrects is not null ? FeedRelation.Correction : shown.Retracts is not null ? FeedRelation.Retraction : FeedRelation.None,
                About = (shown.Corrects ?? shown.Retracts) is { } about ? Guid.ParseExact(about, "N") : null,
            };
            var retracted = shown.Retracted is { } gone ? new FeedRetraction(Guid.ParseExact(gone.By, "N"), Time(gone.At)) : null;
            return new(item, retracted, shown.Key, Convert.FromBase64String(shown.Signature));
        }
        catch (FormatException)
        {
            throw new JsonException("a value of the item is not well formed");
        }
    }

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static FeedKind Kind(string name) => Enum.GetValues<FeedKind>().Cast<FeedKind?>().FirstOrDefault(kind => SignedText.Kind(kind!.Value) == name)
        ?? throw new JsonException("the kind of the item is not known");

    private sealed record Shown(
        string Id, string Reference, string At, string Kind, IReadOnlyList<string> OnBehalfOf, IReadOnlyList<FeedText> Texts, string Key, string Signature)
    {
        public string? Corrects { get; init; }

        public string? Retracts { get; init; }

        public Gone? Retracted { get; init; }
    }

    private sealed record Gone(string By, string At);
}
