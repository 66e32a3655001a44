using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IomSessions.Server.Documents.Pdf;

/// <summary>
/// Says in a PDF which language it is in, for whoever has it read out: an incremental update, which replaces the catalogue by one with
/// <c>/Lang</c> (ISO 32000-1, 7.5.6 and 14.9.2). The library that draws does not let it be said.
/// </summary>
internal static partial class PdfLanguage
{
    public static byte[] Tell(byte[] pdf, string language)
    {
        // bytes as they are: nothing of this is text of the document
        var end = Encoding.Latin1.GetString(pdf, Math.Max(0, pdf.Length - 1_000), Math.Min(1_000, pdf.Length));
        var trailer = Trailer().Match(end);
        var start = int.Parse(Start().Match(end).Groups[1].Value, CultureInfo.InvariantCulture);
        var root = trailer.Groups["root"].Value;
        var at = pdf.AsSpan().IndexOf(Encoding.ASCII.GetBytes($"\n{root} 0 obj\n<</Type /Catalog\n"));
        var catalogue = Encoding.Latin1.GetString(pdf.AsSpan(at + 1, pdf.AsSpan(at + 1).IndexOf("endobj"u8)));
        var told = catalogue.Replace("<</Type /Catalog\n", $"<</Type /Catalog\n/Lang ({language})\n", StringComparison.Ordinal) + "endobj\n";

        var update = new StringBuilder();
        update.Append(CultureInfo.InvariantCulture, $"\n{told}");
        var table = pdf.Length + update.Length;
        update.Append(CultureInfo.InvariantCulture, $"xref\n{root} 1\n{pdf.Length + 1:D10} 00000 n \ntrailer\n");
        update.Append(CultureInfo.InvariantCulture, $"<</Size {trailer.Groups["size"].Value}\n/Root {root} 0 R\n/Info {trailer.Groups["info"].Value} 0 R\n/Prev {start}>>\n");
        update.Append(CultureInfo.InvariantCulture, $"startxref\n{table}\n%%EOF\n");
        return [.. pdf, .. Encoding.Latin1.GetBytes(update.ToString())];
    }

    [GeneratedRegex(@"trailer\s*<</Size (?<size>\d+)\s*/Root (?<root>\d+) 0 R\s*/Info (?<info>\d+) 0 R")]
    private static partial Regex Trailer();

    [GeneratedRegex(@"startxref\s+(\d+)\s+%%EOF\s*$")]
    private static partial Regex Start();
}
