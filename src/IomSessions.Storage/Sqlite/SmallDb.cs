using Microsoft.Data.Sqlite;

namespace IomSessions.Storage.Sqlite;

/// <summary>
/// A database that is seldom written: one connection, one transaction at a time, each on the disk before it returns. Callers wait their
/// turn without holding a thread. Thread-safe.
/// </summary>
internal sealed class SmallDb : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Db _db;
    private bool _closed;

    private SmallDb(Db db) => _db = db;

    /// <exception cref="IomSessions.Engine.StoreUnavailableException">The file cannot be opened, or is no database.</exception>
    public static SmallDb Open(string path, string schema)
    {
        try { return new SmallDb(Db.OpenToWrite(path, schema)); }
        catch (SqliteException e) { throw Unavailable.From(e); }
    }

    /// <summary>
    /// Carries out <paramref name="work"/> in one transaction: all of it or, when it throws, nothing.
    /// <paramref name="committed"/> runs after the commit and before anybody else's turn.
    /// </summary>
    /// <exception cref="IomSessions.Engine.StoreUnavailableException">It could not be stored.</exception>
    public async ValueTask<T> WriteAsync<T>(Func<Db, T> work, CancellationToken stop, Action<T>? committed = null)
    {
        await _turn.WaitAsync(stop);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            var result = Transact(work);
            committed?.Invoke(result);
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>As <see cref="WriteAsync"/>, for the opening, before anybody else can hold a turn.</summary>
    public T WriteFirst<T>(Func<Db, T> work) => Transact(work);

    /// <summary>Empties the write-ahead log between two turns; false: somebody is reading.</summary>
    /// <exception cref="IomSessions.Engine.StoreUnavailableException">The disk fails.</exception>
    public bool TryCheckpoint()
    {
        _turn.Wait();
        try { return _closed || _db.TryCheckpoint(); }
        catch (SqliteException e) { throw Unavailable.From(e); }
        finally { _turn.Release(); }
    }

    public void Dispose()
    {
        _turn.Wait();
        try
        {
            if (_closed) return;
            _closed = true;
            try { _db.Checkpoint(); }
            catch (SqliteException) { } // the log is replayed at the next opening
            finally { _db.Dispose(); }
        }
        finally
        {
            _turn.Release();
        }
    }

    private T Transact<T>(Func<Db, T> work)
    {
        try
        {
            _db.RollbackIfOpen(); // only when an earlier rollback failed
            _db.Begin();
            var result = work(_db);
            _db.Commit();
            return result;
        }
        catch (SqliteException e)
        {
            Rollback();
            throw Unavailable.From(e);
        }
        catch
        {
            Rollback();
            throw;
        }
    }

    private void Rollback()
    {
        try { _db.RollbackIfOpen(); }
        catch (SqliteException) { }
    }
}
