using IomSessions.Server.Documents.Text;
using IomSessions.Storage.Feed;

namespace IomSessions.Server.Feed.Forms;

/// <summary>Languages of texts: how each is called in itself, which way it runs, and which a reader wants first. None is ever left out.</summary>
internal static class Languages
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ar"] = "العربية", ["de"] = "Deutsch", ["en"] = "English", ["es"] = "Español", ["fa"] = "فارسی", ["fr"] = "Français", ["he"] = "עברית",
        ["hi"] = "हिन्दी", ["id"] = "Bahasa Indonesia", ["it"] = "Italiano", ["ja"] = "日本語", ["ko"] = "한국어", ["nl"] = "Nederlands",
        ["pt"] = "Português", ["ru"] = "Русский", ["sw"] = "Kiswahili", ["tet"] = "Tetun", ["th"] = "ไทย", ["tr"] = "Türkçe",
        ["uk"] = "Українська", ["ur"] = "اردو", ["vi"] = "Tiếng Việt", ["zh"] = "中文", ["zh-Hans"] = "简体中文", ["zh-Hant"] = "繁體中文",
    };

    public static string NameOf(string tag) => Names.GetValueOrDefault(tag) ?? Names.GetValueOrDefault(Primary(tag)) ?? tag;

    public static string DirectionOf(string tag) => Tongue.IsRightToLeft(tag) ? "rtl" : "ltr";

    /// <summary>The one of these languages that is asked for in the address, else what the browser would rather have; null: as they were cleared.</summary>
    public static string? Lead(HttpRequest request, IReadOnlyList<string> there) => Asked(request, there) ?? request.GetTypedHeaders().AcceptLanguage
        .Where(wish => wish.Quality is null or > 0)
        .OrderByDescending(wish => wish.Quality ?? 1)
        .Select(wish => Best(wish.Value.Value, there))
        .FirstOrDefault(found => found is not null);

    public static string? Asked(HttpRequest request, IReadOnlyList<string> there) => request.Query["lang"] is [{ } asked] ? Best(asked, there) : null;

    public static IEnumerable<FeedText> Ordered(IReadOnlyList<FeedText> texts, string? lead) =>
        lead is null || Best(lead, [.. texts.Select(text => text.Language)]) is not { } first ? texts : texts.OrderByDescending(text => text.Language == first);

    private static string? Best(string? wish, IReadOnlyList<string> there) => wish is null ? null
        : there.FirstOrDefault(tag => tag.Equals(wish, StringComparison.OrdinalIgnoreCase))
        ?? there.FirstOrDefault(tag => Primary(tag).Equals(Primary(wish), StringComparison.OrdinalIgnoreCase));

    private static string Primary(string tag) => tag.Split('-')[0];
}
