using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using IomSessions.Server.Documents.Text;

namespace IomSessions.Server.Documents.Docx;

/// <summary>What stands on every page: the stamp at its head, its number at its foot; and the page itself.</summary>
internal static class DocxMargins
{
    /// <summary>A4, in twentieths of a point.</summary>
    public static SectionProperties Page(MainDocumentPart main, DocumentSheet sheet)
    {
        var page = new SectionProperties();
        if (sheet.Stamp is { } stamp)
        {
            var head = main.AddNewPart<HeaderPart>();
            Stamp(head, stamp, sheet.Language);
            page.Append(new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(head) });
        }

        var foot = main.AddNewPart<FooterPart>();
        foot.Footer = new Footer(new Paragraph(DocxParagraphs.Look("Footer", rightToLeft: false), Field("PAGE"), Words(" / "), Field("NUMPAGES")));
        page.Append(
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(foot) },
            new PageSize { Width = 11_906, Height = 16_838 },
            new PageMargin { Top = 1_474, Right = 1_020, Bottom = 1_247, Left = 1_020, Header = 567, Footer = 567, Gutter = 0 });
        if (Tongue.IsRightToLeft(sheet.Language))
        {
            page.Append(new BiDi());
        }

        return page;
    }

    private static void Stamp(HeaderPart head, string stamp, string language)
    {
        using var writer = OpenXmlWriter.Create(head);
        writer.WriteStartElement(new Header());
        new DocxParagraphs(writer, language).Write(stamp, "Stamp", language, null);
        writer.WriteEndElement();
    }

    private static SimpleField Field(string instruction) => new(Words("1")) { Instruction = instruction };

    private static Run Words(string text) =>
        new(new DocumentFormat.OpenXml.Wordprocessing.Text(text) { Space = SpaceProcessingModeValues.Preserve });
}
