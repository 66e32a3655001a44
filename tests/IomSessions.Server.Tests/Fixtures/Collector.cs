using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IomSessions.Server.Tests;

/// <summary>Takes what a server sends to an OpenTelemetry collector, and keeps the bytes: whatever is in them was sent.</summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<byte[]> _bodies = new();

    private Collector(WebApplication app) => _app = app;

    /// <summary>What tells a server to send here, often.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _app.Urls.First(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
    };

    /// <summary>Everything that came, as text; names and labels stand in it as they are.</summary>
    public string Text => Encoding.Latin1.GetString([.. _bodies.SelectMany(body => body)]);

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var collector = new Collector(builder.Build());
        collector._app.Run(collector.TakeAsync);
        await collector._app.StartAsync();
        return collector;
    }

    public bool Has(string word) => ((byte[][])[Encoding.UTF8.GetBytes(word), Hex(word)])
        .Any(bytes => bytes.Length > 0 && _bodies.Any(body => body.AsSpan().IndexOf(bytes) >= 0));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        _bodies.Enqueue(body.ToArray());
        http.Response.ContentType = "application/x-protobuf";
    }

    // an id may also be sent as its sixteen bytes, as trace ids are
    private static byte[] Hex(string word) => word.Length == 32 && word.All(Uri.IsHexDigit) ? Convert.FromHexString(word) : [];
}
