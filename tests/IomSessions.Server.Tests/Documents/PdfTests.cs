using System.Text;
using System.Text.RegularExpressions;
using IomSessions.Server.Documents.Pdf;

namespace IomSessions.Server.Tests.Documents;

public sealed partial class PdfTests
{
    [Theory]
    [InlineData("en", Sheets.English)]
    [InlineData("fr", "L’Égypte s’engage « sans délai » à la façade de l’œuvre.")]
    [InlineData("ar", "تنسحب القوات من جميع المطارات")]
    [InlineData("fa", "توافق می\u200Cشود که نیروها پس بروند")]
    [InlineData("he", "הכוחות ייסוגו מכל שדות התעופה")]
    [InlineData("zh", Sheets.Chinese)]
    [InlineData("ja", "両当事者は、部隊が空港から撤退することに合意した。")]
    [InlineData("ko", "양측은 공항에서 병력을 철수하기로 합의하였다.")]
    [InlineData("ru", "Силы отводятся на линию 1979 года.")]
    public async Task SG6_what_a_pdf_says_can_be_taken_out_of_it_again(string language, string text)
    {
        var pages = await Poppler.PagesAsync(PdfDocument.Of(Sheets.Of(Sheets.Stamp, Sheets.Words(language, text)), Sheets.Fonts, default));
        Assert.Contains(Bare(text), Bare(Assert.Single(pages)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SG6_a_line_in_three_scripts_has_every_word_of_it()
    {
        var page = Assert.Single(await Poppler.PagesAsync(PdfDocument.Of(Sheets.Settlement(), Sheets.Fonts, default)));
        Assert.All((string[])[Sheets.Chinese, "25 April 1982", "النسبة", "12.5%", "REF-1", "El Arish", "مطار", "العريش", "联合国", "UNEF II", "Framework", "إطار", "框架"], word =>
            Assert.Contains(Bare(word), Bare(page), StringComparison.Ordinal));
        Assert.Contains(new string('a', 200), Bare(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SG6_every_page_has_the_stamp_and_its_number()
    {
        var sheet = Sheets.Of(
            Sheets.Stamp, Sheets.Words("ar", string.Join('\n', Enumerable.Repeat(Sheets.Arabic, 60))), Sheets.Words("zh", string.Concat(Enumerable.Repeat(Sheets.Chinese, 200))),
            Sheets.Rows(("A long cell", string.Join('\n', Enumerable.Range(1, 120).Select(at => $"line {at}")))));
        var pages = await Poppler.PagesAsync(PdfDocument.Of(sheet, Sheets.Fonts, default));
        Assert.True(pages.Length >= 6, $"{pages.Length} pages");
        for (var at = 0; at < pages.Length; at++)
        {
            Assert.StartsWith(Sheets.Stamp, pages[at], StringComparison.Ordinal);
            Assert.EndsWith($"{at + 1}/{pages.Length}", Bare(pages[at]), StringComparison.Ordinal);
        }

        // nothing is cut where a page ends, nor in between
        var all = string.Join('\n', pages);
        var words = string.Concat(pages.Select((page, at) => Bare(page)[Bare(Sheets.Stamp).Length..^$"{at + 1}/{pages.Length}".Length]));
        Assert.Equal(200, Regex.Count(words, Bare(Sheets.Chinese)));
        Assert.Equal(60, Regex.Count(all, "المطارات"));
        Assert.Equal(Enumerable.Range(1, 120), Cell().Matches(all).Select(match => int.Parse(match.Groups[1].Value, null)));
    }

    [Fact]
    public async Task SG5_what_the_parties_have_signed_is_not_stamped()
    {
        var page = Assert.Single(await Poppler.PagesAsync(PdfDocument.Of(Sheets.Settlement(stamp: null), Sheets.Fonts, default)));
        Assert.DoesNotContain("prejudice", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SG6_a_pdf_says_its_title_and_language_and_nothing_of_the_server()
    {
        var pdf = PdfDocument.Of(Sheets.Settlement(language: "ar"), Sheets.Fonts, default);
        var info = await Poppler.InfoAsync(pdf);
        Assert.Matches(@"Title: +Framework \(إطار\) 框架\n", info);
        Assert.Matches(@"Producer: +IomSessions\n", info);
        Assert.Matches(@"Page size: .*\(A4\)\n", info);
        foreach (var told in (string[])["Creator", "Author", "CreationDate", "ModDate"])
        {
            Assert.DoesNotContain(told, info, StringComparison.Ordinal);
        }

        var bytes = Encoding.Latin1.GetString(pdf);
        Assert.Contains("/Lang (ar)", bytes, StringComparison.Ordinal);
        Assert.All((string[])["/URI", "/JavaScript", "/EmbeddedFile", "/usr/"], word => Assert.DoesNotContain(word, bytes, StringComparison.Ordinal));
        Assert.Equal(pdf, PdfDocument.Of(Sheets.Settlement(language: "ar"), Sheets.Fonts, default));
    }

    // between words and lines a reader of PDF guesses the blanks
    private static string Bare(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign) && sign != '\u200C'));

    [GeneratedRegex(@"line (\d+)\n")]
    private static partial Regex Cell();
}
