using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Whose a draft is.</summary>
internal static class Audience
{
    /// <summary>Those who are in a circle now, in which he may open a draft.</summary>
    public static Refusal? Of(Session state, Person by, CircleId circle, bool singleText, out Company people)
    {
        people = Company.Nobody;
        if (!state.Circles.TryGetValue(circle, out var meant) || !Access.MayRead(by.Id, circle, state))
        {
            return by.Room is null ? Refusal.NotFound : Speech.Elsewhere(state, by);
        }

        switch (meant.Kind)
        {
            // only an audience that he sees
            case CircleKind.Sitting or CircleKind.Bench when meant.Ended:
                return by.Room is null ? Refusal.SittingChanged : Speech.Elsewhere(state, by);
            case CircleKind.Sitting when state.Rooms[meant.Room!.Value].Kind == RoomKind.Waiting:
                return Refusal.NoSpeechHere;
            case CircleKind.Sitting or CircleKind.Bench:
                people = meant.People;
                break;
            case CircleKind.Party:
                people = Company.Of(state.Admitted.Where(one => one.Party == meant.Party).Select(one => one.Id));
                break;
            default:
                return Refusal.NotAllowed;
        }

        return singleText && !by.IsMediator ? Refusal.NotAllowed : Writing.MayWrite(state, by, people, singleText);
    }

    /// <summary>Whether these may have it instead of those who have it now. Another party never comes in this way: to it a frozen version is
    /// taken (DR4).</summary>
    public static Refusal? MaySet(Session state, Person by, Circle now, ImmutableArray<PersonId> wanted, out Company people)
    {
        people = Company.Nobody;
        if (wanted.IsDefaultOrEmpty || wanted.Length > Limits.People)
        {
            return Refusal.Invalid;
        }

        var parties = state.PartiesOf(now.People).ToList();
        if (!by.IsMediator && (parties.Count != 1 || by.Party != parties[0] || now.People.Any(id => state.People[id].IsMediator)))
        {
            return Refusal.NotAllowed;
        }

        if (!by.IsMediator && !by.Holds(Authority.Brief))
        {
            return Refusal.NotAuthorised;
        }

        people = Company.Of(wanted);
        var isOfMediators = !Writing.Sources(state, state.Drafts[now.Draft!.Value], now).Any();
        return !people.Contains(by.Id) ? Refusal.Invalid
            : people.Any(id => state.People.TryGetValue(id, out var who) && state.HasWithdrawn(who.Party)) ? Refusal.PartyWithdrawn
            : people.All(id => now.People.Contains(id) || Fits(state, by, parties, isOfMediators, id)) ? null
            : Refusal.NotFound;
    }

    // guests get what only mediators wrote: they are nobody's side, and what a party wrote is taken to them as to any other (DR4)
    private static bool Fits(Session state, Person by, List<PartyId> parties, bool isOfMediators, PersonId newcomer) =>
        state.People.TryGetValue(newcomer, out var who) && who is { Status: PersonStatus.Admitted, Role: not Role.Secretariat }
        && (who.Party is { } party ? parties.Contains(party)
            : by.IsMediator && (who.IsMediator || who.Role == Role.Interpreter || isOfMediators));
}
