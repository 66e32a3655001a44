using IomSessions.Domain;
using IomSessions.Storage.Sqlite;
using Statement = IomSessions.Storage.Sqlite.Statement;

namespace IomSessions.Storage.Keys;

/// <summary>The rows of the key database, opened on the way out.</summary>
internal static class KeyRows
{
    public static byte[]? Session(Db db, SessionId session, ReadOnlySpan<byte> master)
    {
        var sealedKey = One(db.Prepare("SELECT sealed FROM session_keys WHERE session = ?1").Bind(1, session.Value));
        return sealedKey is null ? null : Open(master, sealedKey, KeyPlace.Of(session));
    }

    public static byte[]? Circle(Db db, SessionId session, CircleId circle, ReadOnlySpan<byte> under)
    {
        var row = db.Prepare("SELECT sealed FROM circle_keys WHERE session = ?1 AND circle = ?2");
        var sealedKey = One(row.Bind(1, session.Value).Bind(2, circle.Value));
        return sealedKey is null ? null : Open(under, sealedKey, KeyPlace.Of(session, circle));
    }

    public static Dictionary<CircleId, byte[]> Circles(Db db, SessionId session, ReadOnlySpan<byte> under)
    {
        var keys = new Dictionary<CircleId, byte[]>();
        var rows = db.Prepare("SELECT circle, sealed FROM circle_keys WHERE session = ?1").Bind(1, session.Value);
        try
        {
            while (rows.Step())
            {
                var circle = new CircleId(rows.Guid(0));
                keys.Add(circle, Open(under, rows.Blob(1), KeyPlace.Of(session, circle)));
            }
        }
        finally
        {
            rows.Reset();
        }
        return keys;
    }

    public static void Add(Db db, SessionId session, byte[] sealedKey) =>
        db.Prepare("INSERT INTO session_keys (session, sealed) VALUES (?1, ?2)").Bind(1, session.Value).Bind(2, sealedKey).Run();

    public static void Add(Db db, SessionId session, CircleId circle, byte[] sealedKey) =>
        db.Prepare("INSERT INTO circle_keys (session, circle, sealed) VALUES (?1, ?2, ?3)")
            .Bind(1, session.Value).Bind(2, circle.Value).Bind(3, sealedKey).Run();

    public static byte[]? File(Db db, SessionId session, FileId file, ReadOnlySpan<byte> under)
    {
        var row = db.Prepare("SELECT sealed FROM file_keys WHERE session = ?1 AND file = ?2");
        var sealedKey = One(row.Bind(1, session.Value).Bind(2, file.Value));
        return sealedKey is null ? null : Open(under, sealedKey, KeyPlace.Of(session, file));
    }

    public static void Add(Db db, SessionId session, FileId file, byte[] sealedKey) =>
        db.Prepare("INSERT INTO file_keys (session, file, sealed) VALUES (?1, ?2, ?3)")
            .Bind(1, session.Value).Bind(2, file.Value).Bind(3, sealedKey).Run();

    public static void Drop(Db db, SessionId session, FileId file) =>
        db.Prepare("DELETE FROM file_keys WHERE session = ?1 AND file = ?2").Bind(1, session.Value).Bind(2, file.Value).Run();

    public static byte[]? Proof(Db db) => One(db.Prepare("SELECT sealed FROM proof"));

    public static void AddProof(Db db, byte[] proof) => db.Prepare("INSERT INTO proof (one, sealed) VALUES (1, ?1)").Bind(1, proof).Run();

    private static byte[] Open(ReadOnlySpan<byte> under, byte[] sealedKey, byte[] place) =>
        KeyWrap.TryOpen(under, sealedKey, place) ?? throw new KeyDamagedException();

    private static byte[]? One(Statement statement)
    {
        var blob = statement.Step() ? statement.Blob(0) : null;
        statement.Reset();
        return blob;
    }
}
