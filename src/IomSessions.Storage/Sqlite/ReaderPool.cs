using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace IomSessions.Storage.Sqlite;

/// <summary>Read connections, one per read under way; the idle ones are kept up to a bound.</summary>
internal sealed class ReaderPool(string path, int idle, Newest newest) : IDisposable
{
    private readonly ConcurrentBag<EventReader> _idle = [];
    private volatile bool _closed;

    /// <exception cref="IomSessions.Engine.StoreUnavailableException">The database cannot be read.</exception>
    public TResult Read<TResult, TAsked>(TAsked asked, Func<EventReader, TAsked, TResult> read)
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(SqliteEventStore));
        EventReader? reader = null;
        try
        {
            if (!_idle.TryTake(out reader)) reader = new EventReader(Db.OpenToRead(path), newest);
            var result = read(reader, asked);
            Return(reader);
            return result;
        }
        catch (Exception e)
        {
            reader?.Dispose(); // a connection that failed is not used again
            if (e is SqliteException failed) throw Unavailable.From(failed);
            throw;
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var reader)) reader.Dispose();
    }

    private void Return(EventReader reader)
    {
        if (_idle.Count < idle) _idle.Add(reader);
        else reader.Dispose();
        if (_closed) Dispose();
    }
}
