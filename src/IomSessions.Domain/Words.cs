using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace IomSessions.Domain;

/// <summary>What may stand as a name, a language or an utterance.</summary>
public static class Words
{
    private static readonly SearchValues<char> PathSigns = SearchValues.Create("/\\:*?\"<>|");

    private static readonly FrozenSet<string> FeedPages = new[] { "key", "verify", "events", "atom.xml", "feed.json", "items", ".", ".." }.ToFrozenSet();

    public static bool IsName(string? name) =>
        !string.IsNullOrWhiteSpace(name) && name.Length <= Limits.NameLength && IsText(name) && !name.Any(BreaksLine)
        && name.EnumerateRunes().Any(Rune.IsLetterOrDigit) && !name.EnumerateRunes().Any(Deceives);

    /// <summary>A name under which the public finds a session: it stands in addresses, and is not taken for a page of the feed.</summary>
    public static bool IsReference(string? reference) =>
        IsName(reference) && reference!.Trim().Length == reference.Length && !reference.Split('/').Any(part => part.Length == 0 || FeedPages.Contains(part));

    /// <summary>A name without a path, which shows as what it is and can be kept by every system.</summary>
    public static bool IsFileName(string? name) =>
        IsName(name) && name![0] is not (' ' or '.') && name[^1] is not (' ' or '.') && name.AsSpan().IndexOfAny(PathSigns) < 0;

    /// <summary>One line, perhaps an empty one.</summary>
    public static bool IsLine(string? line) => line is { Length: <= Limits.LineLength } && IsText(line) && !line.Any(BreaksLine);

    public static bool IsLanguage(string? tag) =>
        tag is { Length: >= 2 and <= Limits.LanguageLength } && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>What every reader of the public feed can show as it was cleared: nothing that XML cannot hold, no separator that some break lines at.</summary>
    public static bool IsPublic(string text) => text.AsSpan().IndexOfAny("\u2028\u2029\ufffe\uffff") < 0;

    /// <param name="alone">Nothing goes with the text: then it says something.</param>
    public static Refusal? Check(string? text, string? language, bool alone = true) => text switch
    {
        _ when !IsLanguage(language) => Refusal.Invalid,
        "" when !alone => null,
        { Length: > Limits.TextLength } => Refusal.TooLong,
        null => Refusal.Invalid,
        _ when string.IsNullOrWhiteSpace(text) || !IsText(text) => Refusal.Invalid,
        _ => null,
    };

    private static bool BreaksLine(char sign) => char.IsControl(sign) || sign is '\u2028' or '\u2029';

    // Marks that turn the direction of what follows, or show nothing, make one name look like another on the list of who can hear
    // (RM9). The two joiners are letters' business in Persian and the scripts of India.
    private static bool Deceives(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D);

    // Half a surrogate pair cannot be stored as UTF-8 and would come back as another text than was said.
    private static bool IsText(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) != System.Buffers.OperationStatus.Done
                || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t')))
            {
                return false;
            }

            rest = rest[used..];
        }

        return true;
    }
}
