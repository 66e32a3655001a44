using System.Diagnostics;
using IomSessions.Benchmarks.Report;

namespace IomSessions.Benchmarks.Hosts;

/// <summary>
/// What is measured is what is deployed: published, with code compiled beforehand, as in the server's <c>Dockerfile</c>. Both servers are; the
/// framework they share always was.
/// </summary>
internal static class Published
{
    /// <summary>Publishes this program beside itself.</summary>
    /// <returns>The program.</returns>
    /// <exception cref="InvalidOperationException">It could not be published, or this does not run in a checkout.</exception>
    public static string Make()
    {
        var project = Path.Combine(Repository.Root(), "tests", "IomSessions.Benchmarks");
        var folder = Path.Combine(AppContext.BaseDirectory, "published");
        // lock files of its own: those of the sources know no platform
        var start = new ProcessStartInfo("dotnet",
        [
            "publish", project, "-c", "Release", "--use-current-runtime", "--self-contained", "false", "-p:PublishReadyToRun=true",
            "-p:NuGetLockFilePath=obj/published.lock.json", "-p:SkipClient=true", "-o", folder, "-v", "quiet", "-clp:ErrorsOnly",
        ])
        { RedirectStandardOutput = true };
        using var publishing = Process.Start(start)!;
        var said = publishing.StandardOutput.ReadToEnd();
        publishing.WaitForExit();
        return publishing.ExitCode == 0
            ? Path.Combine(folder, "IomSessions.Benchmarks")
            : throw new InvalidOperationException($"What is to be measured could not be published: {said}");
    }
}
