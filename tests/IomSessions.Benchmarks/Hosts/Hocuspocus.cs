using System.ComponentModel;
using System.Diagnostics;

namespace IomSessions.Benchmarks.Hosts;

/// <summary>Hocuspocus (Yjs) in a process of its own, from npm, as <c>Hosts/Hocuspocus/server.mjs</c> sets it up.</summary>
internal static class Hocuspocus
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Hosts", "Hocuspocus");

    /// <summary>Installs exactly what the lock file names, unless that is there.</summary>
    /// <returns>Why not; null: it is installed.</returns>
    public static string? Install()
    {
        if (Directory.Exists(Path.Combine(Folder, "node_modules", "yjs")))
        {
            return null;
        }

        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
            {
                WorkingDirectory = Folder,
                RedirectStandardOutput = true,
            })!;
            npm.StandardOutput.ReadToEnd();
            npm.WaitForExit();
            return npm.ExitCode == 0 ? null : $"npm ended with {npm.ExitCode}";
        }
        catch (Win32Exception failure)
        {
            return failure.Message;
        }
    }

    /// <param name="durable">Every update is on the disk before anybody hears of it; else the text is in memory and stored some seconds later.</param>
    public static HostProcess Start(string folder, bool durable)
    {
        Directory.CreateDirectory(folder);
        return HostProcess.Await(new ProcessStartInfo("node", [Path.Combine(Folder, "server.mjs"), folder, durable ? "durable" : "memory"]));
    }
}
