using IomSessions.Server.Demo;
using IomSessions.Server.Http;
using IomSessions.Server.Hubs;
using IomSessions.Server.Operations;
using Microsoft.AspNetCore.Hosting.Server;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

var builder = WebApplication.CreateBuilder(args);
using var data = DataPath.Of(builder.Configuration, args);
builder.Host.UseSerilog((_, log) => log
    .MinimumLevel.Warning()
    .MinimumLevel.Override("IomSessions.Server.Operations", LogEventLevel.Information)
    .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal) // why it does not start is told below
    .Enrich.With<NoTraces>()
    .WriteTo.Console(new RenderedCompactJsonFormatter(), standardErrorFromLevel: LogEventLevel.Verbose));
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.WebHost.UseStaticWebAssets();
builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
builder.Services.AddSessions(data.Path);
builder.Services.AddAccess();
builder.Services.AddHub();

await using var app = builder.Build();
app.UseRefusals();
app.UseFarewell(app.Lifetime.ApplicationStopping);
app.UsePageHeaders();
app.UseRouting();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.MapHub<SessionHub>("/hub/session");
app.MapHouse();
app.MapEnter();
app.MapSession();
app.MapPages();

if (await Start.TryAsync(app) is { } reason)
{
    await Console.Error.WriteLineAsync($"IomSessions does not start: {reason}");
    return 1;
}

var address = FirstLink.AddressOf(app.Services.GetRequiredService<IServer>());
await Console.Out.WriteLineAsync($"IomSessions listens on {address}");
if (args.Contains(DemoStart.Word))
{
    await DemoStart.RunAsync(app.Services, address, app.Lifetime.ApplicationStopping);
}
else
{
    await FirstLink.PrintAsync(app.Services, address);
}

await app.WaitForShutdownAsync();
return 0;
