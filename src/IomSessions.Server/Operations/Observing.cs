using IomSessions.Engine;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace IomSessions.Server.Operations;

/// <summary>
/// Figures and spans for the operator (OP1). Nothing is collected unless he asks: <c>--metrics PORT</c> opens a door on the loopback
/// address for a Prometheus scraper, <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> sends figures and spans to a collector.
/// </summary>
internal static class Observing
{
    private const string Otlp = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // The framework's spans and its figures by route are left out: they hold paths and what a participant's program put into its headers.
    private static readonly string[] Meters =
        [Measures.Name, "System.Runtime", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections"];

    public static void AddObserving(this IServiceCollection services, IConfiguration configuration)
    {
        var (door, send) = (configuration["metrics"] is { Length: > 0 }, configuration[Otlp] is { Length: > 0 });
        if (!door && !send)
        {
            return;
        }

        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.Clear().AddService("iomsessions", autoGenerateServiceInstanceId: false));
        telemetry.WithMetrics(metrics =>
        {
            metrics.AddMeter(Meters);
            if (door)
            {
                metrics.AddPrometheusExporter();
            }

            if (send)
            {
                metrics.AddOtlpExporter();
            }
        });
        if (send)
        {
            telemetry.WithTracing(traces => traces.AddSource(Spans.Name).AddOtlpExporter());
        }

        if (door)
        {
            services.AddHostedService<MetricsDoor>();
        }
    }
}
