using System.Diagnostics.Metrics;
using IomSessions.Domain;
using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

namespace IomSessions.Engine;

/// <summary>
/// How the engine fares, in figures for the operator (OP1). Figures are of the whole server: none is told by session, room, person or
/// circle, and the only labels are words of this program. Counting costs nothing while nobody collects.
/// </summary>
public static class Measures
{
    /// <summary>The meter's name, to collect it by.</summary>
    public const string Name = "IomSessions";

    private const string HouseActs = "house";

    private static readonly Meter Meter = new(Name);

    private static readonly UpDownCounter<long> OpenSessions = Meter.CreateUpDownCounter<long>(
        "iomsessions.sessions.open", "{session}", "Sessions that run on this node.");

    private static readonly UpDownCounter<long> OpenConnections = Meter.CreateUpDownCounter<long>(
        "iomsessions.connections", "{connection}", "Connections that have a seat.");

    private static readonly Counter<long> CommandsAnswered = Meter.CreateCounter<long>(
        "iomsessions.commands", "{command}", "Commands answered, by type and outcome: done, or the code of the refusal.");

    private static readonly Histogram<double> AppendTime = Meter.CreateHistogram<double>(
        "iomsessions.append.duration", "s", "How long the store takes to commit what one turn decided.");

    private static readonly Histogram<long> AppendSize = Meter.CreateHistogram<long>(
        "iomsessions.append.events", "{event}", "Events in one append.");

    private static readonly Counter<long> EventsDelivered = Meter.CreateCounter<long>(
        "iomsessions.deliveries", "{event}", "Events handed to connections: one for each connection.");

    private static readonly Counter<long> FramesPosted = Meter.CreateCounter<long>(
        "iomsessions.frames", "{frame}", "Frames handed to connections, by kind.");

    private static readonly Counter<long> CatchUpsBegun = Meter.CreateCounter<long>(
        "iomsessions.catchups", "{catchup}", "Connections brought up to date, by where it was read from: tail, store or outline.");

    private static readonly Counter<long> QueuesFull = Meter.CreateCounter<long>(
        "iomsessions.slow_readers", "{time}", "Times that a connection's queue was full.");

    private static readonly Counter<long> ResetsTold = Meter.CreateCounter<long>(
        "iomsessions.resets", "{reset}", "Connections told to forget what they hold.");

    private static readonly Counter<long> Goodbyes = Meter.CreateCounter<long>(
        "iomsessions.goodbyes", "{goodbye}", "Connections ended by the server, by code.");

    private static readonly Counter<long> TurnsLost = Meter.CreateCounter<long>(
        "iomsessions.turns.failed", "{turn}", "Turns of a desk or pump that ended with a fault.");

    private static readonly Tag[] Kinds = [.. Enum.GetNames<Target>().Select(name => new Tag("kind", name))];

    /// <summary>A connection has got a seat, or has left it.</summary>
    public static void Connections(int more) => OpenConnections.Add(more);

    /// <summary>A frame has been handed to a connection.</summary>
    public static void Frame(Target kind) => FramesPosted.Add(1, Kinds[(int)kind]);

    internal static void Sessions(int more) => OpenSessions.Add(more);

    internal static void Answered(CommandBody body, CommandOutcome outcome)
    {
        if (CommandsAnswered.Enabled)
        {
            CommandsAnswered.Add(1, new Tag("type", TypeOf(body)), new Tag("outcome", OutcomeOf(outcome)));
        }
    }

    internal static void Appended(TimeSpan took, int events)
    {
        AppendTime.Record(took.TotalSeconds);
        AppendSize.Record(events);
    }

    internal static void Delivered(int events) => EventsDelivered.Add(events);

    internal static void CaughtUp(string from) => CatchUpsBegun.Add(1, new Tag("from", from));

    internal static void QueueFull() => QueuesFull.Add(1);

    internal static void Reset() => ResetsTold.Add(1);

    internal static void Goodbye(GoodbyeSignal why) => Goodbyes.Add(1, new Tag("code", why.Code));

    internal static void TurnFailed() => TurnsLost.Add(1);

    /// <summary>A command's name on the wire; one word for all that the house does by itself.</summary>
    internal static string TypeOf(CommandBody body) => CommandNames.ByType.GetValueOrDefault(body.GetType(), HouseActs);

    internal static string OutcomeOf(CommandOutcome outcome) => outcome is CommandOutcome.Refused { Refusal.Code: var code } ? code : "done";
}
