using IomSessions.Domain;

namespace IomSessions.Storage.Access;

/// <summary>A personal link into one session.</summary>
/// <param name="ExpiresMs">Unix milliseconds; from then on it opens nothing.</param>
public sealed record Invitation(SessionId Session, PersonId Person, long ExpiresMs);

/// <summary>A device that a person takes part through.</summary>
/// <param name="CreatedMs">Unix milliseconds.</param>
public sealed record Device(SessionId Session, PersonId Person, DeviceId Id, long CreatedMs);

/// <summary>A device to be: what it will be known by.</summary>
/// <param name="Token">Hash of its cookie or bearer token.</param>
public sealed record NewDevice(DeviceId Id, TokenHash Token);

/// <summary>What became of presenting a link or a code.</summary>
public enum SpendOutcome
{
    /// <summary>There is none such.</summary>
    Unknown,

    /// <summary>It was withdrawn, or a later one took its place.</summary>
    Revoked,

    /// <summary>It was used before.</summary>
    Spent,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was good, and is spent now.</summary>
    Ok,
}

/// <summary>What became of presenting a link or a code, and whom it lets in.</summary>
/// <param name="For">Whose it was; null unless <see cref="SpendOutcome.Ok"/>.</param>
public sealed record Spending(SpendOutcome Outcome, Invitation? For)
{
    /// <summary>Of a code: the device that showed it.</summary>
    public DeviceId? ShownOn { get; init; }
}
