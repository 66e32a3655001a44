using IomSessions.Domain;

namespace IomSessions.Server.Documents;

/// <summary>Whether a document is what can be made here, and not too much of it.</summary>
internal static class SheetCheck
{
    public static readonly IReadOnlyList<string> Formats =
        ["iom-sessions/settlement-1", "iom-sessions/proposal-1", "iom-sessions/positions-1", "iom-sessions/termination-1"];

    /// <summary>Null: it can be made.</summary>
    public static Refusal? Of(DocumentSheet? sheet)
    {
        if (sheet is null || !Formats.Contains(sheet.Format) || !Words.IsLanguage(sheet.Language) || string.IsNullOrWhiteSpace(sheet.Title)
            || sheet.Stamp is { } stamp && string.IsNullOrWhiteSpace(stamp)
            || !sheet.Parts.All(IsWhole))
        {
            return Refusal.Invalid;
        }

        var texts = sheet.Parts.SelectMany(part => part.Words.Concat(part.Rows.SelectMany(row => row)).Append(part.Heading)).ToList();
        var fits = sheet.Title.Length <= Limits.DocumentTitle && (sheet.Stamp?.Length ?? 0) <= Limits.LineLength
            && sheet.Parts.Count <= Limits.DocumentParts && texts.Count <= Limits.DocumentLines
            && texts.Sum(text => (long)text.Length) <= Limits.DocumentLength
            && texts.Sum(text => text.AsSpan().Count('\n')) <= Limits.DocumentLines;
        return fits ? null : DocumentRefusals.TooLong;
    }

    // what JSON leaves out inside of a list comes as nothing
    private static bool IsWhole(DocumentPart? part) => part is not null && (part.Language is null || Words.IsLanguage(part.Language))
        && part.Words.All(text => text is not null) && part.Rows.All(row => row is [not null, not null]);
}
