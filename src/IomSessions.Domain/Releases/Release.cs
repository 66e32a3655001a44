using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>By a holder of <see cref="Authority.Release"/> of the party whose member said it, or, where the protocol had it so when it was
/// said and it was not marked, by a mediator who sat there: copies what was said in caucus to others (SI5). Final.</summary>
/// <param name="Offset">Of what was said.</param>
/// <param name="Parties">Delegations that receive it.</param>
/// <param name="People">Persons who receive it, each alone.</param>
/// <param name="Bench">Whether the mediators receive it.</param>
public sealed record Release(
    CircleId Sitting, long Offset, ImmutableArray<PartyId> Parties, ImmutableArray<PersonId> People, bool Bench) : CommandBody;

/// <summary>Each recipient's circle: the exact words, whose they are and when they were said. Neither the room nor the company.</summary>
/// <param name="Source">The speaker's party.</param>
/// <param name="Through">Who let it out.</param>
public sealed record Released(PartyId Source, string Text, string Language, DateTimeOffset SaidAt, ReleasedThrough Through) : EventBody;

/// <summary>The source's delegation and the bench: what was let out, by whom, and to whom. Those who sat there can look up the words.</summary>
public sealed record ReleaseMade(
    PersonId By, PartyId Source, CircleId Sitting, long Offset, ImmutableArray<PartyId> Parties, ImmutableArray<PersonId> People, bool Bench,
    ReleasedThrough Through) : EventBody;

/// <summary>Who released what was said in caucus.</summary>
public enum ReleasedThrough
{
    /// <summary>A holder of the authority in the party whose words they are.</summary>
    Source,

    /// <summary>A mediator, under <see cref="Disclosure.DisclosableUnlessMarked"/>.</summary>
    Mediator,
}

/// <summary>What is said in caucus is confidential to its source, the speaker's party; this is the one way out (SI5).</summary>
internal static class Releasing
{
    public static Decision Decide(Session state, Release ask, Command command, Person by)
    {
        if (ask.Parties.IsDefault || ask.People.IsDefault)
        {
            return Refusal.Invalid;
        }

        var (parties, people) = (ask.Parties.Distinct().Order(ById).ToImmutableArray(), Company.Of(ask.People));
        if ((parties.IsEmpty && people.Count == 0 && !ask.Bench) || parties.Length + people.Count > Limits.Recipients)
        {
            return Refusal.Invalid;
        }

        // a sitting of others is answered like one that does not exist
        if (!Access.MayRead(by.Id, ask.Sitting, state) || command.Quoted(ask.Sitting, ask.Offset) is not { Body: Said said } item)
        {
            return Refusal.NotFound;
        }

        if (!state.Circles[ask.Sitting].InCaucus || state.People[said.By].Party is not { } source)
        {
            return Refusal.NotInCaucus;
        }

        if (ThroughOf(by, said, source) is not { } through)
        {
            return Refusal.NotAuthorised;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        // a party that withdrew gets nothing more of the others', and what it said stays with those who heard it
        if (state.HasWithdrawn(source))
        {
            return Refusal.PartyWithdrawn;
        }

        if (!parties.All(id => state.Parties.ContainsKey(id) && !state.HasWithdrawn(id)) || !people.All(id => state.People.TryGetValue(id, out var person)
            && person is { Status: PersonStatus.Admitted, Role: not Role.Secretariat } && !state.HasWithdrawn(person.Party)))
        {
            return Refusal.NotFound;
        }

        var made = new ReleaseMade(by.Id, source, ask.Sitting, ask.Offset, parties, [.. people], ask.Bench, through);
        var released = new Released(source, said.Text, said.Language, item.At, through);
        return new List<Event>(
        [
            new(state.Parties[source].Circle, made),
            new(state.Bench, made),
            .. parties.Select(party => new Event(state.Parties[party].Circle, released)),
            .. people.Select(person => new Event(state.People[person].Circle, released)),
            .. ask.Bench ? (Event[])[new(state.Bench, released)] : [],
        ]);
    }

    private static readonly Comparer<PartyId> ById = Comparer<PartyId>.Create((one, other) => one.Value.CompareTo(other.Value));

    // the rule of the moment in which it was said counts, whatever holds now (SE2)
    private static ReleasedThrough? ThroughOf(Person by, Said said, PartyId source) => by switch
    {
        _ when by.Party == source && by.Holds(Authority.Release) => ReleasedThrough.Source,
        { IsMediator: true } when said is { Rule: Disclosure.DisclosableUnlessMarked, Marked: false } => ReleasedThrough.Mediator,
        _ => null,
    };
}
