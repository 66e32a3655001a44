using System.Globalization;
using System.Text;
using System.Text.Json;

namespace IomSessions.Benchmarks.Report;

/// <summary>The findings as a table for a console, for a README, and for a program.</summary>
internal static class Tables
{
    private const string End = "<!-- end of measured -->";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static string Console(IReadOnlyList<Finding> findings)
    {
        var text = new StringBuilder();
        foreach (var one in findings)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{one.Row,-3} {one.Workload,-34} {one.Figure,-44} {one.ValueText,10}  must {one.Against(one.Must),-26} goal {one.Against(one.Goal),-26} {one.Seen}");
        }

        return text.ToString();
    }

    public static string Markdown(IReadOnlyList<Finding> findings, string about)
    {
        var text = new StringBuilder();
        text.AppendLine(about).AppendLine();
        text.AppendLine("| # | what | figure | measured | must | goal | behind it |");
        text.AppendLine("|---|---|---|---|---|---|---|");
        foreach (var one in findings)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {one.Row} | {one.Workload} | {one.Figure} | **{one.ValueText}** | {one.Against(one.Must)} | {one.Against(one.Goal)} | {one.Seen} |");
        }

        return text.ToString();
    }

    public static string Json(IReadOnlyList<Finding> findings, string about, object raw) =>
        JsonSerializer.Serialize(new { about, findings, raw }, Indented);

    /// <summary>Puts the table into the README in place of the one that the same rows made before.</summary>
    public static void IntoReadme(string path, string rows, string markdown)
    {
        var begin = $"<!-- measured: made by `dotnet run -c Release --project tests/IomSessions.Benchmarks -- --rows {rows} --readme` -->";
        var text = File.ReadAllText(path);
        var from = text.IndexOf(begin, StringComparison.Ordinal);
        if (from < 0)
        {
            throw new InvalidOperationException($"The README has no place for what was measured of these rows: {begin}");
        }

        File.WriteAllText(path, text[..(from + begin.Length)] + "\n" + markdown + text[text.IndexOf(End, from, StringComparison.Ordinal)..]);
    }
}
