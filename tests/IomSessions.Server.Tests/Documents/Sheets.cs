using IomSessions.Server.Documents;
using IomSessions.Server.Documents.Pdf;

namespace IomSessions.Server.Tests.Documents;

/// <summary>Documents as a participant's program puts them together.</summary>
internal static class Sheets
{
    public const string Stamp = "Without prejudice";

    public const string English = "The forces shall withdraw (see Annex II) to the line of 1979, 100% of them.";
    public const string Arabic = "تنسحب القوات (انظر الملحق) من المطارات في عام 1979.";
    public const string Chinese = "双方同意，部队应撤离机场（见附件二）。";
    public const string Mixed = "مطار العريش (El Arish) 联合国 UNEF II";

    public static FontShelf Fonts { get; } = new(FontShelf.Usual);

    public static DocumentSheet Of(string? stamp, params DocumentPart[] parts) => In("en", stamp, parts);

    public static DocumentSheet In(string language, string? stamp, params DocumentPart[] parts) =>
        new("iom-sessions/settlement-1", "Framework (إطار) 框架", language, stamp, parts);

    public static DocumentPart Words(string language, params string[] words) => new(language, language, words, []);

    public static DocumentPart Rows(params (string Name, string Value)[] rows) =>
        new("", null, [], [.. rows.Select(row => (IReadOnlyList<string>)[row.Name, row.Value])]);

    /// <summary>A settlement with four language versions, figures and signatures.</summary>
    public static DocumentSheet Settlement(string? stamp = Stamp, string language = "en") => In(
        language, stamp, Rows(("Reference", "REF-1")), Words("en", English), Words("fr", "L’Égypte s’engage « sans délai » ; œuvre."), Words("ar", Arabic + "\n" + Mixed),
        Words("zh", Chinese), Rows(("Airfields", "25 April 1982"), ("النسبة", "12.5%")), Rows(("Digest", new string('a', 200))));
}
