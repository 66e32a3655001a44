namespace IomSessions.Storage.Access;

// The secretariat's way in.
public sealed partial class AccessStore
{
    /// <summary>Registers a one-time link for the secretariat; those issued before and not spent open nothing any more.</summary>
    /// <param name="link">Hash of the link's token.</param>
    /// <param name="nowMs">Unix milliseconds.</param>
    public async ValueTask IssueHouseLinkAsync(TokenHash link, long nowMs, CancellationToken stop = default) =>
        await _db.WriteAsync(db => HouseRows.Issue(db, link, nowMs), stop);

    /// <summary>Spends the link and admits the device that presented it, both or neither.</summary>
    /// <param name="link">Hash of the link's token.</param>
    /// <param name="device">Hash of the token that the device will be known by.</param>
    /// <param name="nowMs">Unix milliseconds.</param>
    /// <returns>Unknown, Revoked, Spent or Ok: a house link has no end.</returns>
    public ValueTask<SpendOutcome> SpendHouseLinkAsync(
        TokenHash link, TokenHash device, long nowMs, CancellationToken stop = default) => _db.WriteAsync(
        db =>
        {
            var outcome = HouseRows.Spend(db, link, nowMs);
            if (outcome == SpendOutcome.Ok) HouseRows.AddDevice(db, device, nowMs);
            return outcome;
        },
        stop,
        outcome =>
        {
            if (outcome == SpendOutcome.Ok) _houseDevices[device] = true;
        });

    /// <summary>Whether the secretariat has come in. From memory.</summary>
    public bool HasSecretariat => !_houseDevices.IsEmpty;

    /// <summary>Whether this is a device of the secretariat's. From memory.</summary>
    public bool IsHouseDevice(TokenHash device) => _houseDevices.ContainsKey(device);

    /// <summary>Ends a device of the secretariat's; false when there was none.</summary>
    /// <param name="device">Hash of its token.</param>
    /// <param name="nowMs">Unix milliseconds.</param>
    public ValueTask<bool> RevokeHouseDeviceAsync(TokenHash device, long nowMs, CancellationToken stop = default) =>
        _db.WriteAsync(db => HouseRows.RevokeDevice(db, device, nowMs), stop, _ => _houseDevices.TryRemove(device, out bool _));
}
