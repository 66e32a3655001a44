using IomSessions.Domain;
using IomSessions.Engine;

namespace IomSessions.Storage.Access;

/// <summary>
/// What the server knows people by: links, codes and devices, each by the hash of its token. Every method that changes something is one
/// transaction, on the disk when it returns; a link or code is spent in the same transaction that admits its device. Thread-safe.
/// </summary>
/// <remarks>Every method may throw <see cref="StoreUnavailableException"/>; then nothing is known to have changed. Times are Unix milliseconds.</remarks>
public interface IAccessStore
{
    /// <summary>How long a code for a further device is good: 2 minutes, in milliseconds.</summary>
    public const long CodeLifeMs = 2 * 60 * 1000;

    /// <summary>Registers an invitation; the person's earlier ones open nothing any more.</summary>
    /// <param name="link">Hash of the invitation's token.</param>
    /// <param name="invitation">Whom it lets in, and until when.</param>
    ValueTask IssueInvitationAsync(TokenHash link, Invitation invitation, long nowMs, CancellationToken stop = default);

    /// <summary>Spends an invitation and admits the device that presented it, both or neither.</summary>
    /// <param name="link">Hash of the invitation's token.</param>
    /// <param name="device">The device to admit.</param>
    ValueTask<Spending> SpendInvitationAsync(TokenHash link, NewDevice device, long nowMs, CancellationToken stop = default);

    /// <summary>Withdraws the person's invitations; false when none was open.</summary>
    ValueTask<bool> RevokeInvitationsAsync(SessionId session, PersonId person, long nowMs, CancellationToken stop = default);

    /// <summary>Registers a code for a further device of a person, good for <see cref="CodeLifeMs"/>; his earlier ones are forgotten.</summary>
    /// <param name="code">Hash of the code.</param>
    /// <param name="shownOn">The device that shows it.</param>
    /// <returns>False when somebody holds the same code: draw another.</returns>
    ValueTask<bool> IssueCodeAsync(
        TokenHash code, SessionId session, PersonId person, DeviceId shownOn, long nowMs, CancellationToken stop = default);

    /// <summary>Spends a code and admits the device that presented it, both or neither.</summary>
    /// <param name="code">Hash of the code.</param>
    /// <param name="device">The device to admit.</param>
    /// <returns>Never Revoked: a code that was replaced is unknown.</returns>
    ValueTask<Spending> SpendCodeAsync(TokenHash code, NewDevice device, long nowMs, CancellationToken stop = default);

    /// <summary>
    /// The device that this token belongs to; null: there is none, or it was ended. Mostly from memory: a device that was ended on another
    /// node may still be found here, and it is the session's state that says what it may do.
    /// </summary>
    ValueTask<Device?> FindDeviceAsync(TokenHash token, CancellationToken stop = default);

    /// <summary>The living devices of a person, oldest first.</summary>
    ValueTask<IReadOnlyList<Device>> DevicesOfAsync(SessionId session, PersonId person, CancellationToken stop = default);

    /// <summary>Ends one device; false when it was not living. From its return on this node does not find it.</summary>
    ValueTask<bool> RevokeDeviceAsync(SessionId session, DeviceId device, long nowMs, CancellationToken stop = default);

    /// <summary>Ends everything that lets a person in: his devices, invitations and codes, in one transaction.</summary>
    /// <returns>The devices that were living.</returns>
    ValueTask<IReadOnlyList<DeviceId>> RevokePersonAsync(SessionId session, PersonId person, long nowMs, CancellationToken stop = default);

    /// <summary>Registers a one-time link for the secretariat; those issued before and not spent open nothing any more.</summary>
    /// <param name="link">Hash of the link's token.</param>
    ValueTask IssueHouseLinkAsync(TokenHash link, long nowMs, CancellationToken stop = default);

    /// <summary>Spends the link and admits the device that presented it, both or neither.</summary>
    /// <param name="link">Hash of the link's token.</param>
    /// <param name="device">Hash of the token that the device will be known by.</param>
    /// <returns>Unknown, Revoked, Spent or Ok: a house link has no end.</returns>
    ValueTask<SpendOutcome> SpendHouseLinkAsync(TokenHash link, TokenHash device, long nowMs, CancellationToken stop = default);

    /// <summary>Whether the secretariat has come in.</summary>
    ValueTask<bool> HasSecretariatAsync(CancellationToken stop = default);

    /// <summary>Whether this is a device of the secretariat's that has not been ended, on whatever node.</summary>
    ValueTask<bool> IsHouseDeviceAsync(TokenHash device, CancellationToken stop = default);

    /// <summary>Ends a device of the secretariat's; false when there was none.</summary>
    /// <param name="device">Hash of its token.</param>
    ValueTask<bool> RevokeHouseDeviceAsync(TokenHash device, long nowMs, CancellationToken stop = default);
}
