using System.Text;

namespace IomSessions.Domain.Tests.Files;

public sealed class FileTypesTests
{
    [Theory]
    [InlineData("Annex 1.pdf", "%PDF-1.7\n", "application/pdf")]
    [InlineData("scan.PNG", "\u0089PNG\r\n\u001a\n....", "image/png")]
    [InlineData("photo.jpeg", "\u00ff\u00d8\u00ff\u00e0", "image/jpeg")]
    [InlineData("map.tif", "II*\0", "image/tiff")]
    [InlineData("phone.heic", "\0\0\0\u0018ftypheic", "image/heic")]
    [InlineData("مرفق.txt", "anything", "text/plain")]
    [InlineData("table.csv", "a;b", "text/csv")]
    public void SI3_a_file_is_what_its_name_and_its_beginning_say(string name, string head, string media)
    {
        var type = FileTypes.Of(name);
        Assert.Equal(media, type!.Media);
        Assert.True(type.Begins(Encoding.Latin1.GetBytes(head)));
    }

    [Theory]
    [InlineData("draft.docx", "word/document.xml", true)]
    [InlineData("draft.docx", "[Content_Types].xml", true)]
    [InlineData("table.xlsx", "xl/workbook.xml", true)]
    [InlineData("table.xlsx", "word/document.xml", false)]
    [InlineData("draft.docx", "META-INF/MANIFEST.MF", false)]
    [InlineData("draft.odt", "META-INF/MANIFEST.MF", false)]
    public void SI3_an_office_document_is_told_from_another_archive(string name, string first, bool taken) =>
        Assert.Equal(taken, FileTypes.Of(name)!.Begins(Zip(first, "")));

    [Fact]
    public void SI3_an_open_document_names_its_own_type()
    {
        var text = Zip("mimetype", "application/vnd.oasis.opendocument.text");
        Assert.True(FileTypes.Of("a.odt")!.Begins(text));
        Assert.False(FileTypes.Of("a.ods")!.Begins(text));
    }

    [Theory]
    [InlineData("setup.exe")]
    [InlineData("annex.pdf.exe")]
    [InlineData("page.html")]
    [InlineData("drawing.svg")]
    [InlineData("old.doc")]
    [InlineData("macro.docm")]
    [InlineData("archive.zip")]
    [InlineData("pdf")]
    [InlineData(".pdf")]
    [InlineData("annex.")]
    public void SI3_other_types_are_not_taken(string name) => Assert.Null(FileTypes.Of(name));

    [Theory]
    [InlineData("annex.pdf", "MZ\u0090\0")]
    [InlineData("annex.pdf", "")]
    [InlineData("annex.pdf", "%PD")]
    [InlineData("photo.png", "<svg xmlns=")]
    [InlineData("photo.jpg", "GIF89a")]
    [InlineData("draft.docx", "PK")]
    [InlineData("draft.docx", "PK\u0003\u0004...........................")]
    [InlineData("draft.odt", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")]
    public void SI3_a_file_that_is_not_what_its_name_says_is_found_out(string name, string head) =>
        Assert.False(FileTypes.Of(name)!.Begins(Encoding.Latin1.GetBytes(head)));

    [Theory]
    [InlineData("naïve, 多语, عربي\r\n\tend\f", true)]
    [InlineData("a\0b", false)]
    [InlineData("a\u001b[31m", false)]
    [InlineData("a\u000bb", false)]
    public void SI3_plain_text_holds_no_signs_that_steer_a_machine(string text, bool plain) =>
        Assert.Equal(plain, FileTypes.IsPlain(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("../../etc/passwd.txt")]
    [InlineData("a\\b.pdf")]
    [InlineData("C:annex.pdf")]
    [InlineData(".hidden.pdf")]
    [InlineData("annex\u202efdp.pdf")]
    [InlineData("annex\u200b.pdf")]
    [InlineData("annex\n.pdf")]
    [InlineData("annex.pdf ")]
    [InlineData("")]
    public void SI3_a_name_holds_no_path_and_shows_as_what_it_is(string name) => Assert.False(Words.IsFileName(name));

    [Theory]
    [InlineData("Annex 1 (final).pdf")]
    [InlineData("附件一.pdf")]
    [InlineData("نامه\u200cها.pdf")]
    public void SI3_names_in_any_script_are_taken(string name) => Assert.True(Words.IsFileName(name));

    private static byte[] Zip(string first, string content)
    {
        var header = new byte[30];
        "PK\u0003\u0004"u8.CopyTo(header);
        header[26] = (byte)first.Length;
        return [.. header, .. Encoding.ASCII.GetBytes(first), .. Encoding.ASCII.GetBytes(content)];
    }
}
