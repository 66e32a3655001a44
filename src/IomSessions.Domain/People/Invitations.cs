namespace IomSessions.Domain;

/// <summary>By the secretariat; the link itself is known to the access store only, as a hash.</summary>
public sealed record IssueInvitation(PersonId Person, DateTimeOffset Expires) : CommandBody;

/// <summary>By the secretariat.</summary>
public sealed record RevokeInvitation(PersonId Person) : CommandBody;

/// <summary>By the house.</summary>
public sealed record RedeemInvitation(PersonId Person) : CommandBody;

/// <summary>Registry.</summary>
public sealed record InvitationIssued(PersonId Person, DateTimeOffset Expires) : EventBody;

/// <summary>Registry.</summary>
public sealed record InvitationRevoked(PersonId Person) : EventBody;

/// <summary>Registry.</summary>
public sealed record InvitationRedeemed(PersonId Person) : EventBody;

/// <summary>The book-keeping of invitations to the session; what they open is decided by <see cref="Devices"/>.</summary>
internal static class Invitations
{
    public static Decision Decide(Session state, IssueInvitation ask, Person by) =>
        Kept(state, by.Role == Role.Secretariat, ask.Person, new InvitationIssued(ask.Person, ask.Expires));

    public static Decision Decide(Session state, RevokeInvitation ask, Person by) =>
        Kept(state, by.Role == Role.Secretariat, ask.Person, new InvitationRevoked(ask.Person));

    public static Decision Decide(Session state, RedeemInvitation ask, Command command) =>
        Kept(state, command.By == Command.House, ask.Person, new InvitationRedeemed(ask.Person));

    private static Decision Kept(Session state, bool allowed, PersonId id, EventBody body)
    {
        if (!allowed)
        {
            return Refusal.NotAllowed;
        }

        return state.People.TryGetValue(id, out var person) && person.Status != PersonStatus.Removed
            ? new List<Event> { new(state.Registry, body) }
            : Refusal.NotFound;
    }
}
