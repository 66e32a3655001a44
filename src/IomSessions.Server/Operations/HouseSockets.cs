using IomSessions.Domain;

namespace IomSessions.Server.Operations;

/// <summary>How connections are taken and written to, by the server and by the process that serves the feed alone.</summary>
internal static class HouseSockets
{
    public static void UseHouseSockets(this IWebHostBuilder host) => host.UseSockets(sockets =>
    {
        // a send runs on at the thread that asked for it: nothing here holds a thread that a line depends on
        sockets.UnsafePreferInlineScheduling = true;
        sockets.Backlog = Limits.ComingConnections;
    });
}
