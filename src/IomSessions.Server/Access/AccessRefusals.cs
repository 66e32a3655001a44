using IomSessions.Domain;
using IomSessions.Storage.Access;

namespace IomSessions.Server.Access;

/// <summary>Why a link or a code does not open.</summary>
internal static class AccessRefusals
{
    public static readonly Refusal Unknown = new("invitation_unknown", "This link or code is not known. Please check that it is complete.");
    public static readonly Refusal Spent = new("invitation_spent", "This link or code has been used already. Please ask the secretariat for a new one.");
    public static readonly Refusal Expired = new("invitation_expired", "This link or code has expired. Please ask the secretariat for a new one.");
    public static readonly Refusal Revoked = new("invitation_revoked", "This link has been withdrawn. Please ask the secretariat for a new one.");
    public static readonly Refusal TooManyTries = new("too_many_tries", "Too many codes were tried. Please wait a minute.", Retry: true);

    public static Refusal Of(SpendOutcome outcome) => outcome switch
    {
        SpendOutcome.Spent => Spent,
        SpendOutcome.Expired => Expired,
        SpendOutcome.Revoked => Revoked,
        _ => Unknown,
    };
}
