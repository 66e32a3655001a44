using IomSessions.Domain;

namespace IomSessions.Storage.Access;

// Devices of participants.
public sealed partial class SqliteAccessStore
{
    /// <inheritdoc/>
    public ValueTask<Device?> FindDeviceAsync(TokenHash token, CancellationToken stop = default) => new(_devices.GetValueOrDefault(token));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Device>> DevicesOfAsync(SessionId session, PersonId person, CancellationToken stop = default) =>
        new([.. _devices.Values.Where(d => d.Session == session && d.Person == person).OrderBy(d => d.CreatedMs)]);

    /// <inheritdoc/>
    public ValueTask<bool> RevokeDeviceAsync(SessionId session, DeviceId device, long nowMs, CancellationToken stop = default) =>
        _db.WriteAsync(
            db => DeviceRows.Revoke(db, session, device, nowMs),
            stop,
            _ => Forget(d => d.Session == session && d.Id == device));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DeviceId>> RevokePersonAsync(
        SessionId session, PersonId person, long nowMs, CancellationToken stop = default) => _db.WriteAsync<IReadOnlyList<DeviceId>>(
        db =>
        {
            InvitationRows.Revoke(db, session, person, nowMs);
            CodeRows.Forget(db, session, person, nowMs);
            return DeviceRows.RevokeAll(db, session, person, nowMs);
        },
        stop,
        _ => Forget(d => d.Session == session && d.Person == person));

    private void Forget(Func<Device, bool> which)
    {
        foreach (var (token, device) in _devices)
            if (which(device)) _devices.TryRemove(token, out _);
    }
}
