using System.Diagnostics;
using System.Globalization;
using IomSessions.Benchmarks.Hosts;
using IomSessions.Benchmarks.Load;
using IomSessions.Benchmarks.Report;

namespace IomSessions.Benchmarks.Measures;

/// <summary>
/// Row 7: one public item of 500 bytes to everybody who follows. IomSessions signs and stores it before anybody sees it; the bare endpoint and
/// nchan keep it in memory. Each is measured in a process of its own, fresh for each number of followers.
/// </summary>
internal static class FeedRows
{
    private const int Biggest = 10_000;
    private const int Deliveries = 100_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task MeasureAsync(Lab lab)
    {
        if (!Nchan.IsInstalled)
        {
            Lab.Say("feed: nchan is not installed (apt-get install nginx libnginx-mod-nchan): measured without it");
        }

        foreach (var followers in (int[])(lab.Extent.IsQuick ? [200] : [1_000, 5_000, Biggest]))
        {
            var (iom, bare, nchan) = (new List<Spread>(), new List<Spread>(), new List<Spread>());
            for (var round = 0; round < lab.Extent.Rounds; round++)
            {
                var folder = Path.Combine(lab.Folder, string.Create(CultureInfo.InvariantCulture, $"feed-{followers}-{round}"));
                iom.Add(await SpreadAsync(lab, HostProcess.Start(FeedHost.Word, folder, "http://127.0.0.1:0"), "/feed/B-1/events", followers));
                bare.Add(await SpreadAsync(lab, HostProcess.Start(BareSseHost.Word, "http://127.0.0.1:0"), "/events", followers));
                if (Nchan.IsInstalled)
                {
                    nchan.Add(await SpreadAsync(lab, Nchan.Start(), "/events", followers));
                }

                Lab.Say($"feed to {followers}: {iom[^1]} | bare SSE {bare[^1]}{(nchan.Count > 0 ? $" | nchan {nchan[^1]}" : "")}");
            }

            lab.Raw[$"feed {followers}"] = new { iom, bare, nchan };
            Find(lab, string.Create(CultureInfo.InvariantCulture, $"feed to {followers:N0}"), followers, iom, bare, nchan);
        }
    }

    private static void Find(Lab lab, string what, int followers, List<Spread> iom, List<Spread> bare, List<Spread> nchan)
    {
        string Seen(Func<Spread, double> of, string unit) => $"{Finding.Number(Figures.Median(iom.Select(of)))} {unit}, bare SSE {Finding.Number(Figures.Median(bare.Select(of)))}"
            + (nchan.Count > 0 ? $", nchan {Finding.Number(Figures.Median(nchan.Select(of)))}" : ", nchan not installed");
        lab.Findings.Add(new("7", what, "CPU per delivery to bare SSE", Figures.Ratio(iom, bare, one => one.CpuPer100K), 1.0, 0.6, Seen(one => one.CpuPer100K, "s per 100,000")));
        lab.Findings.Add(new("7", what, "last follower to bare SSE", Figures.Ratio(iom, bare, one => one.LastMs), 1.0, 0.6, Seen(one => one.LastMs, "ms")));
        if (nchan.Count > 0)
        {
            lab.Findings.Add(new("7", what, "CPU per delivery to nchan", Figures.Ratio(iom, nchan, one => one.CpuPer100K), 1.5, 1.0, "as above"));
        }

        var memory = Figures.Median(iom.Select(one => one.KbPerFollower));
        lab.Findings.Add(new("7", what, "memory per follower", memory, followers == Biggest ? 24 : null, followers == Biggest ? 14 : null, Seen(one => one.KbPerFollower, "KiB"), " KiB"));
        lab.Findings.Add(new("7", what, "lost", iom.Sum(one => one.Lost), 0, 0, $"bare SSE {bare.Sum(one => one.Lost)}, nchan {nchan.Sum(one => one.Lost)}", ""));
    }

    private static async Task<Spread> SpreadAsync(Lab lab, IMeasured host, string path, int count)
    {
        using var server = host;
        using var http = new HttpClient { BaseAddress = host.Address };
        var newest = await PublishAsync(http, "first");
        using (var few = new Followers(host.Address, path, Math.Min(count, 200)))
        {
            await ArriveAsync(http, few, "few");
            newest = await EarlyAsync(http, few, "few", lab.Extent.IsQuick ? 5 : 40);
            host.Settle();
            newest = await EarlyAsync(http, few, "few again", lab.Extent.IsQuick ? 5 : 40);
        }

        host.Settle();
        var empty = host.ResidentKb;
        using var followers = new Followers(host.Address, newest.Length == 32 ? $"{path}?lastEventId={newest}" : path, count);
        await ArriveAsync(http, followers, "all");
        var full = host.ResidentKb;
        await EarlyAsync(http, followers, "all", lab.Extent.IsQuick ? 2 : Math.Max(5, Deliveries / count));
        host.Settle();
        var (lasts, lost, cpu, items) = (new List<double>(), 0, host.CpuSeconds, lab.Extent.IsQuick ? 5 : Math.Max(20, Deliveries / count));
        for (var at = 0; at < items; at++)
        {
            var begin = Stopwatch.GetTimestamp();
            var publishing = PublishAsync(http, $"mark-{at:0000}");
            lost += followers.Await($"mark-{at:0000}", Patience, out var last);
            lasts.Add(Stopwatch.GetElapsedTime(begin, last).TotalMilliseconds);
            await publishing;
        }

        return new(Figures.Median(lasts), (host.CpuSeconds - cpu) / items / count * 100_000, (full - empty) / count, lost);
    }

    // the time to compile what is done often
    private static async Task<string> EarlyAsync(HttpClient http, Followers followers, string who, int items)
    {
        var newest = "";
        for (var at = 0; at < items; at++)
        {
            var mark = string.Create(CultureInfo.InvariantCulture, $"early-{who}-{at:0000}");
            newest = await PublishAsync(http, mark);
            followers.Await(mark, Patience, out _);
        }

        return newest;
    }

    // nchan begins with what comes after one has been let in, and when that was nobody is told
    private static async Task ArriveAsync(HttpClient http, Followers followers, string who)
    {
        for (var tries = 0; tries < 30; tries++)
        {
            var mark = string.Create(CultureInfo.InvariantCulture, $"{who}-are-here-{tries:00}");
            await PublishAsync(http, mark);
            if (followers.Await(mark, TimeSpan.FromSeconds(2), out _) == 0)
            {
                return;
            }
        }
    }

    /// <returns>The id of the item, where the server has such a thing.</returns>
    private static async Task<string> PublishAsync(HttpClient http, string mark)
    {
        var text = mark.PadRight(300, '.');
        using var body = new StringContent($$"""
            {"reference":"B-1","id":"{{Guid.NewGuid()}}","at":"2026-03-02T09:00:00Z","kind":"JointStatement","onBehalf":["Aldova"],"texts":[{"language":"en","title":"t","text":"{{text}}"}]}
            """.Trim());
        using var answer = await http.PostAsync(new Uri("/publish", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
        var told = await answer.Content.ReadAsStringAsync();
        return Guid.TryParseExact(told, "N", out _) ? told : "";
    }

    private sealed record Spread(double LastMs, double CpuPer100K, double KbPerFollower, int Lost)
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"last {LastMs:0.0} ms, {CpuPer100K:0.00} s/100k, {KbPerFollower:0.0} KiB each, lost {Lost}");
    }
}
