using System.IO.Compression;
using System.Reflection;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using IomSessions.Server.Documents.Text;

namespace IomSessions.Server.Documents.Docx;

/// <summary>A document for programs for writing (Office Open XML): A4, real styles, every run in its own direction and language. It names no author, program or time.</summary>
internal static class DocxDocument
{
    // what an archive has to say of the time; the earliest that it can
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(DocumentSheet sheet, CancellationToken stop)
    {
        using var made = new MemoryStream();
        using (var document = WordprocessingDocument.Create(made, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            using (var styles = Assembly.GetExecutingAssembly().GetManifestResourceStream("Docx.styles.xml")!)
            {
                main.AddNewPart<StyleDefinitionsPart>().FeedData(styles);
            }

            // without it programs take the document for one of long ago
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new Compatibility(new CompatibilitySetting
            {
                Name = CompatSettingNameValues.CompatibilityMode,
                Uri = "http://schemas.microsoft.com/office/word",
                Val = "15",
            }));
            document.PackageProperties.Title = Plain.Line(sheet.Title);
            document.PackageProperties.Language = sheet.Language;
            Write(main, sheet, stop);
        }

        Undate(made);
        return made.ToArray();
    }

    private static void Write(MainDocumentPart main, DocumentSheet sheet, CancellationToken stop)
    {
        var page = DocxMargins.Page(main, sheet);
        using var writer = OpenXmlWriter.Create(main);
        var paragraphs = new DocxParagraphs(writer, sheet.Language);
        writer.WriteStartElement(new Document());
        writer.WriteStartElement(new Body());
        paragraphs.Write(sheet.Title, "Title", sheet.Language, null);
        foreach (var part in sheet.Parts)
        {
            stop.ThrowIfCancellationRequested();
            if (part.Heading.Length > 0)
            {
                paragraphs.Write(part.Heading, "Heading1", sheet.Language, null);
            }

            var language = part.Language ?? sheet.Language;
            foreach (var line in part.Words.SelectMany(Plain.Lines))
            {
                paragraphs.Write(line, "Normal", language, Tongue.IsRightToLeft(language));
            }

            if (part.Rows.Count > 0)
            {
                paragraphs.Rows(part.Rows);

                // two tables without anything between them are one
                paragraphs.Write("", "Normal", sheet.Language, null);
            }
        }

        writer.WriteElement(page);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Undate(MemoryStream made)
    {
        using var archive = new ZipArchive(made, ZipArchiveMode.Update, leaveOpen: true);
        foreach (var entry in archive.Entries)
        {
            entry.LastWriteTime = NoTime;
        }
    }
}
