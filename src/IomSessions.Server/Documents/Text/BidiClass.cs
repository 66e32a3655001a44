using System.Globalization;
using System.Text;

namespace IomSessions.Server.Documents.Text;

/// <summary>How a sign takes part in ordering a line (Unicode Standard Annex 9, table 4), in the annex's own names.</summary>
internal enum BidiClass : byte
{
    L,
    R,
    AL,
    EN,
    ES,
    ET,
    AN,
    CS,
    NSM,
    BN,
    B,
    S,
    WS,
    ON,
}

/// <summary>
/// The class of a sign, from its category and where it stands in Unicode. Embeddings, overrides and isolates count as nothing: a document
/// shows what it says in one order only.
/// </summary>
internal static class BidiClasses
{
    public static BidiClass Of(Rune rune) => Exactly(rune.Value) ?? ByCategory(rune.Value, Rune.GetUnicodeCategory(rune));

    /// <summary>From right to left, whatever stands beside it.</summary>
    public static bool IsRightToLeft(Rune rune) => Of(rune) is BidiClass.R or BidiClass.AL;

    private static BidiClass? Exactly(int sign) => sign switch
    {
        '\t' or 0x0B or 0x1F => BidiClass.S,
        '\n' or '\r' or (>= 0x1C and <= 0x1E) or 0x85 or 0x2029 => BidiClass.B,
        0x0C or 0x2028 => BidiClass.WS,
        0x200E => BidiClass.L,
        0x200F => BidiClass.R,
        0x061C => BidiClass.AL,
        (>= '0' and <= '9') or 0xB2 or 0xB3 or 0xB9 or (>= 0x6F0 and <= 0x6F9) or (>= 0xFF10 and <= 0xFF19) or 0x2070
            or (>= 0x2074 and <= 0x2079) or (>= 0x2080 and <= 0x2089) or (>= 0x2488 and <= 0x249B) or (>= 0x1D7CE and <= 0x1D7FF) => BidiClass.EN,
        (>= 0x660 and <= 0x669) or 0x66B or 0x66C or 0x6DD or 0x8E2 or 0x890 or 0x891 or (>= 0x600 and <= 0x605)
            or (>= 0x10D30 and <= 0x10D39) or (>= 0x10E60 and <= 0x10E7E) => BidiClass.AN,
        '+' or '-' or 0x207A or 0x207B or 0x208A or 0x208B or 0x2212 or 0xFB29 or 0xFE62 or 0xFE63 or 0xFF0B or 0xFF0D => BidiClass.ES,
        ',' or '.' or '/' or ':' or 0xA0 or 0x60C or 0x202F or 0x2044 or 0xFE50 or 0xFE52 or 0xFE55 or 0xFF0C or 0xFF0E or 0xFF0F
            or 0xFF1A => BidiClass.CS,
        '#' or '%' or 0xB0 or 0xB1 or 0x609 or 0x60A or 0x66A or 0x212E or 0x2213 or (>= 0x2030 and <= 0x2034) or 0xFE5F or 0xFE6A or 0xFF03
            or 0xFF05 => BidiClass.ET,
        0x608 or 0x6FD or 0x6FE or 0x70F => BidiClass.AL,
        (>= 0x7F6 and <= 0x7F9) or 0x1091F or (>= 0xBC and <= 0xBE) or (>= 0x2B9 and <= 0x2BA) or (>= 0x2C6 and <= 0x2CF) or 0x374
            or (>= 0x2150 and <= 0x215F) or (>= 0x2460 and <= 0x2487) or (>= 0x24EA and <= 0x24FF) or (>= 0x2776 and <= 0x2793) => BidiClass.ON,
        _ => null,
    };

    private static BidiClass ByCategory(int sign, UnicodeCategory category) => category switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => BidiClass.NSM,
        UnicodeCategory.Control or UnicodeCategory.Format => BidiClass.BN,
        UnicodeCategory.SpaceSeparator => BidiClass.WS,
        UnicodeCategory.CurrencySymbol when !IsArabic(sign) && !IsHebrew(sign) => BidiClass.ET,
        UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
            when IsArabic(sign) => BidiClass.ON,
        _ when IsArabic(sign) => BidiClass.AL,
        _ when IsHebrew(sign) => BidiClass.R,
        _ when IsSign(category) && IsCommon(sign) => BidiClass.ON,
        _ => BidiClass.L,
    };

    private static bool IsSign(UnicodeCategory category) => category is >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherSymbol;

    // signs elsewhere belong to a script that is written from the left
    private static bool IsCommon(int sign) => sign is < 0x482 or (>= 0x58A and <= 0x58F) or (>= 0xF3A and <= 0xF3D) or (>= 0x2000 and <= 0x2335)
        or (>= 0x237B and <= 0x249B) or (>= 0x2500 and <= 0x27FF) or (>= 0x2900 and <= 0x303F) or 0x30A0 or 0x30FB or (>= 0xFD3E and <= 0xFD4F)
        or (>= 0xFE10 and <= 0xFFFD) or (>= 0x1F000 and <= 0x1F10F) or (>= 0x1F260 and <= 0x1FAFF);

    // the blocks of DerivedBidiClass.txt, with what is still to be assigned in them: Arabic, Syriac, Thaana
    private static bool IsArabic(int sign) => sign is (>= 0x600 and <= 0x7BF) or (>= 0x860 and <= 0x8FF) or (>= 0xFB50 and <= 0xFDFF)
        or (>= 0xFE70 and <= 0xFEFE) or (>= 0x10D00 and <= 0x10D3F) or (>= 0x10EC0 and <= 0x10EFF) or (>= 0x10F30 and <= 0x10F6F)
        or (>= 0x1EC70 and <= 0x1ECBF) or (>= 0x1ED00 and <= 0x1ED4F) or (>= 0x1EE00 and <= 0x1EEFF);

    // and all others from the right
    private static bool IsHebrew(int sign) => sign is (>= 0x590 and <= 0x85F) or (>= 0xFB1D and <= 0xFB4F) or (>= 0x10800 and <= 0x10FFF)
        or (>= 0x1E800 and <= 0x1EFFF);
}
