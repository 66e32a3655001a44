using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IomSessions.Testbed;

/// <summary>A program that runs beside the tests and ends with them, however they end.</summary>
public sealed class Neighbour : IAsyncDisposable
{
    // Says the program's number, and ends it when nobody holds the other end of its input any more.
    private const string Guard = """
        exec 3<&0; "$@" >&2 3<&- & child=$!; echo "$child"; (while read -r -u 3 _; do :; done; kill -KILL "$child") >/dev/null 2>&1 & watch=$!
        wait "$child"; code=$?; kill "$watch" 2>/dev/null; exit "$code"
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _guard;

    private Neighbour(Process guard, int id) => (_guard, Id) = (guard, id);

    /// <summary>The program's own process.</summary>
    public int Id { get; }

    public bool HasEnded => _guard.HasExited;

    /// <summary>Starts a program; what it says goes nowhere.</summary>
    public static async Task<Neighbour> StartAsync(params IReadOnlyList<string> words)
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])["-c", Guard, "guard", .. words])
        {
            start.ArgumentList.Add(word);
        }

        // a terminal's Ctrl+C is for the tests
        var guard = Process.Start(start)!;
        guard.ErrorDataReceived += (_, _) => { };
        guard.BeginErrorReadLine();
        var id = await guard.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        return new(guard, int.Parse(id!, CultureInfo.InvariantCulture));
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task RunAsync(params IReadOnlyList<string> words)
    {
        using var process = Process.Start(new ProcessStartInfo(words[0], words.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()).WaitAsync(Patience);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', words)}: {string.Concat(said)}");
        }
    }

    /// <summary>Sends a signal: STOP, CONT, KILL, TERM.</summary>
    public Task SignalAsync(string name) => RunAsync("kill", $"-{name}", string.Create(CultureInfo.InvariantCulture, $"{Id}"));

    /// <summary>kill -9; returns when it has ended.</summary>
    public async Task KillAsync()
    {
        if (!HasEnded)
        {
            try { await SignalAsync("KILL"); }
            catch (InvalidOperationException) when (HasEnded) { }
            await _guard.WaitForExitAsync().WaitAsync(Patience);
        }
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Waits until something can be done.</summary>
    public static async Task UntilAsync(Func<Task<bool>> can)
    {
        for (var began = Stopwatch.GetTimestamp(); !await can(); await Task.Delay(20))
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new InvalidOperationException("a program beside the tests did not become ready");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _guard.Dispose();
    }
}
