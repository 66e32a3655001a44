using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace IomSessions.Server.Operations;

/// <summary>JSON lines on standard error, without what names a session or a person.</summary>
internal static class HouseLog
{
    public static void AddHouseLog(this WebApplicationBuilder builder) => builder.Host.UseSerilog((_, log) => log
        .MinimumLevel.Warning()
        .MinimumLevel.Override("IomSessions.Server.Operations", LogEventLevel.Information)
        .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal) // why it does not start is told by the program
        .Enrich.With<NoTraces>()
        .WriteTo.Console(new RenderedCompactJsonFormatter(), standardErrorFromLevel: LogEventLevel.Verbose));
}
