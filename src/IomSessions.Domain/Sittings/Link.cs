using System.Buffers;

namespace IomSessions.Domain;

/// <summary>By a mediator who sits there: where those of this sitting see or hear each other meanwhile. Outside our protection.</summary>
/// <param name="Address">An https address or a telephone number as <c>tel:</c>; null: none any more.</param>
public sealed record SetLink(CircleId Sitting, string? Address) : CommandBody;

/// <summary>Sitting. Void when it ends: the next one has none.</summary>
public sealed record LinkSet(PersonId By, string? Address) : EventBody;

/// <summary>A telephone or video link for one sitting.</summary>
internal static class Link
{
    private static readonly SearchValues<char> Dialled = SearchValues.Create("+0123456789 -().,;#*");

    public static Decision Decide(Session state, SetLink ask, Person by)
    {
        if (!by.IsMediator || by.Room is null)
        {
            return Refusal.NotAllowed;
        }

        return state.Phase == Phase.Concluded ? Refusal.WrongPhase
            : !IsAddress(ask.Address) ? Refusal.Invalid
            : state.SittingOf(by) != ask.Sitting ? Speech.Elsewhere(state, by)
            : new List<Event> { new(ask.Sitting, new LinkSet(by.Id, ask.Address)) };
    }

    private static bool IsAddress(string? address) => address switch
    {
        null => true,
        { Length: > Limits.AddressLength } => false,
        _ when address.StartsWith("tel:", StringComparison.Ordinal) =>
            address.Length > 6 && address.AsSpan(4).IndexOfAnyExcept(Dialled) < 0,
        _ => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == "https" && uri.UserInfo.Length == 0
            && Uri.IsWellFormedUriString(address, UriKind.Absolute),
    };
}
