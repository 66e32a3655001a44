using System.Diagnostics;
using System.Text.RegularExpressions;

namespace IomSessions.Server.Tests.Documents;

/// <summary>Reads PDF with programs that are not ours.</summary>
internal static partial class Poppler
{
    /// <summary>The text of each page, without the marks of direction that the program puts around words.</summary>
    public static async Task<string[]> PagesAsync(byte[] pdf) =>
        [.. Marks().Replace(await RunAsync("pdftotext", pdf, "-enc", "UTF-8"), "").TrimEnd('\f').Split('\f').Select(page => page.Trim())];

    public static Task<string> InfoAsync(byte[] pdf) => RunAsync("pdfinfo", pdf);

    // whatever a reader complains of fails the test
    private static async Task<string> RunAsync(string program, byte[] pdf, params string[] options)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            using var run = Process.Start(new ProcessStartInfo(program, [.. options, file, .. program == "pdftotext" ? (string[])["-"] : []])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var (told, complaints) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
            await run.WaitForExitAsync();
            Assert.Equal("", await complaints);
            return await told;
        }
        finally
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex("[\u202A-\u202C]")]
    private static partial Regex Marks();
}
