using IomSessions.Domain;
using IomSessions.Engine;
using Microsoft.Data.Sqlite;

namespace IomSessions.Storage.Sqlite;

/// <summary>
/// The log in one SQLite file, for one node. A commit is on the disk before its append returns. Reads run on the caller's thread, each
/// on a connection of its own; they neither block the writer nor wait for it. Thread-safe.
/// </summary>
/// <remarks>The file must lie on a local disk: the write-ahead log does not work over a network.</remarks>
public sealed class SqliteEventStore : IEventStore, IDisposable
{
    private readonly WriteQueue _writes;
    private readonly ReaderPool _reads;

    internal SqliteEventStore(WriteQueue writes, ReaderPool reads) => (_writes, _reads) = (writes, reads);

    /// <summary>Opens the database, made where it is missing (readable by its owner only) and brought to the newest schema.</summary>
    /// <exception cref="StoreUnavailableException">The file cannot be opened, or is no database.</exception>
    /// <exception cref="InvalidOperationException">A newer version of the program has written it.</exception>
    public static SqliteEventStore Open(string path, EventStoreOptions? options = null)
    {
        options ??= new EventStoreOptions();
        try
        {
            var newest = new Newest();
            var writes = new WriteQueue(EventWriter.Open(path, options, newest), options);
            return new SqliteEventStore(writes, new ReaderPool(path, options.IdleReaders, newest));
        }
        catch (SqliteException e)
        {
            throw Unavailable.From(e);
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// The continuations of several callers run one after the other on one thread: they must not block. Cancelling works only while
    /// the queue is full; once queued, the append is carried out.
    /// </remarks>
    /// <exception cref="ArgumentException">The batch is malformed, or leaves a hole in a circle.</exception>
    /// <exception cref="StoreUnavailableException">It could not be stored; nothing was acknowledged.</exception>
    public ValueTask<AppendOutcome> AppendAsync(AppendBatch batch, CancellationToken stop = default)
    {
        AppendShape.Demand(batch);
        stop.ThrowIfCancellationRequested();
        return _writes.WriteAsync(writer => writer.Append(batch), stop);
    }

    /// <inheritdoc/>
    /// <remarks>As <see cref="AppendAsync"/>.</remarks>
    /// <exception cref="StoreUnavailableException">It could not be stored; nothing was acknowledged.</exception>
    public ValueTask<DraftOutcome> AppendChangesAsync(DraftBatch batch, CancellationToken stop = default)
    {
        AppendShape.Demand(batch);
        stop.ThrowIfCancellationRequested();
        return _writes.WriteAsync(writer => writer.Append(batch), stop);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredChange>> ReadChangesAsync(
        SessionId session, CircleId circle, long after, int max, CancellationToken stop = default) =>
        new(_reads.Read((session, circle, after, max), static (r, a) => r.Changes(a.session, a.circle, a.after, a.max)));

    /// <inheritdoc/>
    public ValueTask<long> DraftHeadAsync(SessionId session, CircleId circle, CancellationToken stop = default) =>
        new(_reads.Read((session, circle), static (r, a) => r.DraftHead(a.session, a.circle)));

    /// <inheritdoc/>
    public async ValueTask KeepCheckpointAsync(SessionId session, StoredCheckpoint checkpoint, CancellationToken stop = default) =>
        await _writes.WriteAsync(writer => writer.Keep(session, checkpoint), stop);

    /// <inheritdoc/>
    public ValueTask<StoredCheckpoint?> FindCheckpointAsync(
        SessionId session, CircleId circle, long notAfter, CancellationToken stop = default) =>
        new(_reads.Read((session, circle, notAfter), static (r, a) => r.Checkpoint(a.session, a.circle, a.notAfter)));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredEvent>> ReadAsync(SessionId session, long after, int max, CancellationToken stop = default) =>
        new(_reads.Read((session, after, max), static (r, a) => r.Read(a.session, a.after, a.max)));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredEvent>> ReadCircleAsync(
        SessionId session, CircleId circle, long after, int max, CancellationToken stop = default) =>
        new(_reads.Read((session, circle, after, max), static (r, a) => r.ReadCircle(a.session, a.circle, a.after, a.max)));

    /// <inheritdoc/>
    public ValueTask<long> HeadAsync(SessionId session, CancellationToken stop = default) =>
        new(_reads.Read(session, static (r, s) => r.Head(s)));

    /// <inheritdoc/>
    public ValueTask<StoredCommand?> FindCommandAsync(SessionId session, PersonId by, CommandId id, CancellationToken stop = default) =>
        new(_reads.Read((session, by, id), static (r, a) => r.Find(a.session, a.by, a.id)));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SessionId>> SessionsAsync(CancellationToken stop = default) =>
        new(_reads.Read(0, static (r, _) => r.Sessions()));

    /// <summary>Whether the log can be read, and the disk has taken all that it was given.</summary>
    /// <exception cref="StoreUnavailableException">It cannot, or it has not. Appends may go on meanwhile: nothing that was answered is lost,
    /// but the write-ahead log grows until the disk is full or the server is started again.</exception>
    public ValueTask ProbeAsync()
    {
        _reads.Read(new SessionId(Guid.Empty), static (r, s) => r.Head(s));
        return _writes.DiskHasFailed ? throw new StoreUnavailableException("the disk has failed to take what was written") : default;
    }

    /// <summary>Writes what is queued, moves the write-ahead log into the database and closes it.</summary>
    public void Dispose()
    {
        _reads.Dispose();
        _writes.Dispose();
    }
}
