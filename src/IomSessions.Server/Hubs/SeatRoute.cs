using IomSessions.Server.Lines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;

namespace IomSessions.Server.Hubs;

/// <summary>The path of the participants' hub: as SignalR maps a hub, with a line below it that can be held, and with WebSockets of our own.</summary>
internal static class SeatRoute
{
    public static void MapSeats(this IEndpointRouteBuilder endpoints, string path)
    {
        var lines = endpoints.ServiceProvider.GetRequiredService<SocketLines>();
        var hub = new ConnectionBuilder(endpoints.ServiceProvider).UseHub<SessionHub>().Build();
        var route = endpoints.MapConnections(path, new HttpConnectionDispatcherOptions(), line =>
            line.Use(next => connection => HeldLine.WrapAsync(connection, next)).UseHub<SessionHub>());
        route.Add(endpoint =>
        {
            // who may come in stands on the hub
            foreach (var attribute in typeof(SessionHub).GetCustomAttributes(inherit: true))
            {
                endpoint.Metadata.Add(attribute);
            }

            endpoint.Metadata.Add(new HubMetadata(typeof(SessionHub)));
            if (!endpoint.Metadata.OfType<NegotiateMetadata>().Any())
            {
                endpoint.RequestDelegate = lines.Branch(endpoints.CreateApplicationBuilder(), hub, endpoint.RequestDelegate!);
            }
        });
    }
}
