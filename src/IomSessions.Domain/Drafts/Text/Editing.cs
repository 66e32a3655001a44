using System.Collections.Immutable;
using System.Text;

namespace IomSessions.Domain;

/// <summary>What an editor sends.</summary>
/// <param name="Version">That its first change was written on; the others follow one another.</param>
/// <param name="Changes">All that the editor does not know to be accepted.</param>
public sealed record Submission(PersonId By, EditorId Editor, long Version, ImmutableArray<ChangeSet> Changes);

/// <summary>What became of a submission.</summary>
public abstract record Edited
{
    private Edited() { }

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(Refusal Refusal) : Edited;

    /// <summary>All of it. Fewer than were sent: the first ones had been accepted before.</summary>
    public sealed record Taken(ImmutableArray<TextChanged> Changes, Manuscript Next) : Edited;

    public static implicit operator Edited(Refusal refusal) => new Refused(refusal);
}

/// <summary>The authority over a draft's text (DR1): it orders the changes, and carries a change that was written on an older version over what
/// has come since, so that a slow line is not outrun.</summary>
public static class Editing
{
    public static Edited Decide(Manuscript state, Submission ask)
    {
        if (Unfit(state, ask) is { } unfit)
        {
            return unfit;
        }

        if (Carry(state, ask) is not { } changes)
        {
            return Refusal.DraftDiverged;
        }

        var next = state;
        var taken = ImmutableArray.CreateBuilder<TextChanged>(changes.Count);
        foreach (var change in changes)
        {
            var changed = new TextChanged(ask.By, ask.Editor, change);
            if (changed.Change.NewLength > Limits.DraftLength)
            {
                return Refusal.DraftFull;
            }

            if (SplitsSign(next.Text, changed.Change))
            {
                return Refusal.DraftSign;
            }

            next = next.Take(changed);
            taken.Add(changed);
        }

        return new Edited.Taken(taken.MoveToImmutable(), next);
    }

    private static Refusal? Unfit(Manuscript state, Submission ask)
    {
        if (ask.Changes is not { IsDefaultOrEmpty: false, Length: <= Limits.DraftChanges } changes
            || changes.Any(change => change is null || change.Sections.Length > Limits.DraftSections || change.Sections.Any(one => one.Length < 0)))
        {
            return Refusal.Invalid;
        }

        if (ask.Version < state.Oldest || Steps(state, ask) > Limits.DraftSteps)
        {
            return Refusal.DraftStale;
        }

        // another history than ours, or not the whole text
        if (ask.Version > state.Version || !Follow(changes, LengthAt(state, ask.Version)))
        {
            return Refusal.DraftDiverged;
        }

        return changes.Any(change => change.NewLength > Limits.DraftLength) ? Refusal.DraftFull
            : changes.All(change => change.Sections.All(section => IsText(section.Insert))) ? null
            : Refusal.DraftSign;
    }

    // One change over one change, in the order of the log: that is how an editor takes them in. Over several put together the result can
    // be another, where one of them cuts into what an earlier one had inserted.
    private static List<ChangeSet>? Carry(Manuscript state, Submission ask)
    {
        var changes = new List<ChangeSet>(ask.Changes);
        for (var at = PlaceOf(state, ask.Version); at < state.Tail.Count; at++)
        {
            var since = state.Tail[at];
            if (since.Editor == ask.Editor && since.By == ask.By && changes.Count > 0)
            {
                // sent again: its answer was lost
                if (!changes[0].Equals(since.Change))
                {
                    return null;
                }

                changes.RemoveAt(0);
                continue;
            }

            var other = since.Change;
            for (var i = 0; i < changes.Count; i++)
            {
                var mapped = changes[i].Map(other);
                // what has come since matters to those that follow
                other = i + 1 < changes.Count ? other.Map(changes[i], before: true) : other;
                changes[i] = mapped;
            }
        }

        return changes;
    }

    // work that carrying takes, in sections that are gone through
    private static long Steps(Manuscript state, Submission ask)
    {
        var sections = 0L;
        var first = PlaceOf(state, Math.Min(ask.Version, state.Version));
        for (var at = first; at < state.Tail.Count; at++)
        {
            sections += state.Tail[at].Change.Sections.Length;
        }

        var since = (long)(state.Tail.Count - first);
        return (sections * ask.Changes.Length) + (since * ask.Changes.Sum(change => change.Sections.Length));
    }

    private static int LengthAt(Manuscript state, long version) =>
        version == state.Version ? state.Text.Length : state.Tail[PlaceOf(state, version)].Change.Length;

    // in the tail: of the first change that has come since
    private static int PlaceOf(Manuscript state, long version) => (int)(version - state.Oldest);

    private static bool Follow(ImmutableArray<ChangeSet> changes, int length)
    {
        foreach (var change in changes)
        {
            if (change.Length != length)
            {
                return false;
            }

            length = change.NewLength;
        }

        return true;
    }

    // Half a surrogate pair cannot be stored as UTF-8, has no hash, and comes back as another text than was seen. What is inserted is
    // whole (below); then an edge of a change inside a pair is the only way to leave half of one.
    private static bool SplitsSign(DraftText text, ChangeSet change)
    {
        var at = 0;
        foreach (var section in change.Sections)
        {
            var end = at + section.Length;
            if (!section.IsKept && (text.IsWithinSign(at) || text.IsWithinSign(end)))
            {
                return true;
            }

            at = end;
        }

        return false;
    }

    // Tabs and line ends are text, other controls are not. A sign that turns round what follows would let the same words be read as others.
    private static bool IsText(string? insert)
    {
        foreach (var rune in (insert ?? "").EnumerateRunes())
        {
            if ((Rune.IsControl(rune) && rune.Value is not ('\n' or '\t')) || rune.Value is 0x202D or 0x202E)
            {
                return false;
            }
        }

        return insert is null || IsWhole(insert);
    }

    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
