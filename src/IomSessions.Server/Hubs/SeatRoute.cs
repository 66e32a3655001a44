using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;

namespace IomSessions.Server.Hubs;

/// <summary>The path of the participants' hub: as SignalR maps a hub, with a line below it that can be held.</summary>
internal static class SeatRoute
{
    public static void MapSeats(this IEndpointRouteBuilder endpoints, string path)
    {
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
        });
    }
}
