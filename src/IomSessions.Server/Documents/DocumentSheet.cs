using System.Text.Json.Serialization;

namespace IomSessions.Server.Documents;

/// <summary>What a reader's own program has put together to be taken away (SG5), as it is made into a page and JSON there.</summary>
/// <param name="Format">One of <see cref="SheetCheck.Formats"/>.</param>
/// <param name="Language">A language tag: of the document, and of what says no other.</param>
/// <param name="Stamp">Stands on every page; null: it is what the parties have signed.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DocumentSheet(string Format, string Title, string Language, string? Stamp, IReadOnlyList<DocumentPart> Parts)
{
    /// <summary>What kind of document: settlement, proposal, positions, termination. Also its neutral name.</summary>
    [JsonIgnore]
    public string Kind => Format.Split('/')[1].Split('-')[0];
}

/// <param name="Heading">Empty: none.</param>
/// <param name="Language">Of the words; null: that of the document.</param>
/// <param name="Words">Texts, each in lines.</param>
/// <param name="Rows">Each a name and what it is.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DocumentPart(
    string Heading, string? Language, IReadOnlyList<string> Words, IReadOnlyList<IReadOnlyList<string>> Rows);
