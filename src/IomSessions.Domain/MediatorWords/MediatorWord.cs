namespace IomSessions.Domain;

/// <summary>By a mediator, from anywhere: a word to one party, one person, or the hall (RM14).</summary>
/// <param name="Party">To one delegation; null with <paramref name="Person"/> null: to everybody admitted.</param>
/// <param name="Person">To one participant alone.</param>
public sealed record SendWord(PartyId? Party, PersonId? Person, string Text, string Language) : CommandBody;

/// <summary>In the circle of those it is for; and in the bench, where it is the mediators' own.</summary>
public sealed record WordSent(PersonId By, PartyId? Party, PersonId? Person, string Text, string Language) : EventBody;

/// <summary>What a mediator says without sitting there, marked as such.</summary>
internal static class MediatorWord
{
    public static Decision Decide(Session state, SendWord ask, Person by)
    {
        if (!by.IsMediator)
        {
            return Refusal.NotAllowed;
        }

        if (Words.Check(ask.Text, ask.Language) is { } unfit)
        {
            return unfit;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        if (ask.Party is not null && ask.Person is not null)
        {
            return Refusal.Invalid;
        }

        if (CircleOf(state, ask) is not { } circle)
        {
            return Refusal.NotFound;
        }

        var word = new WordSent(by.Id, ask.Party, ask.Person, ask.Text, ask.Language);
        return new List<Event> { new(circle, word), new(state.Bench, word) };
    }

    private static CircleId? CircleOf(Session state, SendWord ask) => ask switch
    {
        { Party: { } party } => state.Parties.TryGetValue(party, out var known) ? known.Circle : null,
        { Person: { } person } => state.People.TryGetValue(person, out var known)
            && known is { IsMediator: false, Status: PersonStatus.Admitted or PersonStatus.Lobby } ? known.Circle : null,
        _ => state.Hall,
    };
}
