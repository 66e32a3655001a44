namespace IomSessions.Domain;

/// <summary>What the events of drafts amount to.</summary>
internal static class DraftChanges
{
    public static Session Open(this Session state, CircleId circle, DraftOpened told)
    {
        var draft = state.Drafts.TryGetValue(told.Draft, out var before)
            ? before with { Circle = circle, Givings = before.Givings + 1 }
            : new Draft(told.Draft, told.Title, circle, told.By, told.SingleText);
        return state.With(circle, new Circle(CircleKind.Draft) { Draft = told.Draft, People = told.People, Hands = told.Hands ?? [] }) with
        {
            Drafts = state.Drafts.SetItem(told.Draft, draft),
        };
    }

    public static Session Freeze(this Session state, CircleId circle, VersionFrozen told) => state.Edit(told.Draft, draft =>
        draft with { Frozen = draft.Frozen.Add(new FrozenVersion(circle, told.Number, told.Rule, told.Brackets, told.Version)) });

    public static Session Release(this Session state, CircleId circle, VersionReleased told) =>
        state.Edit(told.Draft, circle, told.Number, one => one with { Released = one.Released.Add(told.Party) });

    public static Session MarkClean(this Session state, CircleId circle, VersionMarkedClean told) =>
        state.Edit(told.Draft, circle, told.Number, one => one with { Clean = true });

    private static Session Edit(this Session state, DraftId id, CircleId circle, int number, Func<FrozenVersion, FrozenVersion> edit) => state.Edit(id, draft => draft with
    {
        Frozen = draft.Frozen.ConvertAll(one => one.Circle == circle && one.Number == number ? edit(one) : one),
    });

    private static Session Edit(this Session state, DraftId id, Func<Draft, Draft> edit) =>
        state with { Drafts = state.Drafts.SetItem(id, edit(state.Drafts[id])) };
}
