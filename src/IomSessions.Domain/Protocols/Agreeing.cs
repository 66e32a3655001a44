namespace IomSessions.Domain;

/// <summary>By the secretariat or a mediator.</summary>
public sealed record ProposeProtocol(Protocol Protocol) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Accept"/>, for his party.</summary>
public sealed record AcceptProtocol(int Number) : CommandBody;

/// <summary>Hall.</summary>
public sealed record ProtocolProposed(int Number, Protocol Protocol) : EventBody;

/// <summary>Hall.</summary>
public sealed record ProtocolAccepted(int Number, PartyId Party) : EventBody;

/// <summary>How the parties come to a protocol (SE2).</summary>
internal static class Agreeing
{
    public static Decision Decide(Session state, ProposeProtocol ask, Person by)
    {
        if (by.Role is not (Role.Secretariat or Role.Mediator))
        {
            return Refusal.NotAllowed;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        var asked = ask.Protocol;
        if (asked is null || asked.Languages.IsDefaultOrEmpty || asked.Languages.Length > Limits.Languages
            || !asked.Languages.All(Words.IsLanguage) || asked.RetentionDays is < 1 or > Limits.RetentionDays
            || !Enum.IsDefined(asked.Disclosure) || !Enum.IsDefined(asked.CaucusNotice) || !Enum.IsDefined(asked.Clearance))
        {
            return Refusal.Invalid;
        }

        return new List<Event> { new(state.Hall, new ProtocolProposed(state.Protocol.Number + 1, asked)) };
    }

    public static Decision Decide(Session state, AcceptProtocol ask, Person by)
    {
        if (by.Party is not { } party || !by.Holds(Authority.Accept))
        {
            return Refusal.NotAuthorised;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        if (ask.Number != state.Protocol.Number || ask.Number == 0)
        {
            return Refusal.NotFound;
        }

        return state.Protocol.AcceptedBy.Contains(party)
            ? new List<Event>()
            : new List<Event> { new(state.Hall, new ProtocolAccepted(ask.Number, party)) };
    }

    public static ProtocolBook Propose(ProtocolBook book, ProtocolProposed told) =>
        // what was tightened before stays tight: it was in force, and loosening it again is loosening
        new(told.Number, told.Protocol, book.InForce, []);

    /// <summary>A party that comes has accepted nothing: the strictest holds again until it has (SE2).</summary>
    public static ProtocolBook Join(ProtocolBook book) => book with { Accepted = Protocol.Strictest };

    /// <summary>A party that goes is not waited for any more.</summary>
    public static ProtocolBook Leave(ProtocolBook book, PartyId party, IReadOnlyCollection<PartyId> remain)
    {
        var by = book.AcceptedBy.Remove(party);
        return book with
        {
            AcceptedBy = by,
            Accepted = book.Number > 0 && remain.Count > 0 && remain.All(by.Contains) ? book.Proposed : book.Accepted,
        };
    }

    public static ProtocolBook Accept(ProtocolBook book, ProtocolAccepted told, IEnumerable<PartyId> parties)
    {
        var by = book.AcceptedBy.Add(told.Party);
        return parties.All(by.Contains)
            ? book with { AcceptedBy = by, Accepted = book.Proposed }
            : book with { AcceptedBy = by };
    }
}
