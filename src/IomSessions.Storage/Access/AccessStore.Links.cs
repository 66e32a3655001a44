using IomSessions.Domain;
using IomSessions.Storage.Sqlite;

namespace IomSessions.Storage.Access;

// Invitations, and codes for a further device.
public sealed partial class AccessStore
{
    /// <summary>How long a code for a further device is good: 2 minutes, in milliseconds.</summary>
    public const long CodeLifeMs = 2 * 60 * 1000;

    /// <summary>Registers an invitation; the person's earlier ones open nothing any more.</summary>
    /// <param name="link">Hash of the invitation's token.</param>
    /// <param name="invitation">Whom it lets in, and until when.</param>
    /// <param name="nowMs">Unix milliseconds.</param>
    public async ValueTask IssueInvitationAsync(
        TokenHash link, Invitation invitation, long nowMs, CancellationToken stop = default) => await _db.WriteAsync(
        db =>
        {
            InvitationRows.Revoke(db, invitation.Session, invitation.Person, nowMs);
            return InvitationRows.Add(db, link, invitation, nowMs);
        },
        stop);

    /// <summary>Spends an invitation and admits the device that presented it, both or neither.</summary>
    /// <param name="link">Hash of the invitation's token.</param>
    /// <param name="device">The device to admit.</param>
    /// <param name="nowMs">Unix milliseconds.</param>
    public ValueTask<Spending> SpendInvitationAsync(TokenHash link, NewDevice device, long nowMs, CancellationToken stop = default) =>
        SpendAsync(db => InvitationRows.Spend(db, link, nowMs), device, nowMs, stop);

    /// <summary>Withdraws the person's invitations; false when none was open.</summary>
    /// <param name="nowMs">Unix milliseconds.</param>
    public ValueTask<bool> RevokeInvitationsAsync(SessionId session, PersonId person, long nowMs, CancellationToken stop = default) =>
        _db.WriteAsync(db => InvitationRows.Revoke(db, session, person, nowMs) > 0, stop);

    /// <summary>Registers a code for a further device of a person, good for <see cref="CodeLifeMs"/>; his earlier ones are forgotten.</summary>
    /// <param name="code">Hash of the code.</param>
    /// <param name="shownOn">The device that shows it.</param>
    /// <param name="nowMs">Unix milliseconds.</param>
    /// <returns>False when somebody holds the same code: draw another.</returns>
    public ValueTask<bool> IssueCodeAsync(
        TokenHash code, SessionId session, PersonId person, DeviceId shownOn, long nowMs, CancellationToken stop = default) => _db.WriteAsync(
        db =>
        {
            CodeRows.Forget(db, session, person, nowMs);
            return CodeRows.TryAdd(db, code, new Invitation(session, person, nowMs + CodeLifeMs), shownOn);
        },
        stop);

    /// <summary>Spends a code and admits the device that presented it, both or neither.</summary>
    /// <param name="code">Hash of the code.</param>
    /// <param name="device">The device to admit.</param>
    /// <param name="nowMs">Unix milliseconds.</param>
    /// <returns>Never Revoked: a code that was replaced is unknown.</returns>
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
