namespace IomSessions.Domain;

/// <summary>By somebody who reads a comment: an answer, for those who read it (PR5). What was closed is open again.</summary>
/// <param name="Remarks">Their circle.</param>
/// <param name="Offset">Of the <see cref="CommentMade"/> there.</param>
public sealed record AnswerComment(CircleId Remarks, long Offset, string Text, string Language) : CommandBody;

/// <summary>By somebody who reads a comment: it is dealt with, until somebody answers again.</summary>
/// <inheritdoc cref="AnswerComment"/>
public sealed record CloseComment(CircleId Remarks, long Offset) : CommandBody;

/// <summary>Remarks. An answer to a comment; if that was closed, it is open again.</summary>
/// <param name="Offset">Of the comment.</param>
public sealed record CommentAnswered(DraftId Draft, long Offset, string Text, string Language, PersonId By) : EventBody;

/// <summary>Remarks. A comment is dealt with.</summary>
/// <inheritdoc cref="CommentAnswered"/>
public sealed record CommentClosed(DraftId Draft, long Offset, PersonId By) : EventBody;

/// <summary>Comments are answered and closed, within the side that reads them.</summary>
internal static class Answers
{
    public static Decision Decide(Session state, AnswerComment ask, Person by, Command command) =>
        Comment(state, by, ask.Remarks, ask.Offset, command, out var draft) is { } unfit ? unfit
        : Words.Check(ask.Text, ask.Language) is { } refusal ? refusal
        : Remarks.IsFull(draft, ask.Remarks) ? Refusal.TooMany
        : new List<Event> { new(ask.Remarks, new CommentAnswered(draft.Id, ask.Offset, ask.Text, ask.Language, by.Id)) };

    public static Decision Decide(Session state, CloseComment ask, Person by, Command command) =>
        Comment(state, by, ask.Remarks, ask.Offset, command, out var draft) is { } unfit ? unfit
        : draft.Remarks[ask.Remarks].Closed.Contains(ask.Offset) ? Refusal.AlreadyDone
        : new List<Event> { new(ask.Remarks, new CommentClosed(draft.Id, ask.Offset, by.Id)) };

    public static Session Take(Session state, CircleId circle, CommentAnswered told) => Remarks.Edit(state, told.Draft, circle, side =>
        side with { Said = side.Said + 1, Closed = side.Closed.Remove(told.Offset) });

    public static Session Take(Session state, CircleId circle, CommentClosed told) => Remarks.Edit(state, told.Draft, circle, side =>
        side with { Closed = side.Closed.Add(told.Offset) });

    // what is not his is answered like what is not there
    private static Refusal? Comment(Session state, Person by, CircleId remarks, long offset, Command command, out Draft draft)
    {
        draft = null!;
        if (!Access.MayRead(by.Id, remarks, state) || state.Circles[remarks] is not { Kind: CircleKind.Remarks, TextOf: { } text }
            || command.Quoted(remarks, offset) is not { Body: CommentMade made })
        {
            return Refusal.NotFound;
        }

        draft = state.Drafts[made.Draft];
        return !Remarks.MayRemark(by) ? Refusal.NotAllowed
            : state.Phase == Phase.Concluded ? Refusal.WrongPhase
            : state.Circles[text].Ended ? Refusal.DraftEnded
            : null;
    }
}
