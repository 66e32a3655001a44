using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>A submission that waits at a draft's desk.</summary>
internal sealed class PendingEdit(Submission ask)
{
    private readonly TaskCompletionSource<Refusal?> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Submission Ask { get; } = ask;

    /// <summary>Null: stored, all of it.</summary>
    public Task<Refusal?> Answered => _answer.Task;

    public bool IsAnswered => _answer.Task.IsCompleted;

    public void Answer(Refusal? refusal) => _answer.TrySetResult(refusal);
}
