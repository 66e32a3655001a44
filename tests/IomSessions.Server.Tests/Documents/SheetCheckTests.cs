using IomSessions.Domain;
using IomSessions.Server.Documents;

namespace IomSessions.Server.Tests.Documents;

public sealed class SheetCheckTests
{
    private static readonly DocumentSheet Good = Sheets.Settlement();

    public static TheoryData<string, string?> Bounds => new()
    {
        { "good", null },
        { "format", "invalid" },
        { "language", "invalid" },
        { "language of a part", "invalid" },
        { "title", "invalid" },
        { "stamp", "invalid" },
        { "row of three", "invalid" },
        { "long title", "document_too_long" },
        { "long stamp", "document_too_long" },
        { "as long as can be", null },
        { "longer", "document_too_long" },
        { "many parts", "document_too_long" },
        { "many lines", "document_too_long" },
        { "many rows", "document_too_long" },
    };

    [Theory]
    [MemberData(nameof(Bounds))]
    public void OP3_a_document_has_bounds(string what, string? code) => Assert.Equal(code, SheetCheck.Of(Make(what))?.Code);

    [Fact]
    public void OP3_the_longest_settlement_fits() => Assert.True(Limits.DocumentLength > Limits.SettlementLength + Limits.NameLength * 2 * (Limits.Issues + Limits.Parties));

    private static DocumentSheet Make(string what) => what switch
    {
        "format" => Good with { Format = "iom-sessions/record-1" },
        "language" => Good with { Language = "e(n)" },
        "language of a part" => Good with { Parts = [new("", "x y", [], [])] },
        "title" => Good with { Title = " " },
        "stamp" => Good with { Stamp = "" },
        "row of three" => Good with { Parts = [new("", null, [], [["a", "b", "c"]])] },
        "long title" => Good with { Title = new string('a', Limits.DocumentTitle + 1) },
        "long stamp" => Good with { Stamp = new string('a', Limits.LineLength + 1) },
        "as long as can be" => Good with { Parts = [Sheets.Words("en", new string('a', Limits.DocumentLength - 2))] },
        "longer" => Good with { Parts = [Sheets.Words("en", new string('a', Limits.DocumentLength - 1))] },
        "many parts" => Good with { Parts = [.. Enumerable.Repeat(new DocumentPart("", null, [], []), Limits.DocumentParts + 1)] },
        "many lines" => Good with { Parts = [Sheets.Words("en", new string('\n', Limits.DocumentLines + 1))] },
        "many rows" => Good with { Parts = [Sheets.Rows([.. Enumerable.Repeat(("a", "b"), Limits.DocumentLines / 2)])] },
        _ => Good,
    };
}
