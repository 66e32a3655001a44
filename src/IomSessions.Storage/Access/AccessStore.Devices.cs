using IomSessions.Domain;

namespace IomSessions.Storage.Access;

// Devices of participants.
public sealed partial class AccessStore
{
    /// <summary>The device that this token belongs to, or null when there is none or it was ended. From memory.</summary>
    public Device? FindDevice(TokenHash token) => _devices.GetValueOrDefault(token);

    /// <summary>The living devices of a person, oldest first. From memory.</summary>
    public IReadOnlyList<Device> DevicesOf(SessionId session, PersonId person) =>
        [.. _devices.Values.Where(d => d.Session == session && d.Person == person).OrderBy(d => d.CreatedMs)];

    /// <summary>Ends one device; false when it was not living. From its return on the device is not found.</summary>
    /// <param name="nowMs">Unix milliseconds.</param>
    public ValueTask<bool> RevokeDeviceAsync(SessionId session, DeviceId device, long nowMs, CancellationToken stop = default) =>
        _db.WriteAsync(
            db => DeviceRows.Revoke(db, session, device, nowMs),
            stop,
            _ => Forget(d => d.Session == session && d.Id == device));

    /// <summary>Ends everything that lets a person in: his devices, invitations and codes, in one transaction.</summary>
    /// <param name="nowMs">Unix milliseconds.</param>
    /// <returns>The devices that were living.</returns>
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
