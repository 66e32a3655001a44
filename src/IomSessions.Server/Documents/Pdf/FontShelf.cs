using System.Collections.Concurrent;
using System.Text;
using IomSessions.Server.Documents.Text;

namespace IomSessions.Server.Documents.Pdf;

/// <summary>
/// The fonts that a machine has: the Noto families by name, then every other font of regular weight, in the order of their names. A sign is
/// looked for once; where it was found, or that it was not, is remembered.
/// </summary>
/// <param name="folders">Looked through with all that is in them.</param>
internal sealed class FontShelf(IReadOnlyList<string> folders)
{
    /// <summary>Where Debian and Ubuntu keep fonts, and where an operator puts his own.</summary>
    public static readonly IReadOnlyList<string> Usual = ["/usr/share/fonts", "/usr/local/share/fonts"];

    private const string Regular = "-Regular.";
    private static readonly string[] First = ["NotoSerif", "NotoNaskhArabic"];
    private static readonly string[] Endings = [".ttf", ".otf", ".ttc"];

    private readonly Lazy<IReadOnlyList<string>> _files = new(() => FilesIn(folders));
    private readonly ConcurrentDictionary<string, string?> _families = new();
    private readonly ConcurrentDictionary<(string File, int Index, bool Bold), FontFace> _faces = new();
    private readonly ConcurrentDictionary<(int Sign, bool Bold), FontFace?> _found = new();

    /// <summary>A font that has every sign of what no line parts, or null.</summary>
    /// <param name="eastAsian">How Chinese signs are drawn here.</param>
    /// <param name="wide">Whether quotation marks are as wide as Chinese signs.</param>
    public FontFace? For(string cluster, EastAsian eastAsian, bool wide, bool bold)
    {
        var signs = cluster.EnumerateRunes().Where(rune => !Signs.IsInvisible(rune)).ToList();
        if (signs.Count == 0)
        {
            return Named(First[0], 0, bold);
        }

        if ((Signs.IsEastAsian(signs[0]) || wide) && Named("NotoSerifCJK", IndexOf(eastAsian), bold) is { } own && signs.All(sign => own.Has(sign.Value)))
        {
            return own;
        }

        var found = _found.GetOrAdd((signs[0].Value, bold), key => Look([new Rune(key.Sign)], key.Bold));
        return found is null || signs.Skip(1).All(sign => found.Has(sign.Value)) ? found : Look(signs, bold);
    }

    private FontFace? Look(List<Rune> signs, bool bold) =>
        First.Select(name => Named(name, 0, bold)).OfType<FontFace>()
            .Concat(_files.Value.Select(file => Face(file, 0, bold)))
            .FirstOrDefault(face => signs.All(sign => face.Has(sign.Value)));

    private FontFace? Named(string family, int index, bool bold) => _families.GetOrAdd(family, key =>
        _files.Value.FirstOrDefault(file => Path.GetFileName(file).StartsWith(key + Regular, StringComparison.Ordinal))) is { } file
            ? Face(file, index, bold)
            : null;

    private FontFace Face(string file, int index, bool bold) => _faces.GetOrAdd((file, index, bold), key =>
    {
        var heavy = file.Replace(Regular, "-Bold.", StringComparison.Ordinal);
        return new FontFace(key.Bold && File.Exists(heavy) ? heavy : file, index);
    });

    // in the collections of Noto CJK
    private static int IndexOf(EastAsian of) => of switch
    {
        EastAsian.Japanese => 0,
        EastAsian.Korean => 1,
        EastAsian.Traditional => 3,
        EastAsian.HongKong => 4,
        _ => 2,
    };

    private static List<string> FilesIn(IReadOnlyList<string> folders) =>
    [
        .. folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*" + Regular + "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }))
            .Where(file => Endings.Contains(Path.GetExtension(file)))
            .OrderBy(file => Path.GetFileName(file) is var name && name.StartsWith("NotoSerif", StringComparison.Ordinal) ? 0
                : name.StartsWith("Noto", StringComparison.Ordinal) ? 1 : 2)
            .ThenBy(Path.GetFileName, StringComparer.Ordinal),
    ];
}
