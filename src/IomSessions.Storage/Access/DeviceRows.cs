using IomSessions.Domain;
using IomSessions.Storage.Sqlite;

namespace IomSessions.Storage.Access;

/// <summary>Devices of participants. Ended ones stay: they say when.</summary>
internal static class DeviceRows
{
    public static void Add(Db db, TokenHash token, Device device) =>
        db.Prepare("INSERT INTO devices (hash, session, person, device, created_ms) VALUES (?1, ?2, ?3, ?4, ?5)")
            .Bind(1, token.ToBytes()).Bind(2, device.Session.Value).Bind(3, device.Person.Value)
            .Bind(4, device.Id.Value).Bind(5, device.CreatedMs).Run();

    public static bool Revoke(Db db, SessionId session, DeviceId device, long nowMs) =>
        db.Prepare("UPDATE devices SET revoked_ms = ?3 WHERE session = ?1 AND device = ?2 AND revoked_ms IS NULL")
            .Bind(1, session.Value).Bind(2, device.Value).Bind(3, nowMs).Run() == 1;

    public static List<DeviceId> RevokeAll(Db db, SessionId session, PersonId person, long nowMs)
    {
        var ended = new List<DeviceId>();
        var rows = db.Prepare(
            "UPDATE devices SET revoked_ms = ?3 WHERE session = ?1 AND person = ?2 AND revoked_ms IS NULL RETURNING device");
        rows.Bind(1, session.Value).Bind(2, person.Value).Bind(3, nowMs);
        while (rows.Step()) ended.Add(new DeviceId(rows.Guid(0)));
        rows.Reset();
        return ended;
    }

    public static List<(TokenHash Token, Device Device)> Living(Db db)
    {
        var devices = new List<(TokenHash, Device)>();
        var rows = db.Prepare("SELECT hash, session, person, device, created_ms FROM devices WHERE revoked_ms IS NULL");
        while (rows.Step())
        {
            var device = new Device(new SessionId(rows.Guid(1)), new PersonId(rows.Guid(2)), new DeviceId(rows.Guid(3)), rows.Long(4));
            devices.Add((TokenHash.FromBytes(rows.Blob(0)), device));
        }
        rows.Reset();
        return devices;
    }
}
