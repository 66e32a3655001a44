using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>What reaches a pump from outside; it acts on it in its next turn.</summary>
internal abstract record Note
{
    private Note() { }

    /// <summary>A connection that has not said hello: it hears nothing, and ends with its rights.</summary>
    public sealed record Arrive(Seat Seat) : Note;

    /// <summary>A hello whose device is open.</summary>
    /// <param name="Held">What the client holds; null: nothing that can be trusted, tell it to forget.</param>
    /// <param name="Recent">Given: an outline is enough for a beginning, with so many of the newest events of each circle.</param>
    public sealed record Join(Seat Seat, Dictionary<CircleId, long>? Held, int? Recent = null) : Note;

    /// <summary>A hello whose device waits for confirmation.</summary>
    public sealed record Wait(Seat Seat) : Note;

    public sealed record Leave(Seat Seat) : Note;

    public sealed record Typing(PersonId Person, CircleId Sitting) : Note;

    /// <summary>A connection wants to be told of a draft.</summary>
    public sealed record FollowDraft(Seat Seat, DraftFollow Draft) : Note;

    public sealed record LeaveDraft(Seat Seat, CircleId Circle) : Note;

    public sealed record Caret(DraftCaretSignal Signal) : Note;

    /// <summary>Older changes of a draft have been read for a connection.</summary>
    /// <param name="Changes">Null: the store failed.</param>
    public sealed record DraftRead(DraftFollow Draft, IReadOnlyList<RecordedChange>? Changes) : Note;

    /// <summary>Who is connected on other nodes.</summary>
    public sealed record Elsewhere(IReadOnlySet<PersonId> People) : Note;

    /// <summary>A reread has ended: at the end of the log, at a full queue, or because the store failed.</summary>
    public sealed record Reread(Seat Seat, bool Failed) : Note;

    /// <summary>A full queue has room again.</summary>
    public sealed record Drained(Seat Seat) : Note;

    /// <summary>Commands or edits have been carried out or refused, and the log may have grown.</summary>
    public sealed record Answers(IReadOnlyList<IAnswer> Ready) : Note;

    /// <summary>The log has grown.</summary>
    public sealed record Wake : Note
    {
        public static readonly Wake Up = new();
    }

    /// <summary>Time has passed.</summary>
    public sealed record Tick : Note
    {
        public static readonly Tick Now = new();
    }

    /// <summary>Somebody waits until all has been posted that the log holds now.</summary>
    public sealed record Told(TaskCompletionSource Over) : Note;

    /// <summary>The server ends: everybody is told.</summary>
    public sealed record Stop : Note;
}
