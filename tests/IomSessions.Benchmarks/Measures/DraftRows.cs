using System.Globalization;
using IomSessions.Benchmarks.Hosts;
using IomSessions.Benchmarks.Load.Drafts;
using IomSessions.Benchmarks.Report;

namespace IomSessions.Benchmarks.Measures;

/// <summary>
/// Row 10: ten texts of two and of ten editors, twenty keys a second each, from the key to the screens of the others. IomSessions stores every
/// key before anybody sees it. Beside it Hocuspocus as it comes, which keeps the text in memory and stores it some seconds later, and Hocuspocus
/// with every update on the disk before it is applied (<c>Hosts/Hocuspocus/server.mjs</c>).
/// </summary>
internal static class DraftRows
{
    private const int Texts = 10;
    private const double KeysPerSecond = 20;

    private static readonly int[] Editors = [10, 2];

    public static IReadOnlyList<Plan> Plans { get; } = [.. Editors.Select(count => new Plan(Shape(count), Texts, [count], Draft: true))];

    public static void Measure(Lab lab)
    {
        if (Hocuspocus.Install() is { } reason)
        {
            Lab.Say($"drafts: Hocuspocus could not be installed from npm: {reason}");
            lab.Findings.Add(new("10", "drafts", "could not be measured", 1, 0, 0, "Hocuspocus was not there", ""));
            return;
        }

        foreach (var count in Editors)
        {
            using var durable = Hocuspocus.Start(Path.Combine(lab.Folder, $"hocuspocus-durable-{count}"), durable: true);
            using var memory = Hocuspocus.Start(Path.Combine(lab.Folder, $"hocuspocus-memory-{count}"), durable: false);
            var all = new List<Typing>();
            using var ours = new Typing(lab.Iom.Host, Iom(lab, count), all);
            using var stored = new Typing(durable, Yjs(count), all);
            using var relayed = new Typing(memory, Yjs(count), all);
            var (paced, saturated) = (new Windows(count), new Windows(count));
            for (var round = -1; round < lab.Extent.Rounds; round++)
            {
                // the first one, not counted, gives all of them the time to compile what they do often
                var time = round >= 0 ? lab.Extent.Window : lab.Extent.IsQuick ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(12);
                foreach (var (windows, each) in new (Windows, double?)[] { (paced, KeysPerSecond), (saturated, null) })
                {
                    var (a, b, c) = (ours.Measure(time, each), stored.Measure(time, each), relayed.Measure(time, each));
                    Lab.Say($"drafts of {count}{(each is null ? ", saturated" : "")}: {Line(a)} | Hocuspocus durable {Line(b)} | in memory {Line(c)}{(round < 0 ? " (not counted: the first)" : "")}");
                    if (round >= 0)
                    {
                        windows.Add(a, b, c);
                    }
                }
            }

            lab.Raw[$"drafts of {count}"] = new { paced, saturated };
            Find(lab, $"{Texts} texts, {count} editors", paced, saturated);
        }
    }

    private static void Find(Lab lab, string what, Windows paced, Windows saturated)
    {
        // what is asked of ten editors is asked of them alone: with two of them a server does little but wake up
        double? Of(double asked) => paced.Editors == 10 ? asked : null;
        var shift = Enumerable.Range(0, 3).Select(_ => Disk.Flush(lab.Folder).P50).Order().ElementAt(1) / Figures.Median(paced.Durable.Select(one => one.P50));
        Ratios(lab, what, paced, "key to other screens, p50", one => one.P50, "ms", (Of(1.0), Of(0.6 + shift)));
        Ratios(lab, what, paced, "key to other screens, p99", one => one.P99, "ms", (Of(1.0), Of(0.4)));
        Ratios(lab, what, paced, "CPU per key", one => one.CpuPerKey, "us", (null, null));
        Ratios(lab, what + ", saturated", saturated, "CPU per key", one => one.CpuPerKey, "us", (Of(1.0), Of(0.4)));
        Ratios(lab, what + ", saturated", saturated, "keys/s", one => one.KeysPerSecond, "/s", (null, null));
        foreach (var (name, windows) in new[] { (what, paced), (what + ", saturated", saturated) })
        {
            lab.Findings.Add(new("10", name, "keys lost or refused", windows.Iom.Sum(one => one.Missing + one.Refused), 0, 0,
                string.Create(CultureInfo.InvariantCulture, $"of {windows.Iom.Sum(one => one.Typed):N0}; Hocuspocus {windows.Durable.Sum(one => one.Missing)} durable, {windows.Memory.Sum(one => one.Missing)} in memory"), ""));
        }
    }

    private static void Ratios(Lab lab, string what, Windows windows, string figure, Func<TypingWindow, double> of, string unit, (double? Must, double? Goal) asked)
    {
        var seen = $"{Finding.Number(Figures.Median(windows.Iom.Select(of)))} {unit}, Hocuspocus "
            + $"{Finding.Number(Figures.Median(windows.Durable.Select(of)))} durable, {Finding.Number(Figures.Median(windows.Memory.Select(of)))} in memory";
        lab.Findings.Add(new("10", what, $"{figure} to Hocuspocus, durable", Figures.Ratio(windows.Iom, windows.Durable, of), asked.Must, asked.Goal, seen, MoreIsBetter: unit == "/s"));
        lab.Findings.Add(new("10", what, $"{figure} to Hocuspocus, in memory", Figures.Ratio(windows.Iom, windows.Memory, of), null, null, "as above", MoreIsBetter: unit == "/s"));
    }

    private static List<Typist> Iom(Lab lab, int count) =>
    [
        .. lab.Cast.Of(Shape(count)).SelectMany(session =>
        {
            var page = new Page(session.Id, count);
            return session.Rooms[0].People.Select((person, at) => new IomTypist(page, at, session, person)).Append(new IomTypist(page, -1, session, session.Mediator));
        }),
    ];

    private static List<Typist> Yjs(int count) =>
    [
        .. Enumerable.Range(0, Texts).SelectMany(text =>
        {
            var page = new Page($"text-{text}", count);
            return Enumerable.Range(0, count).Select(at => new YjsTypist(page, at));
        }),
    ];

    private static string Shape(int editors) => $"drafts-{editors}";

    private static string Line(TypingWindow one) =>
        string.Create(CultureInfo.InvariantCulture, $"{one.Typed} keys p50 {one.P50:0.00} p99 {one.P99:0.0} ms {one.CpuPerKey:0} us/key missing {one.Missing} refused {one.Refused}");

    private sealed record Windows(int Editors)
    {
        public List<TypingWindow> Iom { get; } = [];

        public List<TypingWindow> Durable { get; } = [];

        public List<TypingWindow> Memory { get; } = [];

        public void Add(TypingWindow iom, TypingWindow durable, TypingWindow memory)
        {
            Iom.Add(iom);
            Durable.Add(durable);
            Memory.Add(memory);
        }
    }
}
