using HarfBuzzSharp;
using SkiaSharp;

namespace IomSessions.Server.Documents.Pdf;

/// <summary>One font of a file, for shaping and for drawing. It is opened when it is first needed, and stays open.</summary>
internal sealed class FontFace
{
    private readonly Lazy<(SKTypeface Drawn, Font Shaping, int Units)> _opened;

    /// <param name="index">Which one of a collection.</param>
    public FontFace(string file, int index = 0)
    {
        _opened = new(() => Open(file, index));
        Scale = Path.GetFileName(file).StartsWith("NotoNaskhArabic", StringComparison.Ordinal) ? 1.15f : 1;
    }

    public SKTypeface Drawn => _opened.Value.Drawn;

    /// <summary>Measures in <see cref="Units"/>.</summary>
    public Font Shaping => _opened.Value.Shaping;

    /// <summary>So many make the size of a letter.</summary>
    public int Units => _opened.Value.Units;

    /// <summary>By how much larger it is drawn to be read as well as the others beside it.</summary>
    public float Scale { get; }

    public bool Has(int sign) => Shaping.TryGetNominalGlyph(sign, out var glyph) && glyph != 0;

    private static (SKTypeface Drawn, Font Shaping, int Units) Open(string file, int index)
    {
        var drawn = SKTypeface.FromFile(file, index) ?? throw new InvalidDataException("A font of the system cannot be opened.");
        using var bytes = Blob.FromFile(file);
        bytes.MakeImmutable();
        using var face = new Face(bytes, index);
        var font = new Font(face);
        font.SetFunctionsOpenType();
        font.SetScale(face.UnitsPerEm, face.UnitsPerEm);
        return (drawn, font, face.UnitsPerEm);
    }
}
