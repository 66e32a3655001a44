using System.Text;
using HarfBuzzSharp;
using IomSessions.Server.Documents.Text;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace IomSessions.Server.Documents.Pdf;

/// <summary>Letters as glyphs where they stand, from left to right, and which letters each shows.</summary>
/// <param name="Clusters">For each glyph where its letters begin in <paramref name="Utf8"/>, so that the text can be taken out of the PDF again.</param>
/// <param name="Width">In points.</param>
internal sealed record Shaped(FontFace Face, ushort[] Glyphs, SKPoint[] Places, uint[] Clusters, byte[] Utf8, float Width, byte Level);

internal static class Shaping
{
    /// <summary>How far each place of a stretch moves on, in points, added to where its letters begin.</summary>
    public static void Measure(string text, Stretch of, string language, Ink ink, float[] advances)
    {
        using var buffer = Shape(text, of, language);
        var scale = ink.Size * of.Face.Scale / of.Face.Units;
        var (infos, places) = (buffer.GlyphInfos, buffer.GlyphPositions);
        for (var at = 0; at < infos.Length; at++)
        {
            advances[infos[at].Cluster] += places[at].XAdvance * scale;
        }
    }

    public static Shaped Of(string text, Stretch of, string language, Ink ink)
    {
        using var buffer = Shape(text, of, language);
        var scale = ink.Size * of.Face.Scale / of.Face.Units;
        var (infos, places) = (buffer.GlyphInfos, buffer.GlyphPositions);
        var (glyphs, points, clusters) = (new ushort[infos.Length], new SKPoint[infos.Length], new uint[infos.Length]);
        var (bytes, x) = (Bytes(text.AsSpan(of.From, of.To - of.From)), 0f);
        for (var at = 0; at < infos.Length; at++)
        {
            if (infos[at].Codepoint == 0)
            {
                throw new NoFontException();
            }

            glyphs[at] = (ushort)infos[at].Codepoint;
            points[at] = new(x + places[at].XOffset * scale, -places[at].YOffset * scale);
            clusters[at] = bytes[infos[at].Cluster - of.From];
            x += places[at].XAdvance * scale;
        }

        return new(of.Face, glyphs, points, clusters, Encoding.UTF8.GetBytes(text[of.From..of.To]), x, of.Level);
    }

    // where in UTF-8 each UTF-16 unit begins
    private static uint[] Bytes(ReadOnlySpan<char> text)
    {
        var bytes = new uint[text.Length + 1];
        for (var at = 0; at < text.Length; at++)
        {
            // a pair is four bytes
            bytes[at + 1] = bytes[at] + (char.IsSurrogate(text[at]) ? 2u : text[at] < 0x80 ? 1u : text[at] < 0x800 ? 2u : 3u);
        }

        return bytes;
    }

    private static Buffer Shape(string text, Stretch of, string language)
    {
        var buffer = new Buffer();
        // with what stands around it: an Arabic letter has the form that its neighbours give it
        buffer.AddUtf16(text.AsSpan(), of.From, of.To - of.From);
        buffer.Direction = of.RightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        buffer.Script = of.Script;
        buffer.Language = new Language(Tongue.ShapedAs(language));
        of.Face.Shaping.Shape(buffer);
        return buffer;
    }
}
