using System.Globalization;
using System.Net;
using OpenTelemetry.Metrics;

namespace IomSessions.Server.Operations;

/// <summary>
/// <c>/metrics</c> behind a door of its own, which opens on the loopback address alone. How much is said in a session shows in the
/// figures of a quiet server, so no participant may read them: the door that participants use does not know this path at all.
/// </summary>
internal sealed class MetricsDoor(IConfiguration configuration, MeterProvider figures) : IHostedService, IAsyncDisposable
{
    private WebApplication? _door;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(configuration["metrics"], NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > IPEndPoint.MaxPort)
        {
            throw new IOException("--metrics takes a port of the loopback address, 0 for any");
        }

        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        _door = builder.Build();
        _door.UseOpenTelemetryPrometheusScrapingEndpoint(figures, predicate: null, path: "/metrics", configureBranchedPipeline: null, optionsName: null);
        await _door.StartAsync(cancellationToken);
        await Console.Out.WriteLineAsync($"Figures for the operator: {_door.Urls.First()}/metrics");
    }

    public Task StopAsync(CancellationToken cancellationToken) => _door?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _door?.DisposeAsync() ?? ValueTask.CompletedTask;
}
