namespace IomSessions.Domain;

/// <summary>By somebody who has the draft: a remark on a passage, for his own side and the mediators who have it (PR5).</summary>
/// <param name="Version">That the places are of.</param>
/// <param name="From">Where the passage begins, in UTF-16 units.</param>
/// <param name="To">Behind its end; at most <see cref="Limits.PassageLength"/> further.</param>
public sealed record CommentOnDraft(CircleId Circle, long Version, int From, int To, string Text, string Language) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Accept"/> whose delegation has the draft: it can live with exactly these words. It binds nobody, and says
/// nothing of any other words.</summary>
/// <inheritdoc cref="CommentOnDraft"/>
public sealed record AgreeWording(CircleId Circle, long Version, int From, int To) : CommandBody;

/// <summary>First event of a circle of remarks: those of one side who have a draft, and the mediators who have it.</summary>
/// <param name="Circle">Of the draft.</param>
public sealed record RemarksOpened(DraftId Draft, CircleId Circle, Company People) : EventBody;

/// <summary>Remarks.</summary>
/// <param name="Words">The passage, as it was.</param>
public sealed record CommentMade(DraftId Draft, long Version, int From, int To, string Words, string Text, string Language, PersonId By) : EventBody;

/// <summary>Draft. A party can live with exactly these words.</summary>
public sealed record WordingAgreed(DraftId Draft, PartyId Party, PersonId By, long Version, int From, int To, string Words) : EventBody;

/// <summary>What is said of a passage of a draft.</summary>
internal static class Remarks
{
    public static Decision Decide(Session state, CommentOnDraft ask, Person by, Command command, Draw draw)
    {
        if (Passage(state, by, ask.Circle, ask.Version, ask.From, ask.To, command, out var draft, out var words) is { } unfit)
        {
            return unfit;
        }

        if (Words.Check(ask.Text, ask.Language) is { } refusal)
        {
            return refusal;
        }

        if (!MayRemark(by))
        {
            return Refusal.NotAllowed;
        }

        var people = Side(state, by, state.Circles[ask.Circle]);
        var made = new CommentMade(draft.Id, ask.Version, ask.From, ask.To, words, ask.Text, ask.Language, by.Id);
        var side = state.Circles.FirstOrDefault(one => one.Value is { Kind: CircleKind.Remarks } && one.Value.TextOf == ask.Circle && one.Value.People.Equals(people));
        if (side.Value is not null)
        {
            return IsFull(draft, side.Key) ? Refusal.TooMany : new List<Event> { new(side.Key, made) };
        }

        var circle = draw.Circle();
        return new List<Event> { new(circle, new RemarksOpened(draft.Id, ask.Circle, people)), new(circle, made) };
    }

    public static Decision Decide(Session state, AgreeWording ask, Person by, Command command)
    {
        var unfit = Passage(state, by, ask.Circle, ask.Version, ask.From, ask.To, command, out var draft, out var words);
        // whoever may not agree to anything is told so, and not to load the newest text and try again
        return unfit == Refusal.NotFound ? unfit
            : by.Party is not { } party ? Refusal.NotAllowed
            : !by.Holds(Authority.Accept) ? Refusal.NotAuthorised
            : unfit is not null ? unfit
            : string.IsNullOrWhiteSpace(words) ? Refusal.Invalid
            : draft.Agreed.GetValueOrDefault(party) >= Limits.CommentsPerSide ? Refusal.TooMany
            : new List<Event> { new(ask.Circle, new WordingAgreed(draft.Id, party, by.Id, ask.Version, ask.From, ask.To, words)) };
    }

    public static Session Open(Session state, CircleId circle, RemarksOpened told) =>
        state.With(circle, new Circle(CircleKind.Remarks) { People = told.People, TextOf = told.Circle });

    public static Session Count(Session state, CircleId circle, CommentMade told) =>
        Edit(state, told.Draft, circle, side => side with { Said = side.Said + 1 });

    /// <summary>What is counted of one side's remarks changes.</summary>
    public static Session Edit(Session state, DraftId id, CircleId circle, Func<SideRemarks, SideRemarks> edit)
    {
        var draft = state.Drafts[id];
        var remarks = draft.Remarks.SetItem(circle, edit(draft.Remarks.GetValueOrDefault(circle, SideRemarks.Nothing)));
        return state with { Drafts = state.Drafts.SetItem(id, draft with { Remarks = remarks }) };
    }

    /// <summary>Counted within one's own side: reaching it tells nothing of others.</summary>
    public static bool IsFull(Draft draft, CircleId side) => draft.Remarks.GetValueOrDefault(side, SideRemarks.Nothing).Said >= Limits.CommentsPerSide;

    public static Session Count(Session state, WordingAgreed told)
    {
        var draft = state.Drafts[told.Draft];
        var agreed = draft.Agreed.SetItem(told.Party, draft.Agreed.GetValueOrDefault(told.Party) + 1);
        return state with { Drafts = state.Drafts.SetItem(draft.Id, draft with { Agreed = agreed }) };
    }

    /// <summary>An interpreter of the session interprets; a party's own speaks with his party.</summary>
    public static bool MayRemark(Person by) => by is not { IsMediator: false, Party: null, Role: Role.Interpreter };

    // a mediator's remark is for the mediators, somebody's without a party for him and them
    private static Company Side(Session state, Person by, Circle draft) => Company.Of(draft.People.Where(id =>
        id == by.Id || (state.People[id] is var other && (other.IsMediator || (by.Party is { } party && other.Party == party)))));

    private static Refusal? Passage(
        Session state, Person by, CircleId circle, long version, int from, int to, Command command, out Draft draft, out string words)
    {
        (draft, words) = (null!, "");
        if (!Access.MayRead(by.Id, circle, state) || state.Circles[circle] is not { Kind: CircleKind.Draft, Draft: { } id } held)
        {
            return Refusal.NotFound;
        }

        draft = state.Drafts[id];
        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        if (held.Ended)
        {
            return Refusal.DraftEnded;
        }

        if (command.Drafts.FirstOrDefault(facts => facts.Circle == circle && facts.Version == version) is not { } facts)
        {
            return Refusal.DraftStale;
        }

        var text = DraftText.Of(facts.Text);
        if (from < 0 || to < from || to > text.Length || to - from > Limits.PassageLength || text.IsWithinSign(from) || text.IsWithinSign(to))
        {
            return Refusal.Invalid;
        }

        words = text.Slice(from, to - from);
        return null;
    }
}
