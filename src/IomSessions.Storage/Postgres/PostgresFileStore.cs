using System.Globalization;
using IomSessions.Domain;
using IomSessions.Engine;

namespace IomSessions.Storage.Postgres;

/// <summary>
/// Sealed files beside the log, in parts: every node finds them, and a backup of the database holds log and files of one moment. Thread-safe.
/// </summary>
public sealed class PostgresFileStore(PostgresDb db) : IFileStore
{
    /// <summary>Bytes of a part; the last one of a file is shorter.</summary>
    internal const int PartBytes = 256 * 1024;

    /// <inheritdoc/>
    public async ValueTask<IFileWriter> CreateAsync(SessionId session, FileId file, CancellationToken stop = default)
    {
        await db.RunAsync(connection => connection.DoAsync(
            "INSERT INTO iom_events.files (session, file) VALUES ($1, $2)", session.Value, file.Value), stop);
        return new Writer(db, session, file);
    }

    /// <inheritdoc/>
    public async ValueTask<IFileReader?> OpenAsync(SessionId session, FileId file, CancellationToken stop = default) =>
        await db.RunAsync(connection => connection.OneAsync<long?>(
            "SELECT length FROM iom_events.files WHERE session = $1 AND file = $2", session.Value, file.Value), stop) is { } length
            ? new Reader(db, session, file, length)
            : null;

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(SessionId session, FileId file, CancellationToken stop = default) => await RemoveAsync(db, session, file, stop);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<FileId>> FilesAsync(SessionId session, CancellationToken stop = default) => await db.RunAsync(connection => connection.AllAsync(
        row => new FileId(row.GetGuid(0)), "SELECT file FROM iom_events.files WHERE session = $1 AND length IS NOT NULL", session.Value), stop);

    /// <inheritdoc/>
    /// <remarks>Also throws away what was being written when a node ended, a day later.</remarks>
    public async ValueTask<IReadOnlyList<SessionId>> SessionsAsync(CancellationToken stop = default) => await db.RunAsync(async connection =>
    {
        await connection.DoAsync(string.Create(CultureInfo.InvariantCulture, $"""
            WITH cut AS (DELETE FROM iom_events.files WHERE length IS NULL AND begun < now() - interval '{Limits.FileWaits.TotalHours} hours' RETURNING session, file)
            DELETE FROM iom_events.file_parts p USING cut WHERE p.session = cut.session AND p.file = cut.file
            """));
        return await connection.AllAsync(row => new SessionId(row.GetGuid(0)), "SELECT DISTINCT session FROM iom_events.files WHERE length IS NOT NULL");
    }, stop);

    private static ValueTask<int> RemoveAsync(PostgresDb db, SessionId session, FileId file, CancellationToken stop) => db.RunAsync(connection => connection.DoAsync(
        """
        WITH gone AS (DELETE FROM iom_events.files WHERE session = $1 AND file = $2)
        DELETE FROM iom_events.file_parts WHERE session = $1 AND file = $2
        """, session.Value, file.Value), stop);

    private sealed class Writer(PostgresDb db, SessionId session, FileId file) : IFileWriter
    {
        private readonly byte[] _part = new byte[PartBytes];
        private int _filled;
        private int _number;
        private bool _kept;

        public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken stop = default)
        {
            while (!bytes.IsEmpty)
            {
                var some = Math.Min(bytes.Length, PartBytes - _filled);
                bytes[..some].CopyTo(_part.AsMemory(_filled));
                (bytes, _filled) = (bytes[some..], _filled + some);
                if (_filled == PartBytes) await StoreAsync(stop);
            }
        }

        public async ValueTask KeepAsync(CancellationToken stop = default)
        {
            var length = ((long)_number * PartBytes) + _filled;
            if (_filled > 0) await StoreAsync(stop);
            await db.RunAsync(connection => connection.DoAsync(
                "UPDATE iom_events.files SET length = $3 WHERE session = $1 AND file = $2", session.Value, file.Value, length), stop);
            _kept = true;
        }

        public async ValueTask DisposeAsync()
        {
            if (_kept) return;
            try { await RemoveAsync(db, session, file, CancellationToken.None); }
            catch (StoreUnavailableException) { } // found by nobody, and swept
        }

        private async Task StoreAsync(CancellationToken stop)
        {
            await db.RunAsync(connection => connection.DoAsync(
                "INSERT INTO iom_events.file_parts VALUES ($1, $2, $3, $4)", session.Value, file.Value, _number, _part[.._filled]), stop);
            (_number, _filled) = (_number + 1, 0);
        }
    }

    private sealed class Reader(PostgresDb db, SessionId session, FileId file, long length) : IFileReader
    {
        private (int Number, byte[] Bytes)? _part;

        public long Length => length;

        public async ValueTask<int> ReadAsync(long at, Memory<byte> into, CancellationToken stop = default)
        {
            var read = 0;
            while (read < into.Length && at + read < length)
            {
                var (number, from) = Math.DivRem(at + read, PartBytes);
                if (await PartAsync((int)number, stop) is not { } part || part.Length <= from) break;
                var some = Math.Min(into.Length - read, part.Length - (int)from);
                part.AsMemory((int)from, some).CopyTo(into[read..]);
                read += some;
            }

            return read;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        // parts are read one after the other: the last one read is at hand
        private async ValueTask<byte[]?> PartAsync(int number, CancellationToken stop)
        {
            if (_part is { } last && last.Number == number) return last.Bytes;
            var bytes = await db.RunAsync(connection => connection.OneAsync<byte[]>(
                "SELECT bytes FROM iom_events.file_parts WHERE session = $1 AND file = $2 AND number = $3", session.Value, file.Value, number), stop);
            _part = bytes is null ? null : (number, bytes);
            return bytes;
        }
    }
}
