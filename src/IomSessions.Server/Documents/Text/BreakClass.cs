using System.Globalization;
using System.Text;

namespace IomSessions.Server.Documents.Text;

/// <summary>How a sign takes part in breaking lines: as many of the classes of Unicode Standard Annex 14 as documents need.</summary>
internal enum BreakClass : byte
{
    /// <summary>A letter, a digit, whatever holds to its neighbours.</summary>
    Letter,
    Space,
    /// <summary>Chinese, Japanese, Korean: may be parted on both sides.</summary>
    Ideograph,
    /// <summary>Does not end a line.</summary>
    Opens,
    /// <summary>Does not begin a line, not even after a blank.</summary>
    Closes,
    /// <summary>Does not begin a line.</summary>
    Stays,
    /// <summary>A line may end with it.</summary>
    Hyphen,
    Dash,
    /// <summary>Holds on both sides.</summary>
    Glue,
    /// <summary>Nothing to see, and a line may end here.</summary>
    Gap,
}

internal static class BreakClasses
{
    private const string Small = "\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308E\u3095\u3096\u30A1\u30A3\u30A5\u30A7\u30A9\u30C3\u30E3\u30E5\u30E7\u30EE\u30F5"
        + "\u30F6\u30FC\u3005\u303B\u309B\u309C\u309D\u309E\u30FB\u30FD\u30FE\u301C\u203C\u2047\u2048\u2049\u2025\u2026\u22EF\uFF65\uFF70";

    private const string Ends = ",.:;!?/\u060C\u061B\u061F\u06D4\u3001\u3002\uFF0C\uFF0E\uFF1A\uFF1B\uFF01\uFF1F\uFE50\uFE52\uFF61\uFF64";

    public static BreakClass Of(Rune rune) => rune.Value switch
    {
        ' ' or 0x1680 or (>= 0x2000 and <= 0x2006) or (>= 0x2008 and <= 0x200A) or 0x205F or 0x3000 => BreakClass.Space,
        0x200B => BreakClass.Gap,
        0xA0 or 0x2007 or 0x202F or 0x2011 or 0x2060 or '"' or '\'' => BreakClass.Glue,
        '-' or 0xAD or 0x58A or 0x2010 or 0x2012 or 0x2013 or 0x1806 or 0x05BE => BreakClass.Hyphen,
        0x2014 => BreakClass.Dash,
        0xA1 or 0xBF => BreakClass.Opens,
        _ when rune.IsBmp && Small.Contains((char)rune.Value, StringComparison.Ordinal) => BreakClass.Stays,
        _ when rune.IsBmp && Ends.Contains((char)rune.Value, StringComparison.Ordinal) => BreakClass.Closes,
        _ => ByCategory(rune),
    };

    private static BreakClass ByCategory(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation => BreakClass.Opens,
        UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation => BreakClass.Closes,
        UnicodeCategory.OtherSymbol => BreakClass.Ideograph,
        _ => Signs.IsEastAsian(rune) ? BreakClass.Ideograph : BreakClass.Letter,
    };
}
