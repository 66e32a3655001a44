using IomSessions.Engine;
using IomSessions.Server.Http;
using IomSessions.Server.Hubs;
using IomSessions.Server.Operations;
using IomSessions.Storage.Access;
using Microsoft.AspNetCore.Hosting.Server;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

var builder = WebApplication.CreateBuilder(args);
builder.Host.UseSerilog((_, log) => log
    .MinimumLevel.Warning()
    .MinimumLevel.Override("IomSessions", LogEventLevel.Information)
    .WriteTo.Console(new RenderedCompactJsonFormatter(), standardErrorFromLevel: LogEventLevel.Verbose));
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.WebHost.UseStaticWebAssets();
builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
builder.Services.AddSessions(builder.Configuration);
builder.Services.AddAccess();
builder.Services.AddHub();

var app = builder.Build();
app.UseRefusals();
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

await app.StartAsync();
var clock = app.Services.GetRequiredService<TimeProvider>();
var address = FirstLink.AddressOf(app.Services.GetRequiredService<IServer>());
var link = await FirstLink.IssueAsync(app.Services.GetRequiredService<AccessStore>(), clock);
await Console.Out.WriteLineAsync($"IomSessions listens on {address}");
if (link is not null)
{
    await Console.Out.WriteLineAsync($"One-time link for the secretariat: {new Uri(address, "/house#" + link)}");
}

await app.WaitForShutdownAsync();
await app.Services.GetRequiredService<SessionHouse>().DisposeAsync();
