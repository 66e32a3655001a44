using System.Diagnostics;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>A command that waits at the desk.</summary>
internal sealed class Pending(Command command, byte[] digest)
{
    // One pool work item completes a whole turn; continuations that must not run on the desk's turn are the caller's to move.
    private readonly TaskCompletionSource<CommandOutcome> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Command Command { get; } = command;

    public byte[] Digest { get; } = digest;

    public Task<CommandOutcome> Answered => _answer.Task;

    public bool IsAnswered => _answer.Task.IsCompleted;

    public (PersonId By, CommandId Id) Key => (Command.By, Command.Id);

    /// <summary>From the arrival to the answer; null while nobody collects.</summary>
    public Activity? Span { get; } = Spans.Command(command.Body);

    public void Answer(CommandOutcome outcome)
    {
        if (_answer.TrySetResult(outcome))
        {
            Measures.Answered(Command.Body, outcome);
            Spans.End(Span, outcome);
        }
    }
}
