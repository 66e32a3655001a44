using System.Data.Common;
using IomSessions.Engine;
using IomSessions.Storage.Backups;
using IomSessions.Storage.Feed;
using IomSessions.Storage.Files;
using IomSessions.Storage.Keys;
using IomSessions.Storage.Postgres;
using IomSessions.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using NpgsqlTypes;
using Migrations = IomSessions.Storage.Postgres.Migrations;
using Statement = IomSessions.Storage.Sqlite.Statement;

namespace IomSessions.Storage.Moving;

/// <summary>
/// Moves all that one node keeps in its folder into PostgreSQL, and reads it back, row by row and byte by byte, before it says so. Everything
/// stays as it is: sealed bodies, keys under the same master key, hash chains, links and devices. The folder is only read.
/// </summary>
/// <remarks>The server must be stopped. What it writes meanwhile is found out by the reading back.</remarks>
public static class Mover
{
    /// <param name="data">The data folder.</param>
    /// <param name="log">A database with nothing of a house in it.</param>
    /// <param name="keys">Where keys go; may be the same.</param>
    /// <param name="master">The folder's master key.</param>
    /// <param name="feedKey">The text of the key that signs what is public, or null: kept sealed beside the other keys.</param>
    /// <returns>What was moved.</returns>
    /// <exception cref="BackupException">It cannot be moved, or what was read back is not what is in the folder.</exception>
    public static async Task<Moved> MoveAsync(string data, PostgresDb log, PostgresDb keys, MasterKey master, byte[]? feedKey)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(master);
        if (Verifier.Verify(data) is { Fault: { } fault }) throw new BackupException($"the log in {data} is not sound: {fault}");
        try
        {
            foreach (var part in (string[])["events", "access", "feed"]) Migrations.Apply(log, part);
            if (await log.RunAsync(db => db.OneAsync<bool>("SELECT EXISTS (SELECT FROM iom_events.sessions) OR EXISTS (SELECT FROM iom_access.house_links)")))
                throw new BackupException("there is a house in this database already: moving never writes over anything");
            using var store = PostgresKeyStore.Open(keys, inUse => inUse
                ? throw new BackupException("there are keys in this database already: moving never writes over anything")
                : MasterKey.FromBytes(master.Bytes));
            if (feedKey is not null) store.HouseSecret(PostgresKeyStore.FeedSecret, () => feedKey);

            // keys first: an event that is there can be opened
            await MoveAsync(data, keys, [.. Table.All.Where(table => table.IsOfKeys)]);
            await MoveAsync(data, log, [.. Table.All.Where(table => !table.IsOfKeys)]);
            var files = await MoveFilesAsync(data, new PostgresFileStore(log));
            var rows = 0L;
            foreach (var table in Table.All) rows += await CompareAsync(data, table.IsOfKeys ? keys : log, table);
            var verdict = await LogVerifier.VerifyAsync(PostgresEventStore.Open(log));
            return verdict.Fault is null ? new(verdict, rows, files) : throw new BackupException($"what was moved is not sound: {verdict.Fault}");
        }
        catch (Exception e) when (e is StoreUnavailableException or InvalidOperationException or SqliteException or IOException)
        {
            throw new BackupException($"it could not be moved: {(e is SqliteException sqlite ? Sqlite.Unavailable.From(sqlite).Message : e.Message)}", e);
        }
    }

    // one transaction: all of it or nothing
    private static async Task MoveAsync(string data, PostgresDb to, IReadOnlyList<Table> tables) => await to.TransactAsync(async connection =>
    {
        foreach (var table in tables.Where(table => File.Exists(Path.Combine(data, table.Database))))
        {
            using var from = Db.OpenToRead(Path.Combine(data, table.Database));
            if (table.Database == FeedStore.FileName) await connection.DoAsync($"DELETE FROM {table.To}");
            await using var copy = await connection.BeginBinaryImportAsync(table.Copy);
            var rows = from.Prepare(table.Read);
            while (rows.Step())
            {
                await copy.StartRowAsync();
                for (var at = 0; at < table.Columns.Length; at++)
                {
                    if (Value(rows, at, table.Columns[at].Type) is { } value) await copy.WriteAsync(value, table.Columns[at].Type);
                    else await copy.WriteNullAsync();
                }
            }

            rows.Reset();
            await copy.CompleteAsync();
        }

        if (tables.Any(table => table.To == "iom_feed.items"))
            await connection.DoAsync("SELECT setval(pg_get_serial_sequence('iom_feed.items', 'position'), (SELECT coalesce(max(position), 0) + 1 FROM iom_feed.items), false)");
        return true;
    });

    private static async Task<long> CompareAsync(string data, PostgresDb moved, Table table)
    {
        if (!File.Exists(Path.Combine(data, table.Database))) return 0;
        using var from = Db.OpenToRead(Path.Combine(data, table.Database));
        return await moved.RunAsync(async connection =>
        {
            await using var ask = connection.Ask(table.ReadMoved);
            await using var there = await ask.ExecuteReaderAsync();
            var (here, count) = (from.Prepare(table.Read), 0L);
            try
            {
                while (here.Step())
                {
                    count++;
                    if (!await there.ReadAsync() || !Same(here, there, table))
                        throw new BackupException($"row {count} of {table.To} is not what is in the folder: was the server stopped?");
                }
            }
            finally
            {
                here.Reset();
            }

            return await there.ReadAsync() ? throw new BackupException($"{table.To} has more rows than the folder") : count;
        });
    }

    private static bool Same(Statement here, DbDataReader there, Table table)
    {
        for (var at = 0; at < table.Columns.Length; at++)
        {
            var (value, moved) = (Value(here, at, table.Columns[at].Type), there.IsDBNull(at) ? null : there.GetValue(at));
            if (value is byte[] bytes ? !(moved is byte[] other && bytes.AsSpan().SequenceEqual(other)) : !Equals(value, moved)) return false;
        }

        return true;
    }

    private static object? Value(Statement row, int at, NpgsqlDbType type) => row.IsNull(at) ? null : type switch
    {
        NpgsqlDbType.Uuid => row.Guid(at),
        NpgsqlDbType.Bigint => row.Long(at),
        NpgsqlDbType.Text => row.Text(at),
        _ => row.Blob(at),
    };

    private static async Task<int> MoveFilesAsync(string data, PostgresFileStore to)
    {
        var folder = Path.Combine(data, Backup.Files);
        if (!Directory.Exists(folder)) return 0;
        var (from, count, chunk) = (FolderFileStore.Open(folder), 0, new byte[PostgresFileStore.PartBytes]);
        foreach (var session in await from.SessionsAsync())
        {
            foreach (var file in await from.FilesAsync(session))
            {
                await using var here = (await from.OpenAsync(session, file))!;
                await using (var writer = await to.CreateAsync(session, file))
                {
                    for (var at = 0L; await here.ReadAsync(at, chunk) is > 0 and var read; at += read) await writer.WriteAsync(chunk.AsMemory(0, read));
                    await writer.KeepAsync();
                }

                if (!await SameAsync(here, await to.OpenAsync(session, file))) throw new BackupException("a file was not moved as it is");
                count++;
            }
        }

        return count;
    }

    private static async Task<bool> SameAsync(IFileReader here, IFileReader? there)
    {
        if (there is null || there.Length != here.Length) return false;
        var (one, other) = (new byte[PostgresFileStore.PartBytes], new byte[PostgresFileStore.PartBytes]);
        for (var at = 0L; at < here.Length;)
        {
            var read = await here.ReadAsync(at, one);
            if (await there.ReadAsync(at, other.AsMemory(0, read)) != read || !one.AsSpan(0, read).SequenceEqual(other.AsSpan(0, read))) return false;
            at += read;
        }

        return true;
    }
}

/// <summary>What was moved and read back.</summary>
/// <param name="Log">The verdict on the log where it is now.</param>
/// <param name="Rows">Rows of all tables.</param>
public sealed record Moved(Verdict Log, long Rows, int Files);
