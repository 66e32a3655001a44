using IomSessions.Storage.Sqlite;

namespace IomSessions.Storage.Feed;

/// <summary>The rows of the feed's file.</summary>
internal static class FeedRows
{
    public static FeedEntry? Find(Db db, Guid id)
    {
        var row = db.Prepare("SELECT body FROM items WHERE id = ?1").Bind(1, id);
        var found = row.Step() ? FeedJson.Read(row.Blob(0)) : null;
        row.Reset();
        return found;
    }

    /// <summary>Of a feed what changed after this, in the order of publication.</summary>
    public static List<FeedRow> Of(Db db, string reference, long changed)
    {
        var entries = new List<FeedRow>();
        var rows = db.Prepare("SELECT body, changed, position FROM items WHERE reference = ?1 AND changed > ?2 ORDER BY position").Bind(1, reference).Bind(2, changed);
        while (rows.Step()) entries.Add(new(FeedJson.Read(rows.Blob(0)), rows.Long(1), rows.Long(2)));
        rows.Reset();
        return entries;
    }

    public static long Count(Db db, string reference) =>
        db.Prepare("SELECT count(*) FROM items WHERE reference = ?1").Bind(1, reference).One() ?? 0;

    public static FeedRow Add(Db db, FeedEntry entry)
    {
        var row = db
            .Prepare("INSERT INTO items (id, reference, body, changed) VALUES (?1, ?2, ?3, (SELECT coalesce(max(changed), 0) + 1 FROM items)) RETURNING changed, position")
            .Bind(1, entry.Item.Id).Bind(2, entry.Item.Reference).Bind(3, FeedJson.Write(entry));
        row.Step();
        var added = new FeedRow(entry, row.Long(0), row.Long(1));
        row.Reset();
        return added;
    }

    public static void Replace(Db db, FeedEntry entry) => db
        .Prepare("UPDATE items SET body = ?2, changed = (SELECT max(changed) + 1 FROM items) WHERE id = ?1")
        .Bind(1, entry.Item.Id).Bind(2, FeedJson.Write(entry)).Run();

    /// <summary>Feeds that changed after this, and where the count stands now.</summary>
    public static (List<string> References, long Changed) Since(Db db, long changed)
    {
        var references = new List<string>();
        var rows = db.Prepare("SELECT reference, max(changed) FROM items WHERE changed > ?1 GROUP BY reference").Bind(1, changed);
        while (rows.Step())
        {
            references.Add(rows.Text(0));
            changed = Math.Max(changed, rows.Long(1));
        }

        rows.Reset();
        return (references, changed);
    }

    public static void AddKey(Db db, string id, ReadOnlySpan<byte> key, long nowMs) => db
        .Prepare("INSERT INTO keys (id, public, since_ms) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET since_ms = max(since_ms, excluded.since_ms)")
        .Bind(1, id).Bind(2, key).Bind(3, nowMs).Run();

    public static List<FeedKey> Keys(Db db)
    {
        var keys = new List<FeedKey>();
        var rows = db.Prepare("SELECT id, public FROM keys ORDER BY since_ms DESC, id");
        while (rows.Step()) keys.Add(new(rows.Text(0), rows.Blob(1)));
        rows.Reset();
        return keys;
    }

    public static long Version(Db db) => db.Prepare("PRAGMA data_version").One() ?? 0;
}

/// <summary>A key that has signed items of this institution.</summary>
/// <param name="Public">32 bytes.</param>
public sealed record FeedKey(string Id, byte[] Public);
