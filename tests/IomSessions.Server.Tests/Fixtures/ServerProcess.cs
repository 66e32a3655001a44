using System.Diagnostics;

namespace IomSessions.Server.Tests;

/// <summary>The server as an operator runs it: a process of its own.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private const string Listens = "IomSessions listens on ";
    private const string OneTime = "One-time link for the secretariat: ";

    private const string Door = "Figures for the operator: ";

    private readonly Process _process;

    private ServerProcess(Process process) => _process = process;

    /// <summary>What stands on the screen.</summary>
    public Inbox<string> Screen { get; } = new();

    /// <summary>What is logged.</summary>
    public Inbox<string> Log { get; } = new();

    public Uri Address { get; private set; } = null!;

    /// <summary>Where the figures are, if the operator asked for them.</summary>
    public Uri? Figures => Screen.All.FirstOrDefault(line => line.StartsWith(Door, StringComparison.Ordinal)) is { } line ? new Uri(line[Door.Length..]) : null;

    public string? HouseToken => Screen.All.FirstOrDefault(line => line.StartsWith(OneTime, StringComparison.Ordinal))?.Split('#')[1];

    public async Task<string> HouseTokenAsync()
    {
        await Screen.UntilAsync(_ => HouseToken is not null);
        return HouseToken!;
    }

    /// <summary>Starts and waits until it listens.</summary>
    public static async Task<ServerProcess> StartAsync(DataDirectory data, int port = 0, IReadOnlyDictionary<string, string>? environment = null, params string[] more)
    {
        var server = Run(data, port, environment, more);
        try
        {
            var line = await server.Screen.FirstAsync(told => told.StartsWith(Listens, StringComparison.Ordinal));
            server.Address = new Uri(line[Listens.Length..]);
            return server;
        }
        catch
        {
            // nobody else knows of it
            await server.DisposeAsync();
            throw;
        }
    }

    public static ServerProcess Run(
        DataDirectory data, int port = 0, IReadOnlyDictionary<string, string>? environment = null, params string[] more) =>
        Run(["--urls", $"http://127.0.0.1:{port}", "--data", data.Path, .. more], environment);

    /// <summary>The program with these words after its name.</summary>
    public static ServerProcess Run(IReadOnlyList<string> words, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "IomSessions.Server.dll") },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        // a process that lives for seconds does not gain back what it takes to compile code a second time
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCounting"] = "0";
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var server = new ServerProcess(new Process { StartInfo = start });
        server._process.OutputDataReceived += (_, line) => Note(server.Screen, line.Data);
        server._process.ErrorDataReceived += (_, line) => Note(server.Log, line.Data);
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        return server;
    }

    /// <summary>kill -9</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndedAsync();
    }

    /// <summary>SIGTERM, as service managers send it.</summary>
    public Task TermAsync() => SignalAsync("TERM");

    /// <summary>It stands still until <see cref="GoOnAsync"/>.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    public Task GoOnAsync() => SignalAsync("CONT");

    /// <returns>The exit code.</returns>
    public async Task<int> EndedAsync()
    {
        await _process.WaitForExitAsync().InTime();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync().InTime();
    }

    private static void Note(Inbox<string> lines, string? line)
    {
        // the web client is not built for these tests, which the framework remarks upon
        if (line is not null && !line.Contains("WebRootPath", StringComparison.Ordinal))
        {
            lines.Put(line);
        }
    }
}
