using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace IomSessions.Storage.Sqlite;

/// <summary>
/// Moves the write-ahead log into the database beside the commits, on a connection and a thread of its own: moved within a commit, some
/// thousand pages and their flush would stand in the way of whoever speaks just then. While all speak it never catches up quite; the few
/// pages that came meanwhile the writer moves itself (<see cref="MayFinish"/>), and the log begins anew.
/// </summary>
/// <remarks>SQLite flushes the database when all of the log has been moved, which would be within that commit: so it is flushed here
/// before, and little by little, by a handle of our own. That is closed after every connection: closing it takes the process's locks of
/// the file away. A disk that has failed to take something says so once, and then holds the page for written: from then on nothing is moved
/// any more, and the log, which has all of it, is kept whole for the next start.</remarks>
internal sealed class Checkpointer : IDisposable
{
    private readonly Db _db;
    private readonly SafeFileHandle _file;
    private readonly int _pages;
    private readonly AutoResetEvent _due = new(false);
    private readonly Thread _thread;
    private volatile int _state;
    private volatile bool _isBroken;

    private const int Resting = 0, Moving = 1, Moved = 2, Closed = 3;

    /// <summary>Pages that a commit may move beside its own.</summary>
    private const int FewPages = 256;

    /// <summary>While all speak as much comes as is moved: then the writer moves what there is.</summary>
    private const int Rounds = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    /// <summary>Pauses of a round at most: the log grows meanwhile.</summary>
    private const int Pauses = 500;

    /// <param name="pages">Pages that the log may gain before they are moved. 1 or more.</param>
    public Checkpointer(string path, int pages)
    {
        (_db, _pages) = (Db.OpenToCheckpoint(path), pages);
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        _thread = new Thread(Run) { IsBackground = true, Name = "event checkpoints" };
        _thread.Start();
    }

    /// <summary>Whether the disk has failed to take what was moved.</summary>
    public bool IsBroken => _isBroken;

    /// <summary>The disk has failed: nothing is moved any more.</summary>
    public void Break() => _isBroken = true;

    /// <summary>Called by the writer after a commit; never waits.</summary>
    /// <param name="gained">Pages that the log has gained since it began anew.</param>
    public void Look(long gained)
    {
        if (gained >= _pages && !_isBroken && Interlocked.CompareExchange(ref _state, Moving, Resting) == Resting) _due.Set();
    }

    /// <summary>Once, when all but the newest pages have been moved: now the writer may move these.</summary>
    public bool MayFinish() => Interlocked.CompareExchange(ref _state, Resting, Moved) == Moved && !_isBroken;

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

    /// <summary>Whether something that was written is not on the disk. SQLite's own answer that there is no room comes before it writes.</summary>
    public static bool IsOfDisk(Exception failure) => failure is IOException or SqliteException { SqliteErrorCode: 10 };

    private void Run()
    {
        while (_state != Closed && _due.WaitOne() && _state != Closed)
        {
            var after = Moved;
            try
            {
                Move();
            }
            catch (Exception failure) when (failure is SqliteException or IOException)
            {
                // nothing is lost: what is not moved stays in the log, and the next commit asks again
                after = Resting;
                if (IsOfDisk(failure)) Break();
            }

            Interlocked.CompareExchange(ref _state, after, Moving);
        }
    }

    private void Move()
    {
        for (int round = 0, before = 0; round < Rounds && _state != Closed; round++)
        {
            var moved = _db.MoveLog();
            var pauses = 0;
            WriteOut.Gently(_file, () => ++pauses <= Pauses && !_due.WaitOne(Pause));
            RandomAccess.FlushToDisk(_file);
            if (moved - before <= FewPages) return;
            before = moved;
        }
    }
}
