using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace IomSessions.Storage.Backups;

/// <summary>
/// Verifies a log without any key (ST3): versions without a gap, offsets of each circle without a gap, and each circle's hash chain from
/// its first event on; the changes of drafts likewise. Names the first event or change that was altered, is missing or was moved.
/// </summary>
/// <remarks>
/// A log that was cut off at its end, all circles together, is a log that ends earlier: nothing in it can tell. Compare the number of
/// events, or the heads, with an older verdict or another copy.
/// </remarks>
public static class Verifier
{
    /// <summary>Verifies the log of a data folder or of a copy; the server may be running.</summary>
    /// <exception cref="BackupException">There is no log, or it cannot be read.</exception>
    public static Verdict Verify(string folder)
    {
        var path = Path.Combine(folder, Backup.Databases[0]);
        if (!File.Exists(path)) throw new BackupException($"{folder} has no {Backup.Databases[0]}");
        try
        {
            using var db = Db.OpenToRead(path);
            db.Execute("BEGIN"); // one moment for all sessions
            return new Walk(db).Verdict();
        }
        catch (SqliteException e)
        {
            throw new BackupException($"the log cannot be read: {Unavailable.From(e).Message}", e);
        }
    }

    /// <summary>What is wrong with a row that should be the next of its session and circle; null: nothing.</summary>
    internal static string? Fault(SessionId session, StoredEvent row, long version, long offset, byte[] before)
    {
        if (row.Version != version) return $"event {version} of session {session.Value:N} is missing";
        var where = $"event {row.Version} of session {session.Value:N} (circle {row.Circle.Value:N}, place {row.Offset})";
        if (row.Offset > offset) return $"before {where}, place {offset} of the circle is missing";
        if (row.Offset < offset) return $"{where} was moved: its circle has come to place {offset}";
        var link = Chain.Link(Chain.Place(session, row.Circle, row.Offset, row.AtMs), row.Sealed, before);
        return link.AsSpan().SequenceEqual(row.Hash) ? null : $"{where} was altered or moved";
    }

    private sealed class Walk(Db db)
    {
        private long _events;
        private int _circles;

        public Verdict Verdict()
        {
            var sessions = Sessions();
            foreach (var (key, id) in sessions)
            {
                if ((Session(key, id) ?? Drafts(key, id)) is { } fault) return new(sessions.Count, _circles, _events, fault);
            }

            return new(sessions.Count, _circles, _events, null);
        }

        private List<(long Key, SessionId Id)> Sessions()
        {
            var rows = db.Prepare("SELECT key, id FROM sessions ORDER BY key");
            var found = new List<(long, SessionId)>();
            while (rows.Step()) found.Add((rows.Long(0), new SessionId(rows.Guid(1))));
            rows.Reset();
            return found;
        }

        private string? Session(long key, SessionId session)
        {
            var heads = new Dictionary<CircleId, (long Offset, byte[] Hash)>();
            var version = 0L;
            var rows = db.Prepare("SELECT version, circle, offset, at_ms, sealed, hash FROM events WHERE session = ?1 ORDER BY version").Bind(1, key);
            try
            {
                while (rows.Step())
                {
                    var row = new StoredEvent(rows.Long(0), new CircleId(rows.Guid(1)), rows.Long(2), rows.Long(3), rows.Blob(4), rows.Blob(5));
                    var (offset, before) = heads.GetValueOrDefault(row.Circle, (0, Chain.Start));
                    if (Fault(session, row, version + 1, offset + 1, before) is { } fault) return fault;
                    (version, heads[row.Circle]) = (row.Version, (row.Offset, row.Hash));
                    _events++;
                }
            }
            finally
            {
                rows.Reset();
            }

            _circles += heads.Count;
            return null;
        }

        // each circle of a draft has a chain of its own
        private string? Drafts(long key, SessionId session)
        {
            var (circle, version, hash) = (default(CircleId), 0L, Chain.Start);
            var rows = db.Prepare("SELECT circle, version, at_ms, sealed, hash FROM changes WHERE session = ?1 ORDER BY circle, version").Bind(1, key);
            try
            {
                while (rows.Step())
                {
                    var of = new CircleId(rows.Guid(0));
                    if (of != circle) (circle, version, hash) = (of, 0, Chain.Start);
                    var where = $"change {rows.Long(1)} of a draft of session {session.Value:N} (circle {of.Value:N})";
                    if (rows.Long(1) != ++version) return $"before {where}, change {version} is missing";
                    var link = DraftChain.Link(session, of, version, rows.Long(2), rows.Blob(3), hash);
                    hash = rows.Blob(4);
                    if (!link.AsSpan().SequenceEqual(hash)) return $"{where} was altered or moved";
                }
            }
            finally
            {
                rows.Reset();
            }

            return null;
        }
    }
}

/// <summary>What verifying a log has shown.</summary>
/// <param name="Circles">Circles verified.</param>
/// <param name="Events">Events verified.</param>
/// <param name="Fault">The first event that is not as it was stored, in one sentence with ids alone; null: all are.</param>
public sealed record Verdict(int Sessions, int Circles, long Events, string? Fault);
