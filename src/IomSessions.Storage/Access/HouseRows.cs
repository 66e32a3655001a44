using IomSessions.Storage.Sqlite;

namespace IomSessions.Storage.Access;

/// <summary>Links and devices of the secretariat.</summary>
internal static class HouseRows
{
    public static int Issue(Db db, TokenHash link, long nowMs)
    {
        db.Prepare("UPDATE house_links SET revoked_ms = ?1 WHERE spent_ms IS NULL AND revoked_ms IS NULL").Bind(1, nowMs).Run();
        return db.Prepare("INSERT INTO house_links (hash, issued_ms) VALUES (?1, ?2)").Bind(1, link.ToBytes()).Bind(2, nowMs).Run();
    }

    public static SpendOutcome Spend(Db db, TokenHash link, long nowMs)
    {
        var spend = db.Prepare("UPDATE house_links SET spent_ms = ?2 WHERE hash = ?1 AND spent_ms IS NULL AND revoked_ms IS NULL");
        if (spend.Bind(1, link.ToBytes()).Bind(2, nowMs).Run() == 1) return SpendOutcome.Ok;
        var row = db.Prepare("SELECT revoked_ms FROM house_links WHERE hash = ?1").Bind(1, link.ToBytes());
        var outcome = !row.Step() ? SpendOutcome.Unknown : row.IsNull(0) ? SpendOutcome.Spent : SpendOutcome.Revoked;
        row.Reset();
        return outcome;
    }

    public static void AddDevice(Db db, TokenHash device, long nowMs) =>
        db.Prepare("INSERT INTO house_devices (hash, created_ms) VALUES (?1, ?2)").Bind(1, device.ToBytes()).Bind(2, nowMs).Run();

    public static bool RevokeDevice(Db db, TokenHash device, long nowMs) =>
        db.Prepare("UPDATE house_devices SET revoked_ms = ?2 WHERE hash = ?1 AND revoked_ms IS NULL")
            .Bind(1, device.ToBytes()).Bind(2, nowMs).Run() == 1;

    public static List<TokenHash> LivingDevices(Db db)
    {
        var hashes = new List<TokenHash>();
        var rows = db.Prepare("SELECT hash FROM house_devices WHERE revoked_ms IS NULL");
        while (rows.Step()) hashes.Add(TokenHash.FromBytes(rows.Blob(0)));
        rows.Reset();
        return hashes;
    }
}
