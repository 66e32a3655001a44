using IomSessions.Domain;
using IomSessions.Storage.Access;
using Device = IomSessions.Storage.Access.Device;
using Npgsql;

namespace IomSessions.Storage.Postgres;

// Invitations, and codes for a further device.
public sealed partial class PostgresAccessStore
{
    /// <inheritdoc/>
    public async ValueTask IssueInvitationAsync(TokenHash link, Invitation invitation, long nowMs, CancellationToken stop = default) => await _db.TransactAsync(async db =>
    {
        await TurnAsync(db, invitation.Person.Value);
        await RevokeInvitationsAsync(db, invitation.Session, invitation.Person, nowMs);
        return await db.DoAsync(
            "INSERT INTO iom_access.invitations (hash, session, person, issued_ms, expires_ms) VALUES ($1, $2, $3, $4, $5)",
            link.ToBytes(), invitation.Session.Value, invitation.Person.Value, nowMs, invitation.ExpiresMs);
    }, stop);

    /// <inheritdoc/>
    public ValueTask<Spending> SpendInvitationAsync(TokenHash link, NewDevice device, long nowMs, CancellationToken stop = default) =>
        SpendAsync(async db => (await db.AllAsync(
            row => new Spending(SpendOutcome.Ok, Whose(row)),
            """
            UPDATE iom_access.invitations SET spent_ms = $2 WHERE hash = $1 AND spent_ms IS NULL AND revoked_ms IS NULL AND expires_ms > $2
            RETURNING session, person, expires_ms
            """, link.ToBytes(), nowMs)).FirstOrDefault() ?? new(await WhyNotAsync(db, "revoked_ms IS NOT NULL", "invitations", link), null), device, nowMs, stop);

    /// <inheritdoc/>
    public async ValueTask<bool> RevokeInvitationsAsync(SessionId session, PersonId person, long nowMs, CancellationToken stop = default) =>
        await _db.RunAsync(db => RevokeInvitationsAsync(db, session, person, nowMs), stop) > 0;

    /// <inheritdoc/>
    public async ValueTask<bool> IssueCodeAsync(
        TokenHash code, SessionId session, PersonId person, DeviceId shownOn, long nowMs, CancellationToken stop = default) => await _db.TransactAsync(async db =>
    {
        await TurnAsync(db, person.Value);
        await ForgetCodesAsync(db, session, person, nowMs);
        return await db.DoAsync(
            "INSERT INTO iom_access.codes (hash, session, person, expires_ms, device) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
            code.ToBytes(), session.Value, person.Value, nowMs + IAccessStore.CodeLifeMs, shownOn.Value);
    }, stop) == 1;

    /// <inheritdoc/>
    public ValueTask<Spending> SpendCodeAsync(TokenHash code, NewDevice device, long nowMs, CancellationToken stop = default) =>
        SpendAsync(async db => (await db.AllAsync(
            row => new Spending(SpendOutcome.Ok, Whose(row)) { ShownOn = new DeviceId(row.GetGuid(3)) },
            """
            UPDATE iom_access.codes SET spent_ms = $2 WHERE hash = $1 AND spent_ms IS NULL AND expires_ms > $2
            RETURNING session, person, expires_ms, device
            """, code.ToBytes(), nowMs)).FirstOrDefault() ?? new(await WhyNotAsync(db, "false", "codes", code), null), device, nowMs, stop);

    private async ValueTask<Spending> SpendAsync(Func<NpgsqlConnection, Task<Spending>> spend, NewDevice device, long nowMs, CancellationToken stop)
    {
        var spending = await _db.TransactAsync(async db =>
        {
            var spending = await spend(db);
            if (spending.For is { } whose)
            {
                await db.DoAsync(
                    "INSERT INTO iom_access.devices (hash, session, person, device, created_ms) VALUES ($1, $2, $3, $4, $5)",
                    device.Token.ToBytes(), whose.Session.Value, whose.Person.Value, device.Id.Value, nowMs);
            }

            return spending;
        }, stop);
        if (spending.For is { } f) _devices[device.Token] = new Device(f.Session, f.Person, device.Id, nowMs);
        return spending;
    }

    private static Task<int> RevokeInvitationsAsync(NpgsqlConnection db, SessionId session, PersonId person, long nowMs) => db.DoAsync(
        "UPDATE iom_access.invitations SET revoked_ms = $3 WHERE session = $1 AND person = $2 AND spent_ms IS NULL AND revoked_ms IS NULL",
        session.Value, person.Value, nowMs);

    private static Task<int> ForgetCodesAsync(NpgsqlConnection db, SessionId session, PersonId person, long nowMs) => db.DoAsync(
        "DELETE FROM iom_access.codes WHERE (session = $1 AND person = $2) OR expires_ms <= $3", session.Value, person.Value, nowMs);

    private static async Task<SpendOutcome> WhyNotAsync(NpgsqlConnection db, string revoked, string table, TokenHash hash) => (await db.AllAsync(
        row => row.GetBoolean(0) ? SpendOutcome.Revoked : row.GetBoolean(1) ? SpendOutcome.Spent : SpendOutcome.Expired,
        $"SELECT {revoked}, spent_ms IS NOT NULL FROM iom_access.{table} WHERE hash = $1", hash.ToBytes())) is [var why] ? why : SpendOutcome.Unknown;

    private static Invitation Whose(NpgsqlDataReader row) => new(new SessionId(row.GetGuid(0)), new PersonId(row.GetGuid(1)), row.GetInt64(2));
}
