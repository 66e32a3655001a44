using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using IomSessions.Benchmarks.Hosts;
using IomSessions.Benchmarks.Measures;
using IomSessions.Benchmarks.Report;

// Measures the server beside a bare SignalR hub. --quick: whether it works, in a minute and a half; --readme: into the README, where it has a place for these rows;
// --rows rooms,moves,appends,returns,length,idle,feed,drafts,postgres,nodes,placed and --shapes 100x10,10x100,1x200: only these; --rounds 5,
// --seconds 2.5 and --idle 10000: how long and how many.
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
    case FeedHost.Word:
        HostProcess.EndWithParent();
        await FeedHost.RunAsync(args);
        return;
    case BareSseHost.Word:
        HostProcess.EndWithParent();
        await BareSseHost.RunAsync(args);
        return;
}

var rows = Told("--rows", "rooms,moves,appends,returns,length,idle,feed,drafts,postgres,nodes,placed").Split(',');
var begin = Stopwatch.GetTimestamp();
var extent = args.Contains("--quick") ? Extent.Quick : Extent.Full;
extent = extent with
{
    Idle = int.Parse(Told("--idle", $"{extent.Idle}"), CultureInfo.InvariantCulture),
    Rounds = int.Parse(Told("--rounds", $"{extent.Rounds}"), CultureInfo.InvariantCulture),
    WindowSeconds = double.Parse(Told("--seconds", string.Create(CultureInfo.InvariantCulture, $"{extent.WindowSeconds}")), CultureInfo.InvariantCulture),
};
var shapes = Told("--shapes", "100x10,10x100,1x200").Split(',');
var plans = new List<Plan>(!rows.Contains("rooms") && !rows.Contains("moves") ? [] : [.. RoomRows.Plans.Where(plan => shapes.Contains(plan.Shape)), .. MoveRows.Plans]);
plans.AddRange(rows.Contains("returns") ? ReturnRows.Plans(extent) : []);
plans.AddRange(rows.Contains("length") ? LengthRows.Plans(extent) : []);
plans.AddRange(rows.Contains("drafts") ? DraftRows.Plans : []);
plans.AddRange(rows.Contains("idle") ? IdleRows.Plans(extent) : []);
if (!extent.IsQuick)
{
    Lab.Say("publishing what is measured");
    HostProcess.Program = Published.Make();
}

using var lab = new Lab(extent, plans) { Shapes = shapes };
Lab.Say($"prepared {lab.Cast.Sessions.Count} sessions in {Stopwatch.GetElapsedTime(begin).TotalSeconds:0} s");
await RunAsync("rooms", RoomRows.Measure);
await RunAsync("moves", MoveRows.Measure);
await RunAsync("appends", null, AppendRows.MeasureAsync);
await RunAsync("returns", ReturnRows.Measure);
await RunAsync("length", LengthRows.Measure);
await RunAsync("idle", IdleRows.Measure);
await RunAsync("feed", null, FeedRows.MeasureAsync);
await RunAsync("drafts", DraftRows.Measure);
await RunAsync("postgres", null, PostgresRows.MeasureAsync);
await RunAsync("nodes", null, NodeRows.MeasureAsync);
await RunAsync("placed", null, NodeRows.MeasurePlacedAsync);

var about = string.Create(CultureInfo.InvariantCulture, $"""
    {DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, loopback, server and load on the same cores; {lab.Extent.Rounds} interleaved
    rounds, medians of paired ratios to a bare SignalR hub (JSON, groups, nothing stored, nothing checked) in the same run, both published with code compiled beforehand. IomSessions is measured whole: SQLite with `synchronous=FULL`, or PostgreSQL with `fsync`, sealing, bearer tokens, the rule
    of access, cursors; only the bounds on commands and edits a second per person are lifted. CPU is user and system time of the server's processes alone, without PostgreSQL's and Redis's. Other work took {lab.Elsewhere:0} % of the cores meanwhile: the more, the
    less milliseconds and rates say; what is said of loss, order and leaks holds all the same.
    """);
var findings = lab.Findings.OrderBy(one => int.TryParse(one.Row, out var number) ? number : 99).ToList();
var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "results")).FullName;
await File.WriteAllTextAsync(Path.Combine(folder, "measured.json"), Tables.Json(findings, about, lab.Raw));
await File.WriteAllTextAsync(Path.Combine(folder, "measured.md"), Tables.Markdown(findings, about));
Console.WriteLine(Tables.Console(findings));
Console.WriteLine($"{Stopwatch.GetElapsedTime(begin).TotalSeconds:0} s; also in {folder}");
if (args.Contains("--readme"))
{
    Tables.IntoReadme(Path.Combine(Repository.Root(), "README.md"), string.Join(',', rows), Tables.Markdown(findings, about));
}

string Told(string option, string otherwise) => Array.IndexOf(args, option) is var at and >= 0 ? args[at + 1] : otherwise;

// A measurement that fails is told as one, and spoils no other.
async Task RunAsync(string name, Action<Lab>? measure, Func<Lab, Task>? measureAsync = null)
{
    if (!rows.Contains(name))
    {
        return;
    }

    try
    {
        measure?.Invoke(lab);
        await (measureAsync?.Invoke(lab) ?? Task.CompletedTask);
    }
    catch (Exception failure) when (failure is InvalidOperationException or IOException)
    {
        Lab.Say($"{name} failed: {failure.Message}");
        lab.Findings.Add(new("!", name, "could not be measured", 1, 0, 0, failure.Message, ""));
    }
}
