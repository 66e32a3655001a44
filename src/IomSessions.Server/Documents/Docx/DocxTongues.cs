using IomSessions.Server.Documents.Text;

namespace IomSessions.Server.Documents.Docx;

/// <summary>Which language a run is marked with, and fonts that programs for writing come with.</summary>
internal static class DocxTongues
{
    private static readonly (int From, int To, string Tag, string Font)[] Complexes =
    [
        (0x0900, 0x097F, "hi-IN", "Nirmala UI"), (0x0980, 0x09FF, "bn-IN", "Nirmala UI"), (0x0A00, 0x0A7F, "pa-IN", "Nirmala UI"),
        (0x0A80, 0x0AFF, "gu-IN", "Nirmala UI"), (0x0B00, 0x0B7F, "or-IN", "Nirmala UI"), (0x0B80, 0x0BFF, "ta-IN", "Nirmala UI"),
        (0x0C00, 0x0C7F, "te-IN", "Nirmala UI"), (0x0C80, 0x0CFF, "kn-IN", "Nirmala UI"), (0x0D00, 0x0D7F, "ml-IN", "Nirmala UI"),
        (0x0D80, 0x0DFF, "si-LK", "Nirmala UI"), (0x0E00, 0x0E7F, "th-TH", "Leelawadee UI"), (0x0E80, 0x0EFF, "lo-LA", "Leelawadee UI"),
        (0x0F00, 0x0FFF, "bo-CN", "Microsoft Himalaya"), (0x1000, 0x109F, "my-MM", "Myanmar Text"), (0x1780, 0x17FF, "km-KH", "Leelawadee UI"),
    ];

    /// <summary>The line's own language if it is written so, else the document's, else English.</summary>
    public static string Latin(string language, string document) => IsLatin(language) ? language : IsLatin(document) ? document : "en";

    public static string RightToLeft(string text, string language, string document) =>
        Tongue.IsRightToLeft(language) ? language
        : Tongue.IsRightToLeft(document) ? document
        : text.AsSpan().IndexOfAnyInRange('\u0590', '\u05FF') >= 0 ? "he-IL" : "ar-SA";

    public static string EastAsian(string text, string language, string document) => Tagged(language) ?? Tagged(document)
        ?? (text.AsSpan().IndexOfAnyInRange('\u3040', '\u30FF') >= 0 ? "ja-JP" : text.AsSpan().IndexOfAnyInRange('\uAC00', '\uD7AF') >= 0 ? "ko-KR" : "zh-CN");

    public static string Complex(string text, string language) => Known(text).Tag ?? language;

    public static string? ComplexFont(string text) => Known(text).Font;

    public static string FontOf(string eastAsian) => eastAsian switch
    {
        "ja-JP" => "MS Mincho",
        "ko-KR" => "Batang",
        "zh-TW" or "zh-HK" => "PMingLiU",
        _ => "SimSun",
    };

    private static bool IsLatin(string language) => !Tongue.IsRightToLeft(language) && Tongue.EastAsianOf(language) is null;

    private static string? Tagged(string language) => Tongue.EastAsianOf(language) switch
    {
        Text.EastAsian.Simplified => "zh-CN",
        Text.EastAsian.Traditional => "zh-TW",
        Text.EastAsian.HongKong => "zh-HK",
        Text.EastAsian.Japanese => "ja-JP",
        Text.EastAsian.Korean => "ko-KR",
        _ => null,
    };

    private static (string? Tag, string? Font) Known(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Signs.IsComplex(rune))
            {
                return Array.Find(Complexes, one => one.From <= rune.Value && rune.Value <= one.To) is { Tag: { } tag, Font: var font } ? (tag, font) : default;
            }
        }

        return default;
    }
}
