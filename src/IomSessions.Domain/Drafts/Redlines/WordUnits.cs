using System.Globalization;
using System.Text;

namespace IomSessions.Domain;

/// <summary>
/// Where words begin and end, after the simple part of UAX #29: letters, digits and marks run together, also over an apostrophe or a decimal
/// point between them. Scripts without blanks have no such runs: there each sign, with the marks on it, is a unit (Han, kana, Thai, Lao,
/// Khmer, Burmese). Blanks run together; an end of line, and every other sign, stands alone.
/// </summary>
internal static class WordUnits
{
    private enum Class
    {
        Blank,
        LineEnd,
        Letter,
        Alone,
        Mark,
        Joint,
        Other,
    }

    /// <summary>Of the unit that begins there.</summary>
    public static int Length(string text, int start)
    {
        var (first, length) = At(text, start);
        var end = start + length;
        while (end < text.Length)
        {
            var (next, more) = At(text, end);
            var goesOn = next switch
            {
                Class.Mark => first is not (Class.Blank or Class.LineEnd),
                Class.Letter => first == Class.Letter,
                Class.Blank => first == Class.Blank,
                Class.Joint => first == Class.Letter && end + more < text.Length && At(text, end + more).Class == Class.Letter,
                _ => false,
            };
            if (!goesOn)
            {
                break;
            }

            end += more;
        }

        return end - start;
    }

    private static (Class Class, int Length) At(string text, int at)
    {
        var sign = text[at];
        if (char.IsAscii(sign))
        {
            return (char.IsAsciiLetterOrDigit(sign) || sign == '_' ? Class.Letter
                : sign is ' ' or '\t' ? Class.Blank
                : sign is '\n' or '\r' ? Class.LineEnd
                : sign is '\'' or '.' or ',' ? Class.Joint
                : Class.Other, 1);
        }

        return Rune.TryGetRuneAt(text, at, out var rune) ? (Of(rune), rune.Utf16SequenceLength) : (Class.Other, 1);
    }

    private static Class Of(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.SpaceSeparator => Class.Blank,
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => Class.LineEnd,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            or UnicodeCategory.ModifierSymbol => Class.Mark,
        UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber when StandsAlone(rune.Value) => Class.Alone,
        UnicodeCategory.ConnectorPunctuation => Class.Letter,
        _ when rune.Value is 0x2019 or 0x066B or 0x066C => Class.Joint,
        _ => Rune.IsLetterOrDigit(rune) ? Class.Letter : Class.Other,
    };

    private static bool StandsAlone(int sign) => sign is
        (>= 0x0E00 and <= 0x0EFF) // Thai, Lao
        or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) // Burmese, Khmer
        or (>= 0x3005 and <= 0x3007) or (>= 0x3040 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) // kana
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) // Han
        or (>= 0xFF66 and <= 0xFF9D) or (>= 0x20000 and <= 0x3FFFF);
}
