using System.Net;
using IomSessions.Server.Operations;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;

namespace IomSessions.Server.Tests.Operations;

public sealed class HealthTests : IDisposable
{
    private readonly DataDirectory _data = new();
    private readonly MovableClock _clock = new();
    private long _room = StoreCheck.RoomNeeded;

    [Fact]
    public async Task OP1_a_server_is_ready_when_its_folder_can_be_written()
    {
        using var folder = DataFolder.Open(_data.Path);
        using var check = Check(folder);
        Assert.Equal(HealthStatus.Healthy, await AskAsync(check));
        Assert.Empty(Directory.GetFiles(_data.Path, ".probe"));
    }

    [Fact]
    public async Task OP1_a_server_whose_disk_is_full_is_not_ready_and_asks_the_disk_only_once_in_a_while()
    {
        using var folder = DataFolder.Open(_data.Path);
        using var check = Check(folder);
        Assert.Equal(HealthStatus.Healthy, await AskAsync(check));
        _room--;
        Assert.Equal(HealthStatus.Healthy, await AskAsync(check));
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(HealthStatus.Unhealthy, await AskAsync(check));
        _room++;
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(HealthStatus.Healthy, await AskAsync(check));
    }

    [Fact]
    public async Task OP1_a_server_whose_key_store_is_closed_is_not_ready()
    {
        using var folder = DataFolder.Open(_data.Path);
        using var check = Check(folder);
        folder.Keys.Dispose();
        Assert.Equal(HealthStatus.Unhealthy, await AskAsync(check));
    }

    [Fact]
    public async Task OP1_figures_stand_behind_a_door_that_takes_a_port_and_nothing_else()
    {
        await using var server = ServerProcess.Run(_data, more: ["--metrics", "0.0.0.0:9464"]);
        Assert.Equal(1, await server.EndedAsync());
        Assert.Contains(server.Log.All, line => line.Contains("--metrics takes a port", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OP1_without_being_asked_no_figures_are_told_anywhere()
    {
        await using var server = await ServerProcess.StartAsync(_data);
        using var http = new HttpClient { BaseAddress = server.Address };
        using var answer = await http.GetAsync(new Uri("/metrics", UriKind.Relative));
        Assert.DoesNotContain("iomsessions_", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(server.Figures);
        using var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    public void Dispose() => _data.Dispose();

    private StoreCheck Check(DataFolder folder) => new(folder, _clock, NullLogger<StoreCheck>.Instance, () => _room);

    private static async Task<HealthStatus> AskAsync(StoreCheck check) => (await check.CheckHealthAsync(new())).Status;
}
