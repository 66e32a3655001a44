using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using IomSessions.Server.Documents.Text;

namespace IomSessions.Server.Documents.Docx;

/// <summary>How a program for writing treats a stretch of text: each has fonts, size and language of its own there.</summary>
internal enum Writing
{
    Latin,
    EastAsian,
    /// <summary>From the left, with signs that join: India, South-East Asia.</summary>
    Complex,
    RightToLeft,
}

/// <summary>Takes a line apart into runs, each of one direction, one kind of writing and one language.</summary>
internal static class DocxRuns
{
    /// <param name="language">Of the line.</param>
    /// <param name="document">Language of the document: of what is certainly not in the line's own.</param>
    public static IEnumerable<Run> Of(string line, string language, string document, bool rightToLeft)
    {
        var levels = Bidi.Levels(line, rightToLeft);
        var (from, at, kind) = (0, 0, (Writing?)null);
        foreach (var rune in line.EnumerateRunes())
        {
            var now = KindOf(rune, levels[at], kind);
            if (kind is { } before && now != before)
            {
                yield return Make(line[from..at], before, language, document);
                from = at;
            }

            kind = now;
            at += rune.Utf16SequenceLength;
        }

        if (kind is { } last)
        {
            yield return Make(line[from..], last, language, document);
        }
    }

    // a digit or a blank goes with what it stands beside
    private static Writing KindOf(Rune rune, byte level, Writing? before) =>
        level % 2 == 1 || Signs.IsArabicDigit(rune) ? Writing.RightToLeft
        : Signs.IsEastAsian(rune) ? Writing.EastAsian
        : Signs.IsComplex(rune) ? Writing.Complex
        : before is null or Writing.RightToLeft || Rune.IsLetter(rune) ? Writing.Latin
        : before.Value;

    private static Run Make(string text, Writing kind, string language, string document)
    {
        var look = new RunProperties();
        if (kind == Writing.EastAsian)
        {
            var tag = DocxTongues.EastAsian(text, language, document);
            // quotation marks and dots are drawn wide where the run says so
            look.Append(new RunFonts { Hint = FontTypeHintValues.EastAsia, EastAsia = DocxTongues.FontOf(tag) }, new Languages { EastAsia = tag });
        }
        else
        {
            look.Append(kind switch
            {
                Writing.RightToLeft => [new RightToLeftText(), new Languages { Bidi = DocxTongues.RightToLeft(text, language, document) }],
                Writing.Complex => [
                    new RunFonts { ComplexScript = DocxTongues.ComplexFont(text) }, new ComplexScript(), new Languages { Bidi = DocxTongues.Complex(text, language) }],
                _ => (OpenXmlElement[])[new Languages { Val = DocxTongues.Latin(language, document) }],
            });
        }

        return new Run(look, new DocumentFormat.OpenXml.Wordprocessing.Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }
}
