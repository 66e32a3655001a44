using System.Text;
using IomSessions.Server.Documents;
using IomSessions.Server.Documents.Pdf;

namespace IomSessions.Server.Tests.Documents;

public sealed class SettingTests
{
    private static readonly string[] Pieces =
        ["word ", "a", "(", ") ", "العربية ", "سلام", "12.5% ", "双方同意", "。", "“", "” ", new string('x', 150), "ש", "é", " ", "हिन्दी ", "[", "]", "-", "ไทย"];

    [Fact]
    public void SG6_no_line_is_wider_than_its_place_and_no_letter_is_lost()
    {
        var seed = Random.Shared.Next();
        var chance = new Random(seed);
        for (var at = 0; at < 60; at++)
        {
            var text = string.Concat(Enumerable.Range(0, chance.Next(1, 60)).Select(_ => Pieces[chance.Next(Pieces.Length)]));
            var set = Setting.Of(text, "en", chance.Next(2) == 0, Ink.Words, 160, Sheets.Fonts);
            // blanks at the ends of lines stand in the margin
            Assert.All(set, line => Assert.True(line.Width <= 163, $"{line.Width} points; seed {seed}"));
            var drawn = set.SelectMany(line => line.Parts).SelectMany(part => Encoding.UTF8.GetString(part.Utf8)).Where(sign => sign != ' ').Order();
            Assert.Equal(text.Where(sign => sign != ' ').Order(), drawn);
        }
    }

    [Fact]
    public void SG6_arabic_letters_join_and_brackets_are_mirrored_from_the_right()
    {
        var joined = Setting.Of("سلم", "ar", true, Ink.Words, 400, Sheets.Fonts).Single().Parts.Single();
        var apart = Setting.Of("م", "ar", true, Ink.Words, 400, Sheets.Fonts).Single().Parts.Single();
        Assert.Equal(3, joined.Glyphs.Length);
        Assert.DoesNotContain(apart.Glyphs[0], joined.Glyphs);

        var line = Setting.Of("ا(ب)", "ar", true, Ink.Words, 400, Sheets.Fonts).Single();
        Assert.Equal([")", "ب", "(", "ا"], line.Parts.Select(part => Encoding.UTF8.GetString(part.Utf8)));
        Assert.Equal(Upright(line.Parts[0], '('), line.Parts[0].Glyphs[0]);
        Assert.Equal(Upright(line.Parts[2], ')'), line.Parts[2].Glyphs[0]);
    }

    [Fact]
    public void SG6_the_same_chinese_sign_is_drawn_as_its_language_draws_it()
    {
        ushort Drawn(string sign, string language) => Setting.Of(sign, language, null, Ink.Words, 400, Sheets.Fonts).Single().Parts.Single().Glyphs[0];
        Assert.NotEqual(Drawn("直", "zh"), Drawn("直", "ja"));
        Assert.NotEqual(Drawn("骨", "zh-CN"), Drawn("骨", "zh-Hant"));
        Assert.Equal(Drawn("骨", "zh"), Drawn("骨", "en"));
    }

    [Theory]
    [InlineData("peace \U0001F91D")]
    [InlineData("\uE000")]
    [InlineData("a\U000FFFFE")]
    public void SG6_a_sign_that_no_font_has_is_refused_and_no_box_is_printed(string text) =>
        Assert.Throws<NoFontException>(() => Setting.Of(text, "en", null, Ink.Words, 400, Sheets.Fonts));

    private static ushort Upright(Shaped of, int sign) => of.Face.Shaping.TryGetNominalGlyph(sign, out var glyph) ? (ushort)glyph : (ushort)0;

    [Fact]
    public void SG6_a_machine_without_fonts_prints_nothing()
    {
        using var empty = new DataDirectory();
        Assert.Throws<NoFontException>(() => PdfDocument.Of(Sheets.Settlement(), new FontShelf([empty.Path, "/nowhere"]), default));
    }
}
