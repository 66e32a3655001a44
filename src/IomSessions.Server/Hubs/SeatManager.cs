using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace IomSessions.Server.Hubs;

/// <summary>
/// The participants' hub keeps to its own node: content never goes through a backplane, and connecting needs nobody else. What a
/// connection hears is posted to it by the session's pump alone.
/// </summary>
public sealed class SeatManager(ILogger<DefaultHubLifetimeManager<SessionHub>> log) : DefaultHubLifetimeManager<SessionHub>(log)
{
    private readonly ConcurrentDictionary<string, HubConnectionContext> _connections = new();

    public HubConnectionContext? Find(string connectionId) => _connections.GetValueOrDefault(connectionId);

    /// <summary>It ends: whoever asks for it from now on finds nothing.</summary>
    public void Forget(string connectionId) => _connections.TryRemove(connectionId, out _);

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        _connections[connection.ConnectionId] = connection;
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        Forget(connection.ConnectionId);
        return base.OnDisconnectedAsync(connection);
    }
}
