using IomSessions.Benchmarks.Report;
using IomSessions.Storage.Postgres;
using IomSessions.Testbed;
using Npgsql;

namespace IomSessions.Benchmarks.Measures;

/// <summary>Row 8 for several nodes: the store over PostgreSQL, beside connections that each insert for themselves; every commit waits for the disk.</summary>
internal static class PostgresRows
{
    private const int Connections = 32;

    private static readonly int[] Callers = [1, 32, 128];

    public static async Task MeasureAsync(Lab lab)
    {
        await using var postgres = await PostgresProcess.StartAsync(durable: true);
        using var db = PostgresDb.Of(await postgres.DatabaseAsync());
        using var store = PostgresEventStore.Open(db);
        await using var source = NpgsqlDataSource.Create(await postgres.DatabaseAsync());
        var time = TimeSpan.FromSeconds(lab.Extent.IsQuick ? 0.6 : 2);
        var plain = new List<Appended>();
        var ours = Callers.ToDictionary(callers => callers, _ => new List<Appended>());
        for (var round = -1; round < lab.Extent.Rounds; round++)
        {
            var one = await Appends.OfConnectionsAsync(source, Connections, time);
            var all = new List<(int Callers, Appended What)>();
            foreach (var callers in Callers)
            {
                all.Add((callers, await Appends.OfStoreAsync(store, callers, time)));
            }

            Lab.Say($"PostgreSQL appends/s {Connections} connections {one.PerSecond:N0}, store {string.Join(", ", all.Select(at => $"{at.Callers}: {at.What.PerSecond:N0}"))}{(round < 0 ? " (not counted: the first)" : "")}");
            if (round >= 0)
            {
                plain.Add(one);
                all.ForEach(at => ours[at.Callers].Add(at.What));
            }
        }

        lab.Raw["PostgreSQL appends"] = new { plain, store = ours };
        lab.Findings.Add(new("8", "PostgreSQL, 128 callers", $"appends/s vs {Connections} connections that insert", Figures.Ratio(ours[128], plain, one => one.PerSecond), 5, 10,
            RoomRows.Behind(ours[128], plain, one => one.PerSecond, "/s").Replace("bare", "each for itself"), MoreIsBetter: true));
        lab.Findings.Add(new("8", "PostgreSQL", "appends/s of 1, 32, 128 callers", Figures.Median(ours[1].Select(one => one.PerSecond)), null, null,
            string.Join(", ", Callers.Select(callers => Finding.Number(Figures.Median(ours[callers].Select(one => one.PerSecond))))), "/s", MoreIsBetter: true));
    }
}
