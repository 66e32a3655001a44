using System.Collections.Frozen;

namespace IomSessions.Domain;

/// <summary>
/// What kinds of files are taken: documents, spreadsheets, pictures, plain text. Nothing that runs by being opened, nothing that a
/// browser would show as a page, no older Office formats, in which macros hide. Told by the name's ending and by the content; not a
/// search for harmful content.
/// </summary>
public static class FileTypes
{
    /// <summary>So much of the beginning is looked at, or all when there is less.</summary>
    public const int HeadBytes = 4096;

    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";
    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    private static readonly FrozenDictionary<string, FileType> ByEnding = new Dictionary<string, FileType>
    {
        ["pdf"] = new("application/pdf", head => head.StartsWith("%PDF-"u8)),
        ["docx"] = Office("wordprocessingml.document", "word/"),
        ["xlsx"] = Office("spreadsheetml.sheet", "xl/"),
        ["pptx"] = Office("presentationml.presentation", "ppt/"),
        ["odt"] = Open("text"),
        ["ods"] = Open("spreadsheet"),
        ["odp"] = Open("presentation"),
        ["png"] = new("image/png", head => head.StartsWith((byte[])[0x89, .. "PNG\r\n\u001a\n"u8])),
        ["jpg"] = Jpeg(),
        ["jpeg"] = Jpeg(),
        ["gif"] = new("image/gif", head => head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8)),
        ["webp"] = new("image/webp", head => head.StartsWith("RIFF"u8) && At(head, 8).StartsWith("WEBP"u8)),
        ["tif"] = Tiff(),
        ["tiff"] = Tiff(),
        ["heic"] = new("image/heic", head => At(head, 4).StartsWith("ftyp"u8) && IsHeic(At(head, 8))),
        ["txt"] = new("text/plain", _ => true, IsText: true),
        ["csv"] = new("text/csv", _ => true, IsText: true),
        ["md"] = new("text/markdown", _ => true, IsText: true),
    }.ToFrozenDictionary();

    /// <summary>The type that a name claims; null: none that is taken.</summary>
    public static FileType? Of(string name) =>
        name.LastIndexOf('.') is > 0 and var dot ? ByEnding.GetValueOrDefault(name[(dot + 1)..].ToLowerInvariant()) : null;

    /// <summary>Whether bytes can be plain text, in whatever script: no signs that steer a machine.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOfAnyInRange((byte)0, (byte)8) < 0 && bytes.IndexOfAnyInRange((byte)14, (byte)31) < 0 && bytes.IndexOf((byte)11) < 0;

    private static FileType Office(string kind, string folder) =>
        new(OpenXml + kind, head => FirstOfZip(head) is var first && !first.IsEmpty
            && (first.StartsWith("[Content_Types].xml"u8) || first.StartsWith("_rels/"u8) || first.StartsWith("docProps/"u8)
                || first.StartsWith("customXml/"u8) || first.StartsWith(System.Text.Encoding.ASCII.GetBytes(folder))));

    // the format begins with its own type, uncompressed
    private static FileType Open(string kind) =>
        new(OpenDocument + kind, head => FirstOfZip(head).SequenceEqual("mimetype"u8)
            && At(head, 38).StartsWith(System.Text.Encoding.ASCII.GetBytes(OpenDocument + kind)));

    private static FileType Jpeg() => new("image/jpeg", head => head.StartsWith((byte[])[0xFF, 0xD8, 0xFF]));

    private static FileType Tiff() => new("image/tiff", head => head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8));

    private static bool IsHeic(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("heic"u8) || brand.StartsWith("heix"u8) || brand.StartsWith("mif1"u8) || brand.StartsWith("msf1"u8);

    // The name of the first entry: what others pack into an archive (programs, too) begins otherwise.
    private static ReadOnlySpan<byte> FirstOfZip(ReadOnlySpan<byte> head)
    {
        if (head.Length < 30 || !head.StartsWith("PK\u0003\u0004"u8))
        {
            return [];
        }

        var length = head[26] | (head[27] << 8);
        return head.Length >= 30 + length ? head.Slice(30, length) : [];
    }

    private static ReadOnlySpan<byte> At(ReadOnlySpan<byte> head, int at) => head.Length > at ? head[at..] : [];
}

/// <summary>One kind of file.</summary>
/// <param name="Media">Its media type.</param>
/// <param name="Begins">Whether a file of this kind can begin so.</param>
/// <param name="IsText">All of it is looked at: see <see cref="FileTypes.IsPlain"/>.</param>
public sealed record FileType(string Media, FileType.Beginning Begins, bool IsText = false)
{
    /// <summary>Looks at the first bytes.</summary>
    public delegate bool Beginning(ReadOnlySpan<byte> head);
}
