using System.Diagnostics;
using System.Globalization;

namespace IomSessions.Benchmarks.Hosts;

/// <summary>A server that is measured.</summary>
internal interface IMeasured : IDisposable
{
    Uri Address { get; }

    /// <summary>Where the n-th of those who come is sent, and of which session he is.</summary>
    Uri AddressOf(int at, string session) => Address;

    /// <summary>Seconds of processor time, user and system, since its start.</summary>
    double CpuSeconds { get; }

    /// <summary>Resident memory in KiB.</summary>
    double ResidentKb { get; }

    /// <summary>Ends it at once, as a failing machine would.</summary>
    void Kill();
}

/// <summary>A server in a process of its own, and what it costs.</summary>
internal sealed class HostProcess : IMeasured
{
    private const double TicksPerSecond = 100; // USER_HZ, the same on every Linux that .NET runs on

    private readonly Process _process;

    private HostProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>The program that is started as a host; null: this one, as it was built.</summary>
    public static string? Program { get; set; }

    /// <summary>Starts the program again as a host; returns when that is ready.</summary>
    public static HostProcess Start(params string[] args) => Start(new Dictionary<string, string>(), args);

    /// <param name="places">What stands in its environment besides: where things are kept.</param>
    public static HostProcess Start(IReadOnlyDictionary<string, string> places, params string[] args)
    {
        var start = new ProcessStartInfo(Program ?? Environment.ProcessPath!);
        if (Program is null && Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(HostProcess).Assembly.Location);
        }

        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        if (args[0] is IomHost.Word or FeedHost.Word)
        {
            // as the server's own project has it
            start.Environment["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0";
            start.Environment["DOTNET_gcServer"] = "0";
        }

        foreach (var (name, value) in places)
        {
            start.Environment[name] = value;
        }

        return Await(start);
    }

    /// <summary>Starts a program that says READY and its address; it ends when its input does.</summary>
    public static HostProcess Await(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardInput) = (true, true);
        var process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith("READY ", StringComparison.Ordinal))
            {
                return new(process, new Uri(line["READY ".Length..]));
            }
        }

        throw new InvalidOperationException("A server that was to be measured did not start.");
    }

    public double CpuSeconds
    {
        get
        {
            var stat = File.ReadAllText($"/proc/{_process.Id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (Number(fields[11]) + Number(fields[12])) / TicksPerSecond;
        }
    }

    public double ResidentKb => Number(File.ReadLines($"/proc/{_process.Id}/status")
        .First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);

    /// <summary>For the host: ends it when its parent has gone, however that went.</summary>
    public static void EndWithParent() => new Thread(() =>
    {
        while (Console.In.Read() >= 0)
        {
        }

        Environment.Exit(1);
    }) { IsBackground = true }.Start();

    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
