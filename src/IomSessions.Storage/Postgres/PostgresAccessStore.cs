using System.Collections.Concurrent;
using IomSessions.Domain;
using IomSessions.Storage.Access;
using Device = IomSessions.Storage.Access.Device;
using Npgsql;

namespace IomSessions.Storage.Postgres;

/// <summary>
/// What people are known by, for one node or several. Devices are held in memory when they have been asked for: a token never changes hands,
/// and whether its device may take part is the session's to say, on every node. Devices of the secretariat are asked for each time.
/// </summary>
public sealed partial class PostgresAccessStore : IAccessStore
{
    private readonly PostgresDb _db;
    private readonly ConcurrentDictionary<TokenHash, Device> _devices = new();

    private PostgresAccessStore(PostgresDb db) => _db = db;

    /// <summary>Opens the tables, made where they are missing.</summary>
    /// <param name="db">Stays the caller's.</param>
    /// <exception cref="IomSessions.Engine.StoreUnavailableException">The database cannot be reached.</exception>
    public static PostgresAccessStore Open(PostgresDb db)
    {
        Migrations.Apply(db, "access");
        return new(db);
    }

    /// <inheritdoc/>
    public async ValueTask<Device?> FindDeviceAsync(TokenHash token, CancellationToken stop = default)
    {
        if (_devices.TryGetValue(token, out var known)) return known;
        // when a node has ended, everybody of a session comes to another one: they are read once, together
        foreach (var (hash, device) in await _db.RunAsync(db => db.AllAsync(
            row => (Hash: TokenHash.FromBytes(row.GetFieldValue<byte[]>(4)), Device: DeviceOf(row)),
            """
            SELECT d.session, d.person, d.device, d.created_ms, d.hash FROM iom_access.devices d
            JOIN iom_access.devices asked ON asked.session = d.session
            WHERE asked.hash = $1 AND asked.revoked_ms IS NULL AND d.revoked_ms IS NULL
            """, token.ToBytes()), stop))
            _devices[hash] = device;
        return _devices.GetValueOrDefault(token);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Device>> DevicesOfAsync(SessionId session, PersonId person, CancellationToken stop = default) =>
        await _db.RunAsync(db => db.AllAsync(
            DeviceOf,
            "SELECT session, person, device, created_ms FROM iom_access.devices WHERE session = $1 AND person = $2 AND revoked_ms IS NULL ORDER BY created_ms",
            session.Value, person.Value), stop);

    /// <inheritdoc/>
    public async ValueTask<bool> RevokeDeviceAsync(SessionId session, DeviceId device, long nowMs, CancellationToken stop = default)
    {
        var ended = await _db.RunAsync(db => db.DoAsync(
            "UPDATE iom_access.devices SET revoked_ms = $3 WHERE session = $1 AND device = $2 AND revoked_ms IS NULL", session.Value, device.Value, nowMs), stop) == 1;
        Forget(known => known.Session == session && known.Id == device);
        return ended;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DeviceId>> RevokePersonAsync(SessionId session, PersonId person, long nowMs, CancellationToken stop = default)
    {
        var ended = await _db.TransactAsync(async db =>
        {
            await TurnAsync(db, person.Value);
            await RevokeInvitationsAsync(db, session, person, nowMs);
            await ForgetCodesAsync(db, session, person, nowMs);
            return await db.AllAsync(
                row => new DeviceId(row.GetGuid(0)),
                "UPDATE iom_access.devices SET revoked_ms = $3 WHERE session = $1 AND person = $2 AND revoked_ms IS NULL RETURNING device",
                session.Value, person.Value, nowMs);
        }, stop);
        Forget(known => known.Session == session && known.Person == person);
        return ended;
    }

    // what is issued to one person is issued one after the other, on whatever node: the later takes the place of the earlier
    private static Task<int> TurnAsync(NpgsqlConnection db, Guid whose) =>
        db.DoAsync($"SELECT pg_advisory_xact_lock({Migrations.Locks}, hashtext($1::text))", whose.ToString("N"));

    private void Forget(Func<Device, bool> which)
    {
        foreach (var (token, device) in _devices)
            if (which(device)) _devices.TryRemove(token, out _);
    }

    private static Device DeviceOf(NpgsqlDataReader row) =>
        new(new SessionId(row.GetGuid(0)), new PersonId(row.GetGuid(1)), new DeviceId(row.GetGuid(2)), row.GetInt64(3));
}
