using System.Globalization;
using IomSessions.Server.Documents.Text;
using SkiaSharp;

namespace IomSessions.Server.Documents.Pdf;

/// <summary>A document as PDF: A4, the stamp at the head of each page and its number at the foot, fonts embedded. The same sheet gives the same bytes.</summary>
internal static class PdfDocument
{
    /// <exception cref="NoFontException">A sign is in no font at hand.</exception>
    public static byte[] Of(DocumentSheet sheet, FontShelf fonts, CancellationToken stop)
    {
        var layout = new PdfLayout(sheet, fonts, stop);
        var pages = layout.Pages();
        var stamp = sheet.Stamp is { } told ? layout.Edge(Plain.Line(told), Ink.Stamp) : null;
        using var made = new MemoryStream();
        using (var document = SKDocument.CreatePdf(made, new SKDocumentPdfMetadata { Title = Plain.Line(sheet.Title), Producer = "IomSessions" }))
        {
            for (var at = 0; at < pages.Count; at++)
            {
                stop.ThrowIfCancellationRequested();
                using var canvas = document.BeginPage(Paper.Width, Paper.Height);
                var number = layout.Edge(string.Create(CultureInfo.InvariantCulture, $"{at + 1} / {pages.Count}"), Ink.Number);
                Drawing.Page(canvas, pages[at], stamp, number);
                document.EndPage();
            }

            document.Close();
        }

        return PdfLanguage.Tell(made.ToArray(), sheet.Language);
    }
}
