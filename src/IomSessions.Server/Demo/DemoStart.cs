using IomSessions.Server.Operations;
using IomSessions.Storage.Access;

namespace IomSessions.Server.Demo;

/// <summary>The demonstration as it is started from the command line.</summary>
internal static class DemoStart
{
    /// <summary>The first word of the command line that asks for it.</summary>
    public const string Word = "demo";

    /// <summary>Plays the case over the server's own address, prints the links and stays until the server is told to stop.</summary>
    public static async Task RunAsync(IServiceProvider services, Uri address, CancellationToken stop)
    {
        var access = services.GetRequiredService<IAccessStore>();
        var clock = services.GetRequiredService<TimeProvider>();
        await Console.Out.WriteLineAsync("Playing three cases, Camp David, the Beagle Channel and the Timor Sea; the links follow.");
        await new DemoService().RunAsync(address, await FirstLink.IssueAsync(access, clock), Console.Out, stop);
    }
}
