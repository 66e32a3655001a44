using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>A submission that waits at a draft's desk.</summary>
internal sealed class PendingEdit(Submission ask, IOutlet? caller) : IAnswer
{
    // told one after the other when the turn is over, as commands are
    private readonly TaskCompletionSource<Refusal?> _answer = new();
    private Refusal? _refusal;

    public Submission Ask { get; } = ask;

    /// <summary>Null: stored, all of it.</summary>
    public Task<Refusal?> Answered => _answer.Task;

    public IOutlet? Caller => caller;

    public bool IsAnswered { get; private set; }

    /// <summary>Says what its caller will be told; the first answer stands.</summary>
    public void Answer(Refusal? refusal) => (_refusal, IsAnswered) = IsAnswered ? (_refusal, true) : (refusal, true);

    public void Tell() => _answer.TrySetResult(_refusal);
}
