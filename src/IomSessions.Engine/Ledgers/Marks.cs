using System.Globalization;

namespace IomSessions.Engine;

/// <summary>Marks on the wire: 32 lower-case hexadecimal digits.</summary>
public static class Marks
{
    public static string Text(UInt128 mark) => mark.ToString("x32", CultureInfo.InvariantCulture);

    public static bool TryParse(string? text, out UInt128 mark)
    {
        mark = default;
        return text is { Length: 32 } && UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out mark);
    }
}
