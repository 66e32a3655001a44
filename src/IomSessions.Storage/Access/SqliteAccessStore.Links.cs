using IomSessions.Domain;
using IomSessions.Storage.Sqlite;

namespace IomSessions.Storage.Access;

// Invitations, and codes for a further device.
public sealed partial class SqliteAccessStore
{
    /// <inheritdoc/>
    public async ValueTask IssueInvitationAsync(
        TokenHash link, Invitation invitation, long nowMs, CancellationToken stop = default) => await _db.WriteAsync(
        db =>
        {
            InvitationRows.Revoke(db, invitation.Session, invitation.Person, nowMs);
            return InvitationRows.Add(db, link, invitation, nowMs);
        },
        stop);

    /// <inheritdoc/>
    public ValueTask<Spending> SpendInvitationAsync(TokenHash link, NewDevice device, long nowMs, CancellationToken stop = default) =>
        SpendAsync(db => InvitationRows.Spend(db, link, nowMs), device, nowMs, stop);

    /// <inheritdoc/>
    public ValueTask<bool> RevokeInvitationsAsync(SessionId session, PersonId person, long nowMs, CancellationToken stop = default) =>
        _db.WriteAsync(db => InvitationRows.Revoke(db, session, person, nowMs) > 0, stop);

    /// <inheritdoc/>
    public ValueTask<bool> IssueCodeAsync(
        TokenHash code, SessionId session, PersonId person, DeviceId shownOn, long nowMs, CancellationToken stop = default) => _db.WriteAsync(
        db =>
        {
            CodeRows.Forget(db, session, person, nowMs);
            return CodeRows.TryAdd(db, code, new Invitation(session, person, nowMs + IAccessStore.CodeLifeMs), shownOn);
        },
        stop);

    /// <inheritdoc/>
    public ValueTask<Spending> SpendCodeAsync(TokenHash code, NewDevice device, long nowMs, CancellationToken stop = default) =>
        SpendAsync(db => CodeRows.Spend(db, code, nowMs), device, nowMs, stop);

    private ValueTask<Spending> SpendAsync(Func<Db, Spending> spend, NewDevice device, long nowMs, CancellationToken stop) =>
        _db.WriteAsync(
            db =>
            {
                var spending = spend(db);
                if (spending.For is { } f) DeviceRows.Add(db, device.Token, new Device(f.Session, f.Person, device.Id, nowMs));
                return spending;
            },
            stop,
            spending =>
            {
                if (spending.For is { } f) _devices[device.Token] = new Device(f.Session, f.Person, device.Id, nowMs);
            });
}
