using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace IomSessions.Storage.Sqlite;

/// <summary>
/// Moves the write-ahead log into the database beside the commits, on a connection and a thread of its own: moved within a commit, some
/// thousand pages and their flush would stand in the way of whoever speaks just then. While all speak it never catches up quite; the few
/// pages that came meanwhile the writer moves itself (<see cref="MayFinish"/>), and the log begins anew.
/// </summary>
/// <remarks>SQLite flushes the database only when all of the log has been moved, which would be within that commit: so it is flushed here
/// before, by a handle of our own. That is closed after every connection: closing it takes the process's locks of the file away.</remarks>
internal sealed class Checkpointer : IDisposable
{
    private readonly Db _db;
    private readonly SafeFileHandle _file;
    private readonly int _pages;
    private readonly AutoResetEvent _due = new(false);
    private readonly Thread _thread;
    private volatile int _state;

    private const int Resting = 0, Moving = 1, Moved = 2, Closed = 3;

    /// <param name="pages">Pages that the log may gain before they are moved. 1 or more.</param>
    public Checkpointer(string path, int pages)
    {
        (_db, _pages) = (Db.OpenToCheckpoint(path), pages);
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        _thread = new Thread(Run) { IsBackground = true, Name = "event checkpoints" };
        _thread.Start();
    }

    /// <summary>Called by the writer after a commit; never waits.</summary>
    /// <param name="gained">Pages that the log has gained since it began anew.</param>
    public void Look(long gained)
    {
        if (gained >= _pages && Interlocked.CompareExchange(ref _state, Moving, Resting) == Resting) _due.Set();
    }

    /// <summary>Once, when all but the newest pages have been moved: now the writer may move these.</summary>
    public bool MayFinish() => Interlocked.CompareExchange(ref _state, Resting, Moved) == Moved;

    /// <summary>Moves nothing any more.</summary>
    public void Stop()
    {
        _state = Closed;
        _due.Set();
        _thread.Join();
        _db.Dispose();
    }

    /// <summary>After <see cref="Stop"/> and after the last connection to the database has been closed.</summary>
    public void Dispose()
    {
        _due.Dispose();
        _file.Dispose();
    }

    private void Run()
    {
        while (_due.WaitOne() && _state != Closed)
        {
            var after = Moved;
            try
            {
                _db.MoveLog();
                RandomAccess.FlushToDisk(_file);
            }
            catch (Exception failure) when (failure is SqliteException or IOException)
            {
                // nothing is lost: what is not moved stays in the log, and the next commit asks again
                after = Resting;
            }

            Interlocked.CompareExchange(ref _state, after, Moving);
        }
    }
}
