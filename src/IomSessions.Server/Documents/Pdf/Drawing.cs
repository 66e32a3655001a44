using SkiaSharp;

namespace IomSessions.Server.Documents.Pdf;

/// <summary>Puts ink on a page.</summary>
internal static class Drawing
{
    private const float StampTop = 30;
    private const float Foot = 34;

    public static void Page(SKCanvas canvas, Page page, Set? stamp, Set number)
    {
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        using var thin = new SKPaint { Color = new SKColor(0x99, 0x99, 0x99), StrokeWidth = 0.6f, IsStroke = true };
        using var frame = new SKPaint { Color = SKColors.Black, StrokeWidth = 1.2f, IsStroke = true };
        foreach (var line in page.Lines)
        {
            Line(canvas, ink, line.Line, line.Line.RightToLeft ? line.Left + line.Width - line.Line.Width : line.Left, line.Baseline);
        }

        foreach (var rule in page.Rules)
        {
            canvas.DrawLine(Paper.Side, rule, Paper.Side + Paper.Inner, rule, thin);
        }

        Line(canvas, ink, number, (Paper.Width - number.Width) / 2, Paper.Height - Foot);
        if (stamp is not null)
        {
            // one that is wider than the page is drawn smaller, not cut
            var scale = Math.Min(1, (Paper.Inner - 16) / Math.Max(1, stamp.Width));
            var (left, width) = ((Paper.Width - stamp.Width * scale) / 2, stamp.Width * scale);
            canvas.DrawRect(left - 8, StampTop, width + 16, 19, frame);
            canvas.Save();
            canvas.Translate(left, StampTop + 13);
            canvas.Scale(scale);
            Line(canvas, ink, stamp, 0, 0);
            canvas.Restore();
        }
    }

    private static void Line(SKCanvas canvas, SKPaint ink, Set line, float left, float baseline)
    {
        foreach (var part in line.Parts)
        {
            if (part.Glyphs.Length > 0)
            {
                using var font = new SKFont(part.Face.Drawn, line.Ink.Size * part.Face.Scale) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
                using var builder = new SKTextBlobBuilder();
                var run = builder.AllocatePositionedTextRun(font, part.Glyphs.Length, part.Utf8.Length, null);
                run.SetGlyphs(part.Glyphs);
                run.SetPositions(part.Places);
                run.SetClusters(part.Clusters);
                run.SetText(part.Utf8);
                using var blob = builder.Build();
                canvas.DrawText(blob!, left, baseline, ink);
            }

            left += part.Width;
        }
    }
}
