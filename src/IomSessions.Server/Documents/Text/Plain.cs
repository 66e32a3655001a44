using System.Globalization;
using System.Text;

namespace IomSessions.Server.Documents.Text;

/// <summary>A text as a document shows it: in lines, without what shows nothing and without what would turn round the order of what follows.</summary>
internal static class Plain
{
    // joiners are letters' business in Persian and the scripts of India; a sign of direction concerns what stands beside it only
    private const string Kept = "\u061C\u200B\u200C\u200D\u200E\u200F\u2060";

    /// <summary>The text's lines; a name is one.</summary>
    public static IEnumerable<string> Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n', '\u2028', '\u2029').Select(Line);

    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                // a place where a tabulator led to would be another in every program
                case UnicodeCategory.Control when rune.Value == '\t':
                    line.Append("    ");
                    break;
                case UnicodeCategory.Control:
                    line.Append(' ');
                    break;
                // signs below which the digits of a year or a verse stand are none of these
                case UnicodeCategory.Format when BidiClasses.Of(rune) == BidiClass.BN && !Kept.Contains(rune.ToString(), StringComparison.Ordinal):
                case UnicodeCategory.OtherNotAssigned when rune.Value is 0xFFFE or 0xFFFF:
                    break;
                default:
                    line.Append(rune.ToString());
                    break;
            }
        }

        return line.ToString();
    }
}
