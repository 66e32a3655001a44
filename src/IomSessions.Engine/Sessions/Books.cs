using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// What a program asks for that is not live: the card, the people, the protocol, the circles. Each by what the circles tell that the
/// asker may read, and nothing besides; so it is the same that he could put together from the events.
/// </summary>
public static class Books
{
    /// <summary>What the session is called; to somebody not admitted without what only the hall was told.</summary>
    public static SessionSheet Card(SessionId session, PersonId person, Session state)
    {
        var hall = Access.MayRead(person, state.Hall, state);
        return new(session, state.Card.Reference, state.Card.Title, state.Phase, hall ? state.Card.Kind : null, hall ? [.. state.Card.Languages] : null);
    }

    /// <summary>
    /// Parties and people: the hall's list; with where each stands for whoever reads the registry; in the lobby one's own delegation,
    /// before that oneself (PE3).
    /// </summary>
    public static PeopleSheet People(PersonId person, Session state)
    {
        var me = state.People[person];
        if (Access.MayRead(person, state.Registry, state))
        {
            return Sheet(state, state.Parties.Values, state.People.Values, one => one.Status);
        }

        if (Access.MayRead(person, state.Hall, state))
        {
            // a mediator whom not every party has consented to has not been announced
            return Sheet(state, state.Parties.Values, state.People.Values.Where(one => one.Status is not PersonStatus.AwaitingConsent), _ => null);
        }

        var own = state.Parties.Values.Where(party => party.Id == me.Party);
        return Sheet(state, own, state.People.Values.Where(one => one.Id == me.Id
            || (me.Status == PersonStatus.Lobby && me.Party is not null && one.Party == me.Party)), _ => null);
    }

    /// <summary>The protocol as it stands; null to whoever does not read the hall.</summary>
    public static ProtocolSheet? Protocol(PersonId person, Session state) => Access.MayRead(person, state.Hall, state)
        ? new(state.Protocol.Number, state.Protocol.Number > 0 ? state.Protocol.Proposed : null, state.Protocol.InForce,
            [.. state.Protocol.AcceptedBy.OrderBy(party => party.Value)])
        : null;

    /// <summary>The open circles that he reads, each with its head; those that ended are asked for as sittings.</summary>
    public static IReadOnlyList<CircleRow> Circles(PersonId person, Applied now) =>
    [
        .. now.Heads
            .Where(head => now.State!.Circles[head.Key].Ended is false && Access.MayRead(person, head.Key, now.State))
            .OrderBy(head => head.Value.Opened)
            .Select(head => new CircleRow(head.Key, now.State!.Circles[head.Key].Kind, head.Value.Offset, Marks.Text(head.Value.Mark))),
    ];

    private static PeopleSheet Sheet(
        Session state, IEnumerable<Party> parties, IEnumerable<Person> people, Func<Person, PersonStatus?> standing) => new(
        [.. parties.OrderBy(party => party.Name, StringComparer.Ordinal).Select(party => new PartyRow(party.Id, party.Name))],
        [
            .. people
                .Where(one => one.Status != PersonStatus.Removed)
                .OrderBy(one => one.Id.Value)
                .Select(one => new PersonRow(one.Id, one.Name, one.Role, one.Party, standing(one))),
        ]);
}

/// <param name="Kind">Null before the admission.</param>
/// <param name="Languages">RFC 5646 tags; null before the admission.</param>
public sealed record SessionSheet(
    SessionId Session, string Reference, string Title, Phase Phase, SessionKind? Kind, IReadOnlyList<string>? Languages);

public sealed record PeopleSheet(IReadOnlyList<PartyRow> Parties, IReadOnlyList<PersonRow> People);

public sealed record PartyRow(PartyId Party, string Name);

/// <param name="Status">Where he stands; null to whoever does not read the registry.</param>
public sealed record PersonRow(PersonId Person, string Name, Role Role, PartyId? Party, PersonStatus? Status);

/// <param name="Number">How many were proposed; 0: none.</param>
/// <param name="AcceptedBy">The parties that accepted the proposal.</param>
public sealed record ProtocolSheet(int Number, Protocol? Proposed, Protocol InForce, IReadOnlyList<PartyId> AcceptedBy);

/// <param name="Offset">Of its newest event.</param>
/// <param name="Hash">The mark of its newest event.</param>
public sealed record CircleRow(CircleId Circle, CircleKind Kind, long Offset, string Hash);
