using System.Diagnostics;
using System.Security.Cryptography;
using IomSessions.Benchmarks.Load;
using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IomSessions.Benchmarks.Measures;

/// <summary>Appends of one event of 200 bytes, each durable before its caller goes on.</summary>
/// <param name="PerSecond">Appends.</param>
internal sealed record Appended(double PerSecond, double P50, double P99);

/// <summary>The store by itself: several callers at once, each on a session of his own, beside one plain transaction for each event.</summary>
internal static class Appends
{
    private const int EventBytes = 200;

    /// <summary>The product's store of one node, with a command beside each event.</summary>
    public static async Task<Appended> OfSqliteAsync(string folder, int callers, TimeSpan time)
    {
        using var store = SqliteEventStore.Open(Path.Combine(folder, $"append-{callers}-{Guid.NewGuid():N}.db"));
        return await OfStoreAsync(store, callers, time);
    }

    /// <summary>A store of the product, with a command beside each event.</summary>
    public static async Task<Appended> OfStoreAsync(IEventStore store, int callers, TimeSpan time)
    {
        var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var (times, gate, from) = (new Histogram(), new Lock(), Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            var (session, circle, by) = (new SessionId(Guid.NewGuid()), new CircleId(Guid.NewGuid()), new PersonId(Guid.NewGuid()));
            var (text, hash) = (RandomNumberGenerator.GetBytes(EventBytes), RandomNumberGenerator.GetBytes(Chain.HashBytes));
            for (var version = 0L; Stopwatch.GetTimestamp() < end; version++)
            {
                var begin = Stopwatch.GetTimestamp();
                var outcome = await store.AppendAsync(new AppendBatch(
                    session, version, [new StoredEvent(version + 1, circle, version + 1, 0, text, hash)],
                    [new StoredCommand(by, new CommandId(Guid.NewGuid()), hash, [])]));
                if (outcome is not AppendOutcome.Appended)
                {
                    throw new InvalidOperationException("an append was refused");
                }

                lock (gate)
                {
                    times.Add(Stopwatch.GetElapsedTime(begin).TotalMicroseconds);
                }
            }
        })));
        return Of(times, Stopwatch.GetElapsedTime(from));
    }

    /// <summary>What everybody would write first: one table, one prepared insert, one transaction for each event, the log of the same kind.</summary>
    public static Appended OfPlainTransactions(string folder, TimeSpan time)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, $"plain-{Guid.NewGuid():N}.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE events (row INTEGER PRIMARY KEY, text BLOB NOT NULL)";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO events (text) VALUES ($text)";
        command.Parameters.Add("$text", SqliteType.Blob).Value = RandomNumberGenerator.GetBytes(EventBytes);
        command.Prepare();
        var (times, from) = (new Histogram(), Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(from) < time)
        {
            var begin = Stopwatch.GetTimestamp();
            command.ExecuteNonQuery();
            times.Add(Stopwatch.GetElapsedTime(begin).TotalMicroseconds);
        }

        return Of(times, Stopwatch.GetElapsedTime(from));
    }

    /// <summary>The same insert by so many connections to PostgreSQL, each event a transaction of its own.</summary>
    public static async Task<Appended> OfConnectionsAsync(NpgsqlDataSource source, int connections, TimeSpan time)
    {
        await using (var made = source.CreateCommand("CREATE TABLE IF NOT EXISTS plain (row bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text bytea NOT NULL)"))
        {
            await made.ExecuteNonQueryAsync();
        }

        var (times, gate, from) = (new Histogram(), new Lock(), Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var command = new NpgsqlCommand("INSERT INTO plain (text) VALUES ($1)", connection);
            command.Parameters.AddWithValue(RandomNumberGenerator.GetBytes(EventBytes));
            await command.PrepareAsync();
            while (Stopwatch.GetElapsedTime(from) < time)
            {
                var begin = Stopwatch.GetTimestamp();
                await command.ExecuteNonQueryAsync();
                lock (gate)
                {
                    times.Add(Stopwatch.GetElapsedTime(begin).TotalMicroseconds);
                }
            }
        })));
        return Of(times, Stopwatch.GetElapsedTime(from));
    }

    private static Appended Of(Histogram times, TimeSpan time) =>
        new(times.Count / time.TotalSeconds, times.Percentile(0.5), times.Percentile(0.99));
}
