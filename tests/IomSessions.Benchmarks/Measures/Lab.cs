using System.Text.Json;
using IomSessions.Benchmarks.Hosts;
using IomSessions.Benchmarks.Load;
using IomSessions.Benchmarks.Report;

namespace IomSessions.Benchmarks.Measures;

/// <summary>The two servers, what was prepared, and what has been found so far.</summary>
internal sealed class Lab : IDisposable
{
    private const string Anywhere = "http://127.0.0.1:0";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iomsessions-benchmark-");

    private readonly Machine _machine = new();

    public Lab(Extent extent, IReadOnlyList<Plan> plans)
    {
        Extent = extent;
        var file = Path.Combine(Folder, "plans.json");
        File.WriteAllText(file, JsonSerializer.Serialize(plans));
        Iom = new("IomSessions", new IomDialect(), HostProcess.Start(IomHost.Word, Data, Anywhere, file));
        Bare = new("bare SignalR", new BareDialect(), HostProcess.Start(BareHost.Word, Anywhere));
        Cast = JsonSerializer.Deserialize<Cast>(File.ReadAllText(Path.Combine(Data, "cast.json")))!;
    }

    public Extent Extent { get; }

    public string Folder => _folder.FullName;

    public Target Iom { get; }

    public Target Bare { get; }

    /// <summary>The shapes of talk to measure.</summary>
    public IReadOnlyList<string> Shapes { get; init; } = [RoomRows.Many, RoomRows.Some, RoomRows.One];

    public Cast Cast { get; }

    public Loop Loop { get; } = new();

    public List<Finding> Findings { get; } = [];

    /// <summary>Every single measurement, for whoever wants to look behind the medians.</summary>
    public Dictionary<string, object> Raw { get; } = [];

    private string Data => Path.Combine(Folder, "data");

    public Stage Open(Target target, string shape) => Stage.Open(Loop, target, Cast.Of(shape));

    /// <summary>Kills a server and starts it again: the one over the same data, the other as it was.</summary>
    public void Restart(Target target)
    {
        target.Host.Dispose();
        target.Host = target == Iom ? HostProcess.Start(IomHost.Word, Data, Anywhere, "-") : HostProcess.Start(BareHost.Word, Anywhere);
    }

    /// <summary>Per cent of the machine's cores that went to anything but this measurement since it began.</summary>
    public double Elsewhere => _machine.Elsewhere(Iom.Host.CpuSeconds + Bare.Host.CpuSeconds);

    public static void Say(string line) => Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss} {line}");

    public void Dispose()
    {
        Loop.Dispose();
        Iom.Host.Dispose();
        Bare.Host.Dispose();
        _folder.Delete(recursive: true);
    }
}

/// <summary>How long is measured.</summary>
internal sealed record Extent(int Rounds, double WindowSeconds, int MovesPerRound, int BareMovesPerRound, int Idle, bool IsQuick)
{
    public static Extent Full { get; } = new(5, 2.5, 200, 60, 2_000, false);

    /// <summary>Whether it works, not how well.</summary>
    public static Extent Quick { get; } = new(2, 0.8, 10, 10, 100, true);

    public TimeSpan RunUp => TimeSpan.FromSeconds(IsQuick ? 1 : 30);

    public TimeSpan Window => TimeSpan.FromSeconds(WindowSeconds);
}
