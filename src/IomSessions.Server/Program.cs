using IomSessions.Server.Demo;
using IomSessions.Server.Feed;
using IomSessions.Server.Http;
using IomSessions.Server.Operations;
using Microsoft.AspNetCore.Hosting.Server;

if (args is [FeedProgram.Word, ..])
{
    return await FeedProgram.RunAsync(args[1..]);
}

if (await Chores.TryAsync(args) is { } done)
{
    return done;
}

var builder = WebApplication.CreateBuilder(args);
using var data = DataPath.Of(builder.Configuration, args);
builder.WebHost.UseStaticWebAssets();
builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
builder.AddIomSessions(data.Path);
builder.Services.AddObserving(builder.Configuration);

await using var app = builder.Build();
app.UseIomSessions();
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
