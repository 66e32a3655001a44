using System.Net;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Connections.Client;

namespace IomSessions.Client;

/// <summary>How to reach a session. Give a cookie container or a bearer token.</summary>
/// <param name="Server">The server's address, such as <c>https://mediation.example/</c>.</param>
/// <param name="Session">Id of the session.</param>
public sealed record SessionOptions(Uri Server, string Session)
{
    public CookieContainer? Cookies { get; init; }

    /// <summary>Sent as a header, never in an address: addresses are logged.</summary>
    public string? Bearer { get; init; }

    /// <summary>Which of the three may be used; they are equal in all that this library promises (DL8).</summary>
    public HttpTransportType Transports { get; init; } =
        HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents | HttpTransportType.LongPolling;

    /// <summary>Null: every event from the first is told. Else an outline with so many (0 to 500) of the newest events of each open
    /// circle is enough for a beginning; what is missing can be read back.</summary>
    public int? Recent { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Numbers from 0 up to 1 for the waits between tries; null: from the system's generator.</summary>
    public Func<double>? Chance { get; init; }

    /// <summary>For proxies, certificates and tests.</summary>
    public Action<HttpConnectionOptions>? ConfigureHttp { get; init; }
}
