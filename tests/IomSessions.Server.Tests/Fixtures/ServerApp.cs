using IomSessions.Server.Operations;
using IomSessions.Storage.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace IomSessions.Server.Tests;

/// <summary>The server in this process, on a real port and a data folder of its own.</summary>
public sealed class ServerApp : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _data;

    public ServerApp() : this(Directory.CreateTempSubdirectory("iomsessions-test-"), new())
    {
    }

    private ServerApp(DirectoryInfo data, MovableClock clock)
    {
        (_data, Clock) = (data, clock);
        // a house with a secretariat: the server prints no link of its own, which would make those of the tests void
#pragma warning disable VSTHRD002 // a fixture is made by a constructor
        Task.Run(SeatAsync).Wait();
#pragma warning restore VSTHRD002
        UseKestrel(0);
        StartServer();
    }

    public Uri Address => ClientOptions.BaseAddress;

    public string Data => _data.FullName;

    public MovableClock Clock { get; }

    public T The<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public Task<string> HouseTokenAsync() => FirstLink.IssueAsync(The<IAccessStore>(), Clock);

    public async Task<Scene> SceneAsync(bool open = true) => await Scene.MakeAsync(Address, await HouseTokenAsync(), open);

    /// <summary>This one ends; the next opens what it left.</summary>
    /// <param name="between">What happens to the data folder meanwhile.</param>
    public async Task<ServerApp> RestartAsync(Action<string>? between = null)
    {
        await base.DisposeAsync();
        between?.Invoke(Data);
        return new ServerApp(_data, Clock);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private async Task SeatAsync()
    {
        using var access = SqliteAccessStore.Open(Path.Combine(Data, "access.db"));
        var (link, device) = (Token.Draw(), Token.Draw());
        await access.IssueHouseLinkAsync(link.Hash, nowMs: 0);
        await access.SpendHouseLinkAsync(link.Hash, device.Hash, nowMs: 0);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("data", Data);

        // a proxy in front that ends TLS says so; how the server takes it is part of what is tested
        builder.UseSetting("ForwardedHeaders_Enabled", "true");
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}
