using System.Collections.Frozen;

namespace IomSessions.Server.Documents.Text;

/// <summary>What a language tag says of how the language is written.</summary>
internal static class Tongue
{
    private static readonly FrozenSet<string> RightToLeft =
        new[] { "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi" }.ToFrozenSet();

    private static readonly FrozenSet<string> Scripts =
        new[] { "adlm", "arab", "aran", "hebr", "nkoo", "rohg", "syrc", "thaa" }.ToFrozenSet();

    // languages that have forms of their own for letters that others write too
    private static readonly FrozenSet<string> Particular = new[]
    {
        "ar", "fa", "ur", "sd", "ks", "ps", "ug", "ku", "ja", "ko", "sr", "mk", "bg", "ro", "tr", "az", "nl", "pl", "ca", "mr", "ne", "hi", "sa", "he", "yi",
    }.ToFrozenSet();

    /// <summary>One of a few tags that matter for the forms of letters, or <c>und</c>: what shapes them keeps every tag that it is told for ever.</summary>
    public static string ShapedAs(string language) => EastAsianOf(language) switch
    {
        EastAsian.Simplified => "zh-hans",
        EastAsian.Traditional => "zh-hant",
        EastAsian.HongKong => "zh-hk",
        _ => Parts(language)[0] is var first && Particular.Contains(first) ? first : "und",
    };

    /// <summary>As the web client has it.</summary>
    public static bool IsRightToLeft(string language)
    {
        var parts = Parts(language);
        return parts.Skip(1).FirstOrDefault(part => part.Length == 4 && part.All(char.IsAsciiLetter)) is { } script
            ? Scripts.Contains(script)
            : RightToLeft.Contains(parts[0]);
    }

    /// <summary>Which of the ways to draw the same Chinese signs; null: it is not written with them.</summary>
    public static EastAsian? EastAsianOf(string language) => Parts(language) switch
    {
        ["ja", ..] => EastAsian.Japanese,
        ["ko", ..] => EastAsian.Korean,
        ["zh" or "yue", .. var rest] when rest.Contains("hk") || rest.Contains("mo") => EastAsian.HongKong,
        ["zh", .. var rest] => rest.Contains("hant") || rest.Contains("tw") ? EastAsian.Traditional : EastAsian.Simplified,
        ["yue", ..] => EastAsian.HongKong,
        _ => null,
    };

    private static string[] Parts(string language) => language.ToLowerInvariant().Split('-');
}

/// <summary>How signs that are one in Unicode are drawn.</summary>
internal enum EastAsian
{
    Simplified,
    Traditional,
    HongKong,
    Japanese,
    Korean,
}
