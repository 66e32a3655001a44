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
            var (iom, first, second) = (new List<TypingWindow>(), new List<TypingWindow>(), new List<TypingWindow>());
            for (var round = -1; round < lab.Extent.Rounds; round++)
            {
                // the first one, not counted, gives all of them the time to compile what they do often
                var time = round >= 0 ? lab.Extent.Window : lab.Extent.IsQuick ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(12);
                var (a, b, c) = (ours.Measure(time, KeysPerSecond), stored.Measure(time, KeysPerSecond), relayed.Measure(time, KeysPerSecond));
                Lab.Say($"drafts of {count}: {Line(a)} | Hocuspocus durable {Line(b)} | in memory {Line(c)}{(round < 0 ? " (not counted: the first)" : "")}");
                if (round >= 0)
                {
                    iom.Add(a);
                    first.Add(b);
                    second.Add(c);
                }
            }

            lab.Raw[$"drafts of {count}"] = new { iom, durable = first, memory = second };
            Find(lab, $"{Texts} texts, {count} editors", iom, first, second);
        }
    }

    private static void Find(Lab lab, string what, List<TypingWindow> iom, List<TypingWindow> durable, List<TypingWindow> memory)
    {
        var flush = Enumerable.Range(0, 3).Select(_ => Disk.Flush(lab.Folder).P50).Order().ElementAt(1);
        string Seen(Func<TypingWindow, double> of, string unit) => $"{Finding.Number(Figures.Median(iom.Select(of)))} {unit}, Hocuspocus "
            + $"{Finding.Number(Figures.Median(durable.Select(of)))} durable, {Finding.Number(Figures.Median(memory.Select(of)))} in memory";
        void Ratios(string figure, Func<TypingWindow, double> of, string unit, double must, double goal)
        {
            lab.Findings.Add(new("10", what, $"{figure} to Hocuspocus, durable", Figures.Ratio(iom, durable, of), must, goal, Seen(of, unit)));
            lab.Findings.Add(new("10", what, $"{figure} to Hocuspocus, in memory", Figures.Ratio(iom, memory, of), null, null, "as above"));
        }

        var shift = flush / Figures.Median(durable.Select(one => one.P50));
        Ratios("key to other screens, p50", one => one.P50, "ms", 1.0, 0.6 + shift);
        Ratios("key to other screens, p99", one => one.P99, "ms", 1.0, 0.4);
        Ratios("CPU per key", one => one.CpuPerKey, "us", 1.0, 0.4);
        lab.Findings.Add(new("10", what, "keys lost or refused", iom.Sum(one => one.Missing + one.Refused), 0, 0,
            string.Create(CultureInfo.InvariantCulture, $"of {iom.Sum(one => one.Typed):N0}; Hocuspocus {durable.Sum(one => one.Missing)} durable, {memory.Sum(one => one.Missing)} in memory"), ""));
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
}
