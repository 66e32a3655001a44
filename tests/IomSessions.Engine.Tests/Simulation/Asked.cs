using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>A command as its sender knows it: sent once or several times, here and there.</summary>
internal sealed class Asked(PersonId by, CommandId id, CommandBody body)
{
    private CommandOutcome? _first;

    public PersonId By { get; } = by;

    public CommandId Id { get; } = id;

    public CommandBody Body { get; } = body;

    public List<Try> Tries { get; } = [];

    public CommandOutcome? Outcome => Tries[^1].Outcome;

    public string? Code => (Outcome as CommandOutcome.Refused)?.Refusal.Code;

    public bool IsDone => Tries.Exists(one => one.Outcome is CommandOutcome.Done);

    /// <summary>An answer from which nothing can be concluded is missing, or says so itself.</summary>
    public bool IsUncertain => Tries.Exists(one => one.Outcome is null or CommandOutcome.Refused { Refusal.Code: "unavailable" });

    public string? Text => Body switch
    {
        Say say => say.Text,
        SayInDelegation say => say.Text,
        SayOnBench say => say.Text,
        _ => null,
    };

    /// <summary>What was carried out is answered the same for ever (DL4).</summary>
    public void Note(CommandOutcome outcome)
    {
        if (Text is null)
        {
            return;
        }

        if (_first is not null && outcome is CommandOutcome.Refused { Refusal.Code: not ("unavailable" or "busy" or "too_fast") })
        {
            throw new BrokenException("a command that was carried out is refused when it is sent again");
        }

        if (outcome is CommandOutcome.Done && _first is not null && !outcome.Equals(_first))
        {
            throw new BrokenException("a command sent again got another answer");
        }

        _first ??= outcome as CommandOutcome.Done;
    }
}

internal sealed class Try(int life, Task<CommandOutcome> answered)
{
    /// <summary>Of the node that was asked.</summary>
    public int Life { get; } = life;

    public Task<CommandOutcome> Answered { get; } = answered;

    public CommandOutcome? Outcome { get; set; }
}
