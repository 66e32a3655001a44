using IomSessions.Server.Documents.Text;

namespace IomSessions.Server.Documents.Pdf;

/// <summary>Sets a document in pages.</summary>
internal sealed class PdfLayout(DocumentSheet sheet, FontShelf fonts, CancellationToken stop)
{
    private const float Gutter = 12;

    private readonly bool _rightToLeft = Tongue.IsRightToLeft(sheet.Language);
    private readonly Flow _flow = new();

    /// <summary>A line at the head or foot of every page, without a break.</summary>
    public Set Edge(string text, Ink ink) => Setting.Of(text, sheet.Language, null, ink, float.MaxValue, fonts)[0];

    public IReadOnlyList<Page> Pages()
    {
        _flow.Add(Lines(sheet.Title, sheet.Language, null, Ink.Title, Paper.Inner));
        foreach (var part in sheet.Parts)
        {
            Head(part);
            var language = part.Language ?? sheet.Language;
            foreach (var line in part.Words.SelectMany(Plain.Lines))
            {
                stop.ThrowIfCancellationRequested();
                _flow.Add(Lines(line, language, Tongue.IsRightToLeft(language), Ink.Words, Paper.Inner));
            }

            foreach (var row in part.Rows)
            {
                stop.ThrowIfCancellationRequested();
                Row(row[0], row[1]);
            }
        }

        return _flow.Pages;
    }

    // a heading does not stand alone at the foot of a page
    private void Head(DocumentPart part)
    {
        _flow.Space(14);
        if (part.Heading.Length > 0)
        {
            var lines = Lines(part.Heading, sheet.Language, null, Ink.Heading, Paper.Inner);
            _flow.Keep(lines.Count * Ink.Heading.Leading + 2 * Ink.Words.Leading);
            _flow.Add(lines);
            _flow.Space(4);
        }
    }

    private void Row(string name, string value)
    {
        var (narrow, broad) = ((Paper.Inner - Gutter) * 0.35f, (Paper.Inner - Gutter) * 0.65f);
        var nameAt = (_rightToLeft ? Paper.Side + broad + Gutter : Paper.Side, narrow);
        var valueAt = (_rightToLeft ? Paper.Side : Paper.Side + narrow + Gutter, broad);
        _flow.Row(Cell(name, Ink.RowName, narrow), Cell(value, Ink.Row, broad), nameAt, valueAt);
    }

    private List<Set> Cell(string text, Ink ink, float width) =>
        [.. Plain.Lines(text).SelectMany(line => Lines(line, sheet.Language, null, ink, width))];

    private List<Set> Lines(string line, string language, bool? rightToLeft, Ink ink, float width) =>
        Setting.Of(Plain.Line(line), language, rightToLeft ?? Bidi.FirstStrong(line) ?? _rightToLeft, ink, width, fonts);
}
