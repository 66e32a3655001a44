using System.Globalization;

namespace IomSessions.Benchmarks.Measures;

/// <summary>What else the machine is busy with: figures of a busy machine say less.</summary>
internal sealed class Machine
{
    private const double TicksPerSecond = 100;

    private readonly double _busy = Busy();
    private readonly double _own = Own();
    private readonly DateTime _from = DateTime.UtcNow;

    /// <param name="servers">Processor seconds of servers that still run.</param>
    public double Elsewhere(double servers)
    {
        var others = Busy() - _busy - (Own() - _own) - servers;
        return Math.Max(0, others / (DateTime.UtcNow - _from).TotalSeconds / Environment.ProcessorCount * 100);
    }

    // all but idle and waiting for a disk
    private static double Busy()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Number).ToList();
        return (fields.Take(8).Sum() - fields[3] - fields[4]) / TicksPerSecond;
    }

    // of this process and of its children that have ended
    private static double Own()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ').Skip(11).Take(4).Sum(Number) / TicksPerSecond;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
