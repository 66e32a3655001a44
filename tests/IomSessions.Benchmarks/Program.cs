using System.Diagnostics;
using System.Runtime.InteropServices;
using IomSessions.Benchmarks.Hosts;
using IomSessions.Benchmarks.Measures;
using IomSessions.Benchmarks.Report;

// Measures the server beside a bare SignalR hub. --quick: whether it works, in a minute and a half; --readme: into the README;
// --rows rooms,moves,appends: only these.
switch (args.FirstOrDefault())
{
    case IomHost.Word:
        HostProcess.EndWithParent();
        await IomHost.RunAsync(args);
        return;
    case BareHost.Word:
        HostProcess.EndWithParent();
        await BareHost.RunAsync(args);
        return;
}

var rows = Array.IndexOf(args, "--rows") is var at and >= 0 ? args[at + 1].Split(',') : ["rooms", "moves", "appends"];
var begin = Stopwatch.GetTimestamp();
using var lab = new Lab(args.Contains("--quick") ? Extent.Quick : Extent.Full, [.. RoomRows.Plans, .. MoveRows.Plans]);
Lab.Say($"prepared {lab.Cast.Sessions.Count} sessions in {Stopwatch.GetElapsedTime(begin).TotalSeconds:0} s");
if (rows.Contains("rooms"))
{
    RoomRows.Measure(lab);
}

if (rows.Contains("moves"))
{
    MoveRows.Measure(lab);
}

if (rows.Contains("appends"))
{
    await AppendRows.MeasureAsync(lab);
}

var about = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"""
    {DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, loopback, server and load on the same cores; {lab.Extent.Rounds} interleaved
    rounds, medians of paired ratios to a bare SignalR hub (JSON, groups, nothing stored, nothing checked) in the same run. IomSessions is measured whole: SQLite with `synchronous=FULL`, sealing, bearer tokens, the rule
    of access, cursors; only the bound on commands a second per person is lifted. CPU is user and system time of the server's process alone.
    """);
var findings = lab.Findings.OrderBy(one => int.TryParse(one.Row, out var number) ? number : 99).ToList();
var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "results")).FullName;
await File.WriteAllTextAsync(Path.Combine(folder, "measured.json"), Tables.Json(findings, about, lab.Raw));
await File.WriteAllTextAsync(Path.Combine(folder, "measured.md"), Tables.Markdown(findings, about));
Console.WriteLine(Tables.Console(findings));
Console.WriteLine($"{Stopwatch.GetElapsedTime(begin).TotalSeconds:0} s; also in {folder}");
if (args.Contains("--readme"))
{
    Tables.IntoReadme(Repository.Readme(), Tables.Markdown(findings, about));
}
