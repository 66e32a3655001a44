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

    private static readonly Gauge<int> RunningNodes = Meter.CreateGauge<int>(
        "iomsessions.nodes", "{node}", "Nodes that this one sees running, itself included.");

    private static readonly Gauge<int> IsBlind = Meter.CreateGauge<int>(
        "iomsessions.blind", "{blind}", "1: the store has not been seen for two seconds, and nothing is delivered.");

    private static readonly Gauge<int> SessionsBlind = Meter.CreateGauge<int>(
        "iomsessions.sessions.blind", "{session}", "Sessions of which nothing is delivered: what this node knows of them is older than two seconds.");

    private static readonly Histogram<double> LookTime = Meter.CreateHistogram<double>(
        "iomsessions.look.duration", "s", "How long a look at heads and connections takes.");

    private static readonly Counter<long> LooksFailed = Meter.CreateCounter<long>(
        "iomsessions.looks.failed", "{look}", "Looks at heads and connections that failed.");

    private static readonly Gauge<int> RedisAnswers = Meter.CreateGauge<int>(
        "iomsessions.redis", "{redis}", "1: Redis answers; 0: it does not, and news between nodes takes up to a second.");

    private static readonly Counter<long> BellsHeard = Meter.CreateCounter<long>(
        "iomsessions.rings", "{ring}", "What was heard from other nodes, by kind; forged: what was not sealed by this house.");

    private static readonly Tag[] Kinds = [.. Enum.GetNames<Target>().Select(name => new Tag("kind", name))];

    /// <summary>A connection has got a seat, or has left it.</summary>
    public static void Connections(int more) => OpenConnections.Add(more);

    /// <summary>A frame has been handed to a connection.</summary>
    public static void Frame(Target kind) => FramesPosted.Add(1, Kinds[(int)kind]);

    /// <summary>Whether Redis answers.</summary>
    public static void Redis(bool answers) => RedisAnswers.Record(answers ? 1 : 0);

    /// <summary>Something was heard from another node.</summary>
    /// <param name="kind">bell, signal, or forged.</param>
    public static void Heard(string kind) => BellsHeard.Add(1, new Tag("kind", kind));

    internal static void Looked(int nodes, TimeSpan took)
    {
        RunningNodes.Record(nodes);
        LookTime.Record(took.TotalSeconds);
    }

    internal static void LookFailed() => LooksFailed.Add(1);

    internal static void Blind(bool blind, int sessions)
    {
        IsBlind.Record(blind ? 1 : 0);
        SessionsBlind.Record(sessions);
    }

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
