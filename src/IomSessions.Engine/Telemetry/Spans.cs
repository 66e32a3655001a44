using System.Diagnostics;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// The way of a command as spans: command, turn, decide, append, deliver (OP1). They carry no id, name or number of anything in a
/// session, and take over no identifier that a participant's program sent: each command begins a trace of its own.
/// </summary>
public static class Spans
{
    /// <summary>The source's name, to collect it by.</summary>
    public const string Name = "IomSessions";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>A command from its arrival to its answer; null while nobody collects.</summary>
    internal static Activity? Command(CommandBody body)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var outer = Activity.Current;
        Activity.Current = null;
        var span = Source.StartActivity("command");
        Activity.Current = outer;
        span?.SetTag("type", Measures.TypeOf(body));
        return span;
    }

    /// <summary>The command is answered, by whatever turn that happens in.</summary>
    internal static void End(Activity? command, CommandOutcome outcome)
    {
        if (command is not null)
        {
            var turn = Activity.Current;
            command.SetTag("outcome", Measures.OutcomeOf(outcome)).Stop();
            Activity.Current = turn;
        }
    }

    /// <summary>A turn of a desk over the commands that waited, linked to each of them.</summary>
    internal static Activity? Turn(List<Pending> waiting)
    {
        if (waiting.Count == 0 || !Source.HasListeners())
        {
            return null;
        }

        Activity.Current = null;
        return Source.StartActivity(
            ActivityKind.Internal, links: waiting.Where(one => one.Span is not null).Select(one => new ActivityLink(one.Span!.Context)), name: "turn");
    }

    /// <summary>A part of the turn that is under way.</summary>
    internal static Activity? Part(string name) => Activity.Current is null ? null : Source.StartActivity(name);

    /// <summary>What a pump does about a turn.</summary>
    internal static Activity? Deliver(Activity? turn) =>
        turn is null ? null : Source.StartActivity("deliver", ActivityKind.Internal, turn.Context);
}
