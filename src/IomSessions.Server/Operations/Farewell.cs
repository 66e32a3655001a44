using IomSessions.Engine;
using IomSessions.Server.Http;
using IomSessions.Server.Hubs;
using Microsoft.AspNetCore.Http.Features;

namespace IomSessions.Server.Operations;

/// <summary>The end of the server (OP2): what was asked for is finished, everybody is told, and only then are the lines closed.</summary>
internal static class Farewell
{
    /// <summary>Longer than any turn takes; whoever ends the server does not wait for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>Whoever comes while the server ends is sent on; lines that stand may go on until they have heard their goodbye.</summary>
    public static void UseFarewell(this IApplicationBuilder app, CancellationToken stopping) => app.Use((http, next) =>
        stopping.IsCancellationRequested && !IsOfLine(http)
            ? Refusals.Of(EngineRefusals.Restarting).ExecuteAsync(http)
            : next(http));

    // A WebSocket is a new line, whatever it says that it is.
    private static bool IsOfLine(HttpContext http) =>
        http.Request.Query.ContainsKey("id") && http.Features.Get<IHttpUpgradeFeature>() is not { IsUpgradableRequest: true };

    // Registered after the start, so called before the framework's own callback, which closes the lines. The framework waits for a
    // callback only while it runs: this is the one place where the server waits for a task by holding a thread.
    public static void On(WebApplication app) => app.Lifetime.ApplicationStopping.Register(() =>
    {
#pragma warning disable VSTHRD002
        Task.Run(() => TakeLeaveAsync(app.Services)).Wait(Patience);
#pragma warning restore VSTHRD002
    });

    // A goodbye that was written has not been read: whoever hears it goes by himself, and whoever does not is cut off a second later.
    private static async Task TakeLeaveAsync(IServiceProvider services)
    {
        await services.GetRequiredService<SessionHouse>().DisposeAsync();
        var attendance = services.GetRequiredService<Attendance>();
        while (attendance.Count > 0)
        {
            await Task.Delay(Look, services.GetRequiredService<TimeProvider>());
        }
    }
}
