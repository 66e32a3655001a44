using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using IomSessions.Server.Documents.Text;

namespace IomSessions.Server.Documents.Docx;

/// <summary>Lines as paragraphs, written one after the other: a long document never stands in memory as elements.</summary>
/// <param name="document">Language of the document.</param>
internal sealed class DocxParagraphs(OpenXmlWriter writer, string document)
{
    /// <param name="rightToLeft">The side from which it is written; null: that of its first letter.</param>
    public void Write(string line, string style, string language, bool? rightToLeft)
    {
        var plain = Plain.Line(line);
        var from = rightToLeft ?? Bidi.FirstStrong(plain) ?? Tongue.IsRightToLeft(document);
        writer.WriteStartElement(new Paragraph());
        writer.WriteElement(Look(style, from));
        foreach (var run in DocxRuns.Of(plain, language, document, from))
        {
            writer.WriteElement(run);
        }

        writer.WriteEndElement();
    }

    /// <summary>A table of rows, each a name and what it is.</summary>
    public void Rows(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        writer.WriteStartElement(new Table());
        writer.WriteElement(DocxTable.Look(Tongue.IsRightToLeft(document)));
        writer.WriteElement(DocxTable.Grid());
        foreach (var row in rows)
        {
            writer.WriteStartElement(new TableRow());
            writer.WriteElement(new TableRowProperties(new CantSplit()));
            Cell(row[0], "RowName", DocxTable.Name);
            Cell(row[1], "RowValue", DocxTable.Value);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    /// <summary>A paragraph's properties; the order of elements is the schema's.</summary>
    public static ParagraphProperties Look(string style, bool rightToLeft)
    {
        var look = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (rightToLeft)
        {
            look.Append(new BiDi());
        }

        return look;
    }

    private void Cell(string text, string style, int width)
    {
        writer.WriteStartElement(new TableCell());
        writer.WriteElement(DocxTable.Cell(width));
        foreach (var line in Plain.Lines(text))
        {
            Write(line, style, document, null);
        }

        writer.WriteEndElement();
    }
}
