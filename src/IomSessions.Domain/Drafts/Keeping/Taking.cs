using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>What would be taken, for the eyes of whoever takes it.</summary>
/// <param name="Text">All that those people get.</param>
/// <param name="Brackets">Of the frozen text, those that name whom their words come from.</param>
/// <param name="Confirm">To be sent with the command: it stands for this text and these people.</param>
public sealed record TakenText(string Text, ImmutableArray<Bracket> Brackets, Company People, string Confirm);

/// <summary>A frozen version goes to other people as a new draft: no history, no comments, no marks of who wrote what (DR4).</summary>
public static class Taking
{
    /// <summary>Shows it, and changes nothing.</summary>
    /// <returns>Null: it is refused, and the command says why.</returns>
    public static TakenText? Preview(Session state, Command command) =>
        !state.People.TryGetValue(command.By, out var by) || by.Status != PersonStatus.Admitted || state.HasWithdrawn(by.Party) ? null
        : command.Body is not TakeDraft ask ? Tabling.Preview(state, command, by)
        : Prepare(state, ask, by, command, out var taken, out _) is null ? taken
        : null;

    internal static Decision Decide(Session state, TakeDraft ask, Person by, Command command, Draw draw) =>
        Prepare(state, ask, by, command, out var taken, out var held) is { } refusal ? refusal
        : taken!.Confirm != ask.Confirm ? Refusal.DraftUnconfirmed
        : DraftKeeping.Opened(draw, DraftKeeping.Begun(state, new(ask.Draft, ask.Title, by.Id, taken.People, ask.SingleText), held), taken.Text);

    internal static Decision Decide(Session state, ReleaseVersion ask, Person by)
    {
        if (Frozen(state, by, ask.Circle, ask.Number) is not { } found || by.Party is not { } party)
        {
            return Refusal.NotFound;
        }

        return !found.Sources.Contains(party) ? Refusal.NotAllowed
            : !by.Holds(Authority.Release) ? Refusal.NotAuthorised
            : state.Phase == Phase.Concluded ? Refusal.WrongPhase
            : found.Version.Released.Contains(party) ? Refusal.AlreadyDone
            // a circle that has ended is told nothing more
            : state.Circles[ask.Circle].Ended ? Refusal.DraftEnded
            : new List<Event> { new(ask.Circle, new VersionReleased(found.Draft.Id, ask.Number, party, by.Id)) };
    }

    /// <summary>Whether a frozen version that he has may be told to these; null: it may.</summary>
    internal static Refusal? MayBeTold(Session state, Person by, CircleId circle, int number, Company people) =>
        Frozen(state, by, circle, number) is not { } found ? Refusal.NotFound
        : MayLeave(state, by, found, people) ? null
        : Refusal.NotAuthorised;

    /// <summary>Whether a party may propose a frozen version that one of it has; null: it may. What it wrote alone it proposes as it proposes any words of
    /// its own; where others had a hand in it, each of them has let it go, or all whom it may reach wrote it or have it.</summary>
    internal static Refusal? MayBeProposed(Session state, Person by, CircleId circle, int number, Company people) =>
        Frozen(state, by, circle, number) is not { } found ? Refusal.NotFound
        : Stays(state, found, people) || IsOwn(state, by, found) ? null
        : Refusal.NotAuthorised;

    private static bool IsOwn(Session state, Person by, Found found) =>
        by.Party is { } own && found.Sources.Contains(own) && !found.Sources.Exists(party => state.HasWithdrawn(party))
        && found.Sources.TrueForAll(party => party == own || found.Version.Released.Contains(party));

    private static Refusal? Prepare(Session state, TakeDraft ask, Person by, Command command, out TakenText? taken, out IEnumerable<PartyId> held)
    {
        (taken, held) = (null, []);
        if ((ask.Attributed.IsDefault ? Refusal.Invalid : DraftKeeping.Unfit(state, by, ask.Draft, ask.Title)) is { } unfit)
        {
            return unfit;
        }

        if (!Access.MayRead(by.Id, ask.From, state) || command.Quoted(ask.From, ask.Offset) is not { Body: VersionText text }
            || Frozen(state, by, ask.From, text.Number) is not { } found)
        {
            return Refusal.NotFound;
        }

        if (Audience.Of(state, by, ask.For, ask.SingleText, out var people) is { } refusal)
        {
            return refusal;
        }

        if (!MayLeave(state, by, found, people))
        {
            return Refusal.NotAuthorised;
        }

        held = HeldBy(state, by, found);
        var brackets = Brackets.In(text.Text, DraftKeeping.Names(state));
        var words = DraftText.Of(text.Text).Apply(Attributions.Without(text.Text, brackets, one => !ask.Attributed.Contains(one.Start))).ToString();
        var seen = string.Join('\n', people.Select(id => $"{id.Value:N}").Prepend(words));
        taken = new TakenText(words, [.. brackets.Open.Where(one => one.From.Length > 0)], people, FrozenText.HashOf(seen, []));
        return null;
    }

    // What stays among those who wrote it, goes freely. What leaves them is confidential to each party that had a hand in it, as what is
    // said in caucus is (SI5); what only mediators wrote, is theirs.
    private static bool MayLeave(Session state, Person by, Found found, Company people) =>
        Stays(state, found, people)
        || (found.Sources.Count == 0 && by.IsMediator)
        || (found.Sources.Count > 0 && !found.Sources.Exists(party => state.HasWithdrawn(party)) && IsLetOut(by, found));

    // whose consent it still needs, wherever it goes from where it stays
    private static IEnumerable<PartyId> HeldBy(Session state, Person by, Found found)
    {
        var isLetOut = IsLetOut(by, found);
        return found.Sources.Where(party => state.HasWithdrawn(party) || !(isLetOut || found.Version.Released.Contains(party)));
    }

    private static bool Stays(Session state, Found found, Company people) =>
        people.Without(found.Had).All(id => state.People[id].Party is { } party && found.Sources.Contains(party));

    // what a party that withdrew had written, stays with those who have it
    private static bool IsLetOut(Person by, Found found) =>
        found.Sources.TrueForAll(found.Version.Released.Contains)
        || (found.Sources is [var one] && by.Party == one && by.Holds(Authority.Release))
        || (by.IsMediator && found.Version.Rule == Disclosure.DisclosableUnlessMarked);

    private static Found? Frozen(Session state, Person by, CircleId circle, int number) =>
        Access.MayRead(by.Id, circle, state) && state.Circles[circle] is { Draft: { } id } from && state.Drafts[id] is var draft
        && draft.Frozen.Find(one => one.Circle == circle && one.Number == number) is { } version
            ? new(draft, version, from.People, [.. Writing.Sources(state, draft, from)])
            : null;

    /// <summary>A frozen version, those who have it, and the parties that had a hand in it.</summary>
    private sealed record Found(Draft Draft, FrozenVersion Version, Company Had, List<PartyId> Sources);
}
