using IomSessions.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace IomSessions.Storage.Feed;

/// <summary>
/// The feed's file for whoever serves it: opened read-only, and not at all until it is there. One connection, one reading at a time.
/// </summary>
public sealed class FeedReader(string path) : IFeedReader
{
    private readonly Lock _turn = new();
    private Db? _db;
    private long _version = -1;

    /// <inheritdoc/>
    public FeedChanges? Changes(long changed) => Read<FeedChanges?>(null, db =>
    {
        var version = FeedRows.Version(db);
        if (version == _version) return null;
        db.BeginReading();
        var (references, now) = FeedRows.Since(db, changed);
        var keys = FeedRows.Keys(db);
        db.Commit();
        _version = version;
        return new(references, keys, now);
    });

    /// <inheritdoc/>
    public FeedRead Of(string reference, FeedRead before) => Read(before, db => before.With(FeedRows.Of(db, reference, before.Changed)));

    public void Dispose()
    {
        lock (_turn)
        {
            _db?.Dispose();
            _db = null;
        }
    }

    private T Read<T>(T nothing, Func<Db, T> read)
    {
        lock (_turn)
        {
            try
            {
                if (_db is null && !File.Exists(path)) return nothing;
                return read(_db ??= Db.OpenReadOnly(path));
            }
            catch (SqliteException e)
            {
                _db?.Dispose(); // a connection that failed is not used again
                (_db, _version) = (null, -1);
                throw Unavailable.From(e);
            }
        }
    }
}

/// <summary>What is new in the feed's file.</summary>
/// <param name="References">The feeds that have changed.</param>
/// <param name="Keys">Every key that has signed; the one in use first.</param>
/// <param name="Changed">The count of changes that this goes up to.</param>
public sealed record FeedChanges(IReadOnlyList<string> References, IReadOnlyList<FeedKey> Keys, long Changed);
