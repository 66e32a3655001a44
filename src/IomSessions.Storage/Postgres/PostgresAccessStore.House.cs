using IomSessions.Storage.Access;

namespace IomSessions.Storage.Postgres;

// The secretariat's way in.
public sealed partial class PostgresAccessStore
{
    /// <inheritdoc/>
    public async ValueTask IssueHouseLinkAsync(TokenHash link, long nowMs, CancellationToken stop = default) => await _db.TransactAsync(async db =>
    {
        await TurnAsync(db, Guid.Empty);
        await db.DoAsync("UPDATE iom_access.house_links SET revoked_ms = $1 WHERE spent_ms IS NULL AND revoked_ms IS NULL", nowMs);
        return await db.DoAsync("INSERT INTO iom_access.house_links (hash, issued_ms) VALUES ($1, $2)", link.ToBytes(), nowMs);
    }, stop);

    /// <inheritdoc/>
    public ValueTask<SpendOutcome> SpendHouseLinkAsync(TokenHash link, TokenHash device, long nowMs, CancellationToken stop = default) => _db.TransactAsync(async db =>
    {
        if (await db.DoAsync(
            "UPDATE iom_access.house_links SET spent_ms = $2 WHERE hash = $1 AND spent_ms IS NULL AND revoked_ms IS NULL", link.ToBytes(), nowMs) == 0)
        {
            return await WhyNotAsync(db, "revoked_ms IS NOT NULL", "house_links", link);
        }

        await db.DoAsync("INSERT INTO iom_access.house_devices (hash, created_ms) VALUES ($1, $2)", device.ToBytes(), nowMs);
        return SpendOutcome.Ok;
    }, stop);

    /// <inheritdoc/>
    public ValueTask<bool> HasSecretariatAsync(CancellationToken stop = default) =>
        _db.RunAsync(db => db.OneAsync<bool>("SELECT EXISTS (SELECT FROM iom_access.house_devices WHERE revoked_ms IS NULL)"), stop);

    /// <inheritdoc/>
    public ValueTask<bool> IsHouseDeviceAsync(TokenHash device, CancellationToken stop = default) => _db.RunAsync(db => db.OneAsync<bool>(
        "SELECT EXISTS (SELECT FROM iom_access.house_devices WHERE hash = $1 AND revoked_ms IS NULL)", device.ToBytes()), stop);

    /// <inheritdoc/>
    public async ValueTask<bool> RevokeHouseDeviceAsync(TokenHash device, long nowMs, CancellationToken stop = default) => await _db.RunAsync(db => db.DoAsync(
        "UPDATE iom_access.house_devices SET revoked_ms = $2 WHERE hash = $1 AND revoked_ms IS NULL", device.ToBytes(), nowMs), stop) == 1;
}
