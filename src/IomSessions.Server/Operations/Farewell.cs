using IomSessions.Engine;

namespace IomSessions.Server.Operations;

/// <summary>The end of the server (OP2): what was asked for is finished, everybody is told, and only then are the lines closed.</summary>
internal static class Farewell
{
    /// <summary>Longer than any turn takes; whoever ends the server does not wait for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Registered after the start, so called before the framework's own callback, which closes the lines. The framework waits for a
    // callback only while it runs: this is the one place where the server waits for a task by holding a thread.
    public static void On(WebApplication app) => app.Lifetime.ApplicationStopping.Register(() =>
    {
        var house = app.Services.GetRequiredService<SessionHouse>();
#pragma warning disable VSTHRD002
        Task.Run(async () => await house.DisposeAsync()).Wait(Patience);
#pragma warning restore VSTHRD002
    });
}
