using IomSessions.Engine;
using IomSessions.Storage.Feed;
using Npgsql;

namespace IomSessions.Storage.Postgres;

/// <summary>What is public, in a schema of its own, for nodes that publish. They take turns, so changes are counted in the order of their commits.</summary>
public sealed class PostgresFeedStore : IFeedStore
{
    private readonly PostgresDb _db;
    private readonly IFeedSigner _signer;
    private volatile bool _unswept;

    private PostgresFeedStore(PostgresDb db, IFeedSigner signer) => (_db, _signer) = (db, signer);

    /// <param name="db">Stays the caller's.</param>
    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    public static PostgresFeedStore Open(PostgresDb db, IFeedSigner signer, long nowMs)
    {
        Migrations.Apply(db, "feed");
        db.Run(connection =>
        {
            // newest first among the keys: the one in use is the one that was opened last
            using var add = connection.Ask(
                "INSERT INTO iom_feed.keys AS k VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET since_ms = greatest(k.since_ms, excluded.since_ms)",
                signer.KeyId, signer.PublicKey.ToArray(), nowMs);
            return add.ExecuteNonQuery();
        });
        return new(db, signer);
    }

    /// <inheritdoc/>
    public async ValueTask<FeedRow?> AddAsync(FeedItem item, CancellationToken stop = default)
    {
        var added = await _db.TransactAsync(async db =>
        {
            await db.DoAsync($"SELECT pg_advisory_xact_lock({Migrations.Locks}, 3)");
            if (await FindAsync(db, item.Id) is not null) return null;
            var count = await db.OneAsync<long>("SELECT count(*) FROM iom_feed.items WHERE reference = $1", item.Reference);
            var printed = Printing.Of(item, _signer, count, item.About is { } about ? await FindAsync(db, about) : null);
            if (printed.Retracted is { } retracted)
            {
                await db.DoAsync(
                    "UPDATE iom_feed.items SET body = $2, changed = (SELECT max(changed) + 1 FROM iom_feed.items) WHERE id = $1",
                    retracted.Item.Id, FeedJson.Write(retracted));
                _unswept = true;
            }

            var rows = await db.AllAsync(
                row => new FeedRow(printed.Item, row.GetInt64(0), row.GetInt64(1)),
                "INSERT INTO iom_feed.items (id, reference, body, changed) VALUES ($1, $2, $3, (SELECT coalesce(max(changed), 0) + 1 FROM iom_feed.items)) RETURNING changed, position",
                item.Id, item.Reference, FeedJson.Write(printed.Item));
            return rows.Single();
        }, stop);
        Sweep();
        return added;
    }

    /// <inheritdoc/>
    /// <remarks>Old rows are taken out of the table; the write-ahead log and its archive keep what they hold for as long as the operator lets them.</remarks>
    public bool Sweep()
    {
        if (!_unswept) return true;
        try
        {
            _unswept = false;
            _db.Run(connection =>
            {
                using var sweep = connection.Ask("VACUUM iom_feed.items");
                return sweep.ExecuteNonQuery();
            });
        }
        catch (StoreUnavailableException)
        {
            _unswept = true;
        }

        return !_unswept;
    }

    public void Dispose() { }

    private static async Task<FeedEntry?> FindAsync(NpgsqlConnection db, Guid id) =>
        await db.OneAsync<byte[]>("SELECT body FROM iom_feed.items WHERE id = $1", id) is { } body ? FeedJson.Read(body) : null;
}

/// <summary>What is public, for whoever serves it: reads the feed's schema and no other.</summary>
/// <param name="db">Stays the caller's.</param>
public sealed class PostgresFeedReader(PostgresDb db) : IFeedReader
{
    private (long Changed, long Keys)? _seen;

    /// <inheritdoc/>
    public FeedChanges? Changes(long changed) => db.Run(connection =>
    {
        using var head = connection.Ask(
            "SELECT (SELECT coalesce(max(changed), 0) FROM iom_feed.items), (SELECT coalesce(max(since_ms), 0) FROM iom_feed.keys)");
        var seen = All(head, row => (Changed: row.GetInt64(0), Keys: row.GetInt64(1))).Single();
        if (seen == _seen) return null;
        var now = seen.Changed;
        using var find = connection.Ask("SELECT DISTINCT reference FROM iom_feed.items WHERE changed > $1 AND changed <= $2", changed, now);
        var references = All(find, row => row.GetString(0));
        using var signed = connection.Ask("SELECT id, public FROM iom_feed.keys ORDER BY since_ms DESC, id");
        var keys = All(signed, row => new FeedKey(row.GetString(0), row.GetFieldValue<byte[]>(1)));
        _seen = seen;
        return new FeedChanges(references, keys, now);
    });

    /// <inheritdoc/>
    public FeedRead Of(string reference, FeedRead before) => db.Run(connection =>
    {
        using var find = connection.Ask(
            "SELECT body, changed, position FROM iom_feed.items WHERE reference = $1 AND changed > $2 ORDER BY position", reference, before.Changed);
        return before.With(All(find, row => new FeedRow(FeedJson.Read(row.GetFieldValue<byte[]>(0)), row.GetInt64(1), row.GetInt64(2))));
    });

    public void Dispose() { }

    private static List<T> All<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> row)
    {
        using var rows = command.ExecuteReader();
        var all = new List<T>();
        while (rows.Read()) all.Add(row(rows));
        return all;
    }
}
