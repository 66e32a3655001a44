using System.Diagnostics;
using System.Globalization;
using IomSessions.Testbed;

namespace IomSessions.Rig;

/// <summary>A node in a process of its own, with its own ways to PostgreSQL and Redis, which can be cut.</summary>
internal sealed class Node : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly IReadOnlyDictionary<string, string> _places;
    private Process? _process;

    public Node(string connection, string? redis, string key, Front store, Front? bell)
    {
        (Store, Bell) = (store, bell);
        var places = new Dictionary<string, string> { ["IOMSESSIONS_POSTGRES"] = connection, ["IOMSESSIONS_MASTER_KEY"] = key };
        if (redis is not null)
        {
            places["IOMSESSIONS_REDIS"] = redis;
        }

        _places = places;
    }

    /// <summary>The way to PostgreSQL.</summary>
    public Front Store { get; }

    /// <summary>The way to Redis, if there is one.</summary>
    public Front? Bell { get; }

    public int Port { get; private set; }

    public bool Runs => _process is { HasExited: false };

    public Uri Address => new($"http://127.0.0.1:{Port}/");

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardInput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet" or "testhost")
        {
            start.FileName = "dotnet";
            start.ArgumentList.Add(typeof(Node).Assembly.Location);
        }

        foreach (var word in (string[])[NodeHost.Word, "--urls", $"http://127.0.0.1:{Port}"])
        {
            start.ArgumentList.Add(word);
        }

        foreach (var (name, value) in _places)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginErrorReadLine();
        var said = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        Port = said?.StartsWith("READY ", StringComparison.Ordinal) == true
            ? new Uri(said["READY ".Length..]).Port
            : throw new InvalidOperationException($"a node did not start: {said}");
    }

    /// <summary>What it logged, for whoever looks into a failure.</summary>
    public List<string> Log { get; } = [];

    /// <summary>kill -9</summary>
    public async Task KillAsync()
    {
        if (Runs)
        {
            _process!.Kill();
        }

        await EndedAsync();
    }

    /// <summary>SIGTERM, as service managers send it.</summary>
    public async Task TermAsync()
    {
        await Neighbour.RunAsync("kill", "-TERM", string.Create(CultureInfo.InvariantCulture, $"{_process!.Id}"));
        await EndedAsync();
    }

    public Task SignalAsync(string name) => Neighbour.RunAsync("kill", $"-{name}", string.Create(CultureInfo.InvariantCulture, $"{_process!.Id}"));

    public async Task EndedAsync() => await _process!.WaitForExitAsync().WaitAsync(Patience);

    public Task TellAsync(string word) => _process!.StandardInput.WriteLineAsync(word);

    public async Task<string?> AskAsync(string word)
    {
        await TellAsync(word);
        return await _process!.StandardOutput.ReadLineAsync().WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
            _process.Dispose();
        }

        await Store.DisposeAsync();
        await (Bell?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private void Note(string? line)
    {
        lock (Log)
        {
            if (line is not null && Log.Count < 10_000)
            {
                Log.Add(line);
            }
        }
    }
}
