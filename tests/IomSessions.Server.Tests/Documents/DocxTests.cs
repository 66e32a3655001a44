using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using IomSessions.Server.Documents;
using IomSessions.Server.Documents.Docx;

namespace IomSessions.Server.Tests.Documents;

public sealed class DocxTests
{
    private const string Hostile = "</w:t><script>&amp; \u0001\u202Ereversed\u202C \uFFFE\t\"quoted\" ]]>";

    public static TheoryData<string> Kinds => [.. Samples.Keys];

    private static Dictionary<string, DocumentSheet> Samples { get; } = new()
    {
        ["settlement"] = Sheets.Settlement(),
        ["from the right"] = Sheets.Settlement("دون المساس", "ar"),
        ["signed"] = Sheets.Settlement(stamp: null),
        ["empty"] = Sheets.Of(null),
        ["scripts"] = Sheets.Of(Sheets.Stamp, Sheets.Words("hi", "हिन्दी ไทย ትግርኛ"), Sheets.Words("ja", "両当事者（甲）"), Sheets.Words("he", "ירושלים")),
        ["hostile"] = Sheets.Of(Hostile, Sheets.Words("en", Hostile), Sheets.Rows((Hostile, Hostile))),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void SG6_a_word_document_is_valid_in_every_version_of_the_format(string kind)
    {
        using var document = Open(DocxDocument.Of(Samples[kind], default));
        foreach (var version in (FileFormatVersions[])[FileFormatVersions.Office2010, FileFormatVersions.Office2019, FileFormatVersions.Microsoft365])
        {
            Assert.Empty(new OpenXmlValidator(version).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        }
    }

    [Fact]
    public void SG6_every_language_stands_in_its_own_direction_and_is_marked_as_what_it_is()
    {
        using var document = Open(DocxDocument.Of(Sheets.Settlement(), default));
        var lines = document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().ToList();
        var (english, arabic, mixed, chinese) = (Line(lines, Sheets.English), Line(lines, Sheets.Arabic), Line(lines, Sheets.Mixed), Line(lines, Sheets.Chinese));
        Assert.Equal([(false, "en")], [.. Runs(english).Select(run => (run.RightToLeft, run.Tag)).Distinct()]);
        Assert.Null(english.ParagraphProperties!.BiDi);
        Assert.NotNull(arabic.ParagraphProperties!.BiDi);
        Assert.Equal([(true, "تنسحب القوات (انظر الملحق) من المطارات في عام ", "ar"), (false, "1979", "en"), (true, ".", "ar")], Runs(arabic));
        Assert.Equal(
            [(true, "مطار العريش (", "ar"), (false, "El Arish", "en"), (true, ") ", "ar"), (false, "联合国 ", "zh-CN"), (false, "UNEF II", "en")],
            Runs(mixed));
        Assert.Equal([(false, Sheets.Chinese, "zh-CN")], Runs(chinese));
        Assert.Equal("SimSun", chinese.Descendants<RunFonts>().First().EastAsia!.Value);
    }

    [Fact]
    public void SG6_headings_rows_title_and_page_are_what_they_are_called()
    {
        using var document = Open(DocxDocument.Of(Sheets.Settlement(language: "ar"), default));
        var body = document.MainDocumentPart!.Document!.Body!;
        var styles = body.Elements<Paragraph>().Where(line => line.InnerText.Length > 0).Select(line => line.ParagraphProperties!.ParagraphStyleId!.Val!.Value).ToList();
        Assert.Equal(["Title", "Heading1", "Normal", "Heading1", "Normal", "Heading1", "Normal", "Normal", "Heading1", "Normal"], styles);
        var defined = document.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(style => style.StyleId!.Value).ToList();
        Assert.Empty(body.Descendants<ParagraphStyleId>().Select(style => style.Val!.Value).Except(defined));
        var rows = body.Elements<Table>().SelectMany(table => table.Elements<TableRow>()).ToList();
        Assert.Equal(["REF-1", "25 April 1982", "12.5%"], rows.Take(3).Select(row => row.Elements<TableCell>().Last().InnerText));
        Assert.All(body.Elements<Table>(), table => Assert.NotNull(table.GetFirstChild<TableProperties>()!.BiDiVisual));
        var size = body.GetFirstChild<SectionProperties>()!.GetFirstChild<PageSize>()!;
        Assert.Equal((11_906u, 16_838u), (size.Width!.Value, size.Height!.Value));
        Assert.Equal(("Framework (إطار) 框架", "ar"), (document.PackageProperties.Title, document.PackageProperties.Language));
    }

    [Fact]
    public void SG5_the_stamp_stands_on_every_page_and_not_on_what_the_parties_have_signed()
    {
        using var stamped = Open(DocxDocument.Of(Sheets.Settlement(), default));
        var page = stamped.MainDocumentPart!.Document!.Body!.GetFirstChild<SectionProperties>()!;
        var head = Assert.Single(page.Elements<HeaderReference>());
        Assert.Equal(HeaderFooterValues.Default, head.Type!.Value);
        Assert.Null(page.GetFirstChild<TitlePage>());
        Assert.Equal(Sheets.Stamp, ((HeaderPart)stamped.MainDocumentPart.GetPartById(head.Id!.Value!)).Header!.InnerText);
        Assert.Equal(["PAGE", "NUMPAGES"], stamped.MainDocumentPart.FooterParts.Single().Footer!.Descendants<SimpleField>().Select(field => field.Instruction!.Value));

        using var signed = Open(DocxDocument.Of(Sheets.Settlement(stamp: null), default));
        Assert.Empty(signed.MainDocumentPart!.HeaderParts);
    }

    [Fact]
    public void SG6_hostile_text_stands_there_as_text()
    {
        using var document = Open(DocxDocument.Of(Samples["hostile"], default));
        var lines = document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(line => line.InnerText).ToList();
        Assert.Equal(3, lines.Count(line => line == "</w:t><script>&amp;  reversed     \"quoted\" ]]>"));
    }

    [Fact]
    public void SG6_a_word_document_names_no_author_program_machine_or_time_and_leads_nowhere()
    {
        var made = DocxDocument.Of(Sheets.Settlement(), default);
        using var archive = new ZipArchive(new MemoryStream(made));
        foreach (var entry in archive.Entries)
        {
            Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime);
            using var text = new StreamReader(entry.Open(), Encoding.UTF8);
            var content = text.ReadToEnd();
            Assert.All((string[])["creator", "lastModifiedBy", "created", "modified", "TargetMode", "rsid", "IomSessions"], word =>
                Assert.DoesNotContain(word, content, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static WordprocessingDocument Open(byte[] made) => WordprocessingDocument.Open(new MemoryStream(made), isEditable: false);

    private static Paragraph Line(IEnumerable<Paragraph> lines, string text) => lines.Single(line => line.InnerText == text);

    private static List<(bool RightToLeft, string Text, string? Tag)> Runs(Paragraph line) => [.. line.Elements<Run>().Select(run => (
        run.RunProperties!.RightToLeftText is not null, run.InnerText,
        run.RunProperties.Languages is { } tag ? (tag.Bidi ?? tag.EastAsia ?? tag.Val)?.Value : null))];
}
