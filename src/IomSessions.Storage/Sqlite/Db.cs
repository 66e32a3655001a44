using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IomSessions.Storage.Sqlite;

/// <summary>
/// One open connection with its prepared statements, over SQLite's own step and bind calls: a command object per row costs more than the
/// row. Not thread-safe. Every failure is a <see cref="SqliteException"/>.
/// </summary>
internal sealed class Db : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Statement> _statements = [];

    private Db(SqliteConnection connection) => _connection = connection;

    public sqlite3 Handle => _connection.Handle!;

    /// <summary>False while a transaction is open. SQLite may end one by itself when the disk fails.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    /// <summary>Opens a database for writing, made and brought to the newest schema where needed.</summary>
    public static Db OpenToWrite(string path, string schema)
    {
        OwnerOnly.Create(path);
        var db = Open(path);
        try
        {
            // FULL: a commit returns after the log is on the disk. Deleted content is overwritten, in memory and never in temporary files.
            db.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-32768");
            Migrations.Apply(db, schema);
            return db;
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }

    /// <summary>Opens an existing database for reading. It does not block the writer, nor is it blocked by it.</summary>
    public static Db OpenToRead(string path)
    {
        var db = Open(path);
        db.Execute("PRAGMA query_only=ON");
        return db;
    }

    /// <summary>Opens an existing database to move its write-ahead log, beside its writer.</summary>
    public static Db OpenToCheckpoint(string path)
    {
        var db = Open(path);
        db.Execute("PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0");
        return db;
    }

    /// <summary>Opens an existing database that this process may not write, whatever it does.</summary>
    public static Db OpenReadOnly(string path) => Open(path, SqliteOpenMode.ReadOnly);

    /// <summary>Opens an existing database to copy it: with <c>query_only</c> it could not write into the copy either.</summary>
    public static Db OpenToCopy(string path) => Open(path);

    /// <summary>The statement of this text, prepared once per connection.</summary>
    public Statement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement)) _statements.Add(sql, statement = new Statement(Handle, sql));
        return statement;
    }

    /// <summary>Runs statements separated by semicolons, passing over any rows.</summary>
    public void Execute(string sql) => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(Handle, sql), Handle);

    public void Begin() => Prepare("BEGIN IMMEDIATE").Run();

    /// <summary>One moment for several statements.</summary>
    public void BeginReading() => Prepare("BEGIN").Run();

    public void Commit() => Prepare("COMMIT").Run();

    public void RollbackIfOpen()
    {
        if (InTransaction) Prepare("ROLLBACK").Run();
    }

    /// <summary>As <see cref="Checkpoint"/>; false: somebody is reading, and the log still holds what was deleted.</summary>
    public bool TryCheckpoint() => Prepare("PRAGMA wal_checkpoint(TRUNCATE)").One() == 0;

    /// <summary>Pages that this connection has written, into the log or the database, since it was asked last.</summary>
    public long PagesWritten()
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_db_status(Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, resetFlg: 1), Handle);
        return pages;
    }

    /// <summary>Moves what stands in the write-ahead log into the database, as far as no reader looks at it; waits for nobody.</summary>
    /// <returns>How many pages of the log have been moved since it began.</returns>
    public int MoveLog()
    {
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_wal_checkpoint_v2(Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out _, out var moved), Handle);
        return moved;
    }

    /// <summary>The write-ahead log stays as it is when this connection is closed, though it be the last: it is read at the next opening.</summary>
    public void KeepLog() => SqliteException.ThrowExceptionForRC(
        raw.sqlite3_db_config(Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _), Handle);

    /// <summary>Moves the whole write-ahead log into the database and empties it.</summary>
    public void Checkpoint() => Execute("PRAGMA wal_checkpoint(TRUNCATE)");

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        _connection.Dispose();
    }

    private static Db Open(string path, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = mode };
        var connection = new SqliteConnection(text.ConnectionString);
        try
        {
            connection.Open();
            var db = new Db(connection);
            db.Execute("PRAGMA busy_timeout=5000; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF");
            return db;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
