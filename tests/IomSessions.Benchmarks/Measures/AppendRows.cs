using IomSessions.Benchmarks.Report;

namespace IomSessions.Benchmarks.Measures;

/// <summary>Row 8: the store of one node.</summary>
internal static class AppendRows
{
    private static readonly int[] Callers = [1, 8, 32, 128];

    public static async Task MeasureAsync(Lab lab)
    {
        var time = TimeSpan.FromSeconds(lab.Extent.IsQuick ? 0.4 : 1.2);
        var plain = new List<Appended>();
        var store = Callers.ToDictionary(callers => callers, _ => new List<Appended>());
        var flush = new List<(double P50, double P99)>();
        for (var round = 0; round < lab.Extent.Rounds; round++)
        {
            plain.Add(Appends.OfPlainTransactions(lab.Folder, time));
            foreach (var callers in Callers)
            {
                store[callers].Add(await Appends.OfSqliteAsync(lab.Folder, callers, time));
            }

            flush.Add(Disk.Flush(lab.Folder));
            Lab.Say($"appends/s plain {plain[^1].PerSecond:N0}, store {string.Join(", ", Callers.Select(callers => $"{callers}: {store[callers][^1].PerSecond:N0}"))}");
        }

        lab.Raw["appends"] = new { plain, store, flush };
        lab.Findings.Add(new("8", "SQLite FULL, 128 callers", "appends/s vs one transaction each",
            Figures.Ratio(store[128], plain, one => one.PerSecond), 4, 10, RoomRows.Behind(store[128], plain, one => one.PerSecond, "/s").Replace("bare", "one each"),
            MoreIsBetter: true));
        lab.Findings.Add(new("8", "SQLite FULL, 32 callers", "answer p99 vs fdatasync p99",
            Figures.Median(store[32].Zip(flush, (one, disk) => one.P99 / disk.P99)), 3, 1.5,
            $"{Finding.Number(Figures.Median(store[32].Select(one => one.P99)))} ms, fdatasync {Finding.Number(Figures.Median(flush.Select(one => one.P99)))} ms"));
        lab.Findings.Add(new("8", "SQLite FULL", "appends/s of 1, 8, 32, 128 callers", Figures.Median(store[1].Select(one => one.PerSecond)), null, null,
            string.Join(", ", Callers.Select(callers => Finding.Number(Figures.Median(store[callers].Select(one => one.PerSecond))))), "/s", MoreIsBetter: true));
    }
}
