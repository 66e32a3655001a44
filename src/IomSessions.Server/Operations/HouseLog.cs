using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace IomSessions.Server.Operations;

/// <summary>JSON lines on standard error, without what names a session or a person.</summary>
internal static class HouseLog
{
    /// <remarks>As a provider of the framework's factory, which keeps its loggers: Serilog's own makes new ones for every connection.</remarks>
    public static void AddHouseLog(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
#pragma warning disable CA2000 // the factory ends it with itself
        builder.Logging.AddSerilog(
            new LoggerConfiguration()
                .MinimumLevel.Warning()
                .MinimumLevel.Override("IomSessions.Server.Operations", LogEventLevel.Information)
                .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal) // why it does not start is told by the program
                .Enrich.With<NoTraces>()
                .WriteTo.Console(new RenderedCompactJsonFormatter(), standardErrorFromLevel: LogEventLevel.Verbose)
                .CreateLogger(),
            dispose: true);
#pragma warning restore CA2000
    }
}
