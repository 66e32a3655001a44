using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Drafts are opened, given to other people, and frozen.</summary>
internal static class DraftKeeping
{
    public static Decision Decide(Session state, OpenDraft ask, Person by, Draw draw) =>
        Unfit(state, by, ask.Draft, ask.Title) is { } unfit ? unfit
        : Audience.Of(state, by, ask.For, ask.SingleText, out var people) is { } refusal ? refusal
        : Opened(draw, new DraftOpened(ask.Draft, ask.Title, by.Id, people, ask.SingleText), "");

    public static Decision Decide(Session state, SetDraftPeople ask, Person by, Command command, Draw draw)
    {
        if (Held(state, by, ask.Draft, ask.Circle, out var draft) is { } unfit)
        {
            return unfit;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        var now = state.Circles[ask.Circle];
        if (Audience.MaySet(state, by, now, ask.People, out var people) is { } refusal)
        {
            return refusal;
        }

        if (people.Equals(now.People))
        {
            return new List<Event>();
        }

        if (draft.Givings >= Limits.DraftGivings)
        {
            return Refusal.TooMany;
        }

        return command.Drafts.FirstOrDefault(facts => facts.Circle == ask.Circle) is not { } facts ? Refusal.NotFound
            : new List<Event>(
            [
                new(ask.Circle, new DraftEnded(draft.Id, by.Id)),
                .. Opened(draw, Begun(state, new(draft.Id, draft.Title, by.Id, people, draft.SingleText), Writing.Sources(state, draft, now)), facts.Text),
            ]);
    }

    public static Decision Decide(Session state, FreezeDraft ask, Person by, Command command, Draw draw)
    {
        if (Held(state, by, ask.Draft, ask.Circle, out var draft) is { } unfit)
        {
            return unfit;
        }

        if (Writing.MayEdit(by.Id, ask.Circle, state) is { } refusal)
        {
            return refusal;
        }

        if (draft.Frozen.Exists(one => one.Circle == ask.Circle && one.Version == ask.Version))
        {
            return Refusal.AlreadyDone;
        }

        // over all whom it was given to: whoever toggles its list stores no more
        if (draft.Frozen.Count >= Limits.FrozenVersions)
        {
            return Refusal.TooMany;
        }

        if (command.Drafts.FirstOrDefault(facts => facts.Circle == ask.Circle && facts.Version == ask.Version) is not { } facts)
        {
            return Refusal.DraftStale;
        }

        var number = draft.Frozen.Count(one => one.Circle == ask.Circle) + 1;
        var frozen = FrozenText.Of(number, command.At, facts.Version, facts.Text, draw.Salt());
        var brackets = Brackets.In(facts.Text, Names(state)).Count;
        return new List<Event>(
        [
            new(ask.Circle, new VersionFrozen(
                draft.Id, number, frozen.Version, by.Id, frozen.At, brackets, frozen.Salt, frozen.Hash, state.Protocol.InForce.Disclosure)),
            new(ask.Circle, new VersionText(draft.Id, number, frozen.Text)),
        ]);
    }

    public static Decision Decide(Session state, MarkVersionClean ask, Person by)
    {
        if (Writing.MayEdit(by.Id, ask.Circle, state) is { } refusal)
        {
            return refusal;
        }

        var draft = state.Drafts[state.Circles[ask.Circle].Draft!.Value];
        return draft.Frozen.Find(one => one.Circle == ask.Circle && one.Number == ask.Number) switch
        {
            null => Refusal.NotFound,
            { Brackets: > 0 } => Refusal.DraftBrackets,
            { Clean: true } => Refusal.AlreadyDone,
            _ => new List<Event> { new(ask.Circle, new VersionMarkedClean(draft.Id, ask.Number, by.Id)) },
        };
    }

    /// <summary>Of whom words in brackets can come.</summary>
    public static IReadOnlyCollection<string> Names(Session state) => [.. state.Parties.Values.Select(party => party.Name)];

    /// <summary>It begins with words of these parties; those of its people are counted by themselves where they write.</summary>
    public static DraftOpened Begun(Session state, DraftOpened opened, IEnumerable<PartyId> sources) =>
        sources.Except(opened.SingleText ? [] : state.PartiesOf(opened.People)).OrderBy(party => party.Value).ToImmutableArray() is { IsEmpty: false } hands
            ? opened with { Hands = hands }
            : opened;

    public static List<Event> Opened(Draw draw, DraftOpened opened, string text)
    {
        var circle = draw.Circle();
        return text.Length == 0
            ? [new(circle, opened)]
            : [new(circle, opened), new(circle, new VersionText(opened.Draft, 0, text))];
    }

    public static Refusal? Unfit(Session state, Person by, DraftId draft, string title) => title switch
    {
        _ when !Words.IsName(title) => Refusal.Invalid,
        _ when state.Drafts.ContainsKey(draft) => Refusal.AlreadyDone,
        _ when state.Drafts.Values.Count(one => one.By == by.Id) >= Limits.DraftsPerPerson => Refusal.TooMany,
        _ => null,
    };

    // what is not his is answered like what is not there; what has gone on with others, by saying so
    private static Refusal? Held(Session state, Person by, DraftId id, CircleId circle, out Draft draft) =>
        !state.Drafts.TryGetValue(id, out draft!) || !Access.MayRead(by.Id, circle, state) || state.Circles[circle].Draft != id ? Refusal.NotFound
        : draft.Circle != circle ? Refusal.DraftEnded
        : null;
}
