using System.Diagnostics;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>A command that waits at the desk.</summary>
internal sealed class Pending(Command command, byte[] digest, IOutlet? caller) : IAnswer
{
    // The callers of a turn are told one after the other when the turn is over: a hop to another thread for each of them costs more than
    // what they do.
    private readonly TaskCompletionSource<CommandOutcome> _answer = new();
    private CommandOutcome? _outcome;

    public Command Command { get; } = command;

    public byte[] Digest { get; } = digest;

    public Task<CommandOutcome> Answered => _answer.Task;

    public IOutlet? Caller => caller;

    public bool IsAnswered => _outcome is not null;

    public (PersonId By, CommandId Id) Key => (Command.By, Command.Id);

    /// <summary>From the arrival to the answer; null while nobody collects.</summary>
    public Activity? Span { get; } = Spans.Command(command.Body);

    /// <summary>Says what its caller will be told; the first answer stands.</summary>
    public void Answer(CommandOutcome outcome)
    {
        if (_outcome is null)
        {
            _outcome = outcome;
            Measures.Answered(Command.Body, outcome);
            Spans.End(Span, outcome);
        }
    }

    public void Tell()
    {
        if (_outcome is { } outcome)
        {
            _answer.TrySetResult(outcome);
        }
    }
}
