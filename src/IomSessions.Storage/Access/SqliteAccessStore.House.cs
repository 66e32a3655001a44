namespace IomSessions.Storage.Access;

// The secretariat's way in.
public sealed partial class SqliteAccessStore
{
    /// <inheritdoc/>
    public async ValueTask IssueHouseLinkAsync(TokenHash link, long nowMs, CancellationToken stop = default) =>
        await _db.WriteAsync(db => HouseRows.Issue(db, link, nowMs), stop);

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    public ValueTask<bool> HasSecretariatAsync(CancellationToken stop = default) => new(!_houseDevices.IsEmpty);

    /// <inheritdoc/>
    public ValueTask<bool> IsHouseDeviceAsync(TokenHash device, CancellationToken stop = default) => new(_houseDevices.ContainsKey(device));

    /// <inheritdoc/>
    public ValueTask<bool> RevokeHouseDeviceAsync(TokenHash device, long nowMs, CancellationToken stop = default) =>
        _db.WriteAsync(db => HouseRows.RevokeDevice(db, device, nowMs), stop, _ => _houseDevices.TryRemove(device, out bool _));
}
