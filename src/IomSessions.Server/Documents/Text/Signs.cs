using System.Globalization;
using System.Text;

namespace IomSessions.Server.Documents.Text;

/// <summary>Which kind of writing a sign belongs to, by where it stands in Unicode.</summary>
internal static class Signs
{
    /// <summary>Chinese, Japanese, Korean, and the wide signs that stand among them.</summary>
    public static bool IsEastAsian(Rune rune) => rune.Value is (>= 0x1100 and <= 0x11FF) or (>= 0x2E80 and <= 0x312F) or (>= 0x3130 and <= 0xA4CF)
        or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7FF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE4F)
        or (>= 0xFF00 and <= 0xFFEF) or (>= 0x1B000 and <= 0x1B16F) or (>= 0x20000 and <= 0x3FFFD);

    /// <summary>Letters from the left that programs for writing treat like Arabic: those of India and South-East Asia.</summary>
    public static bool IsComplex(Rune rune) => rune.Value is (>= 0x0900 and <= 0x109F) or (>= 0x1700 and <= 0x17FF) or (>= 0x1900 and <= 0x1AAF)
        or (>= 0x1B00 and <= 0x1BFF) or (>= 0xA8E0 and <= 0xA8FF) or (>= 0x11000 and <= 0x114FF);

    /// <summary>Digits that are written from the left among letters from the right.</summary>
    public static bool IsArabicDigit(Rune rune) => rune.Value is (>= 0x660 and <= 0x66C) or (>= 0x6F0 and <= 0x6F9);

    /// <summary>Quotation marks, dots and dashes, which are wide in Chinese and narrow elsewhere.</summary>
    public static bool IsAmbiguous(Rune rune) => rune.Value is 0xB7 or 0x2014 or 0x2018 or 0x2019 or 0x201C or 0x201D or 0x2026;

    /// <summary>Shows nothing of its own, so that no font need have it.</summary>
    public static bool IsInvisible(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && BidiClasses.Of(rune) != BidiClass.AN;
}
