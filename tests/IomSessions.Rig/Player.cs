using System.Collections.Concurrent;
using IomSessions.Benchmarks.Hosts;
using IomSessions.Client;
using IomSessions.Wire;
using Microsoft.AspNetCore.Http.Connections;

namespace IomSessions.Rig;

/// <summary>A participant with his program: what he was told, in order, and what was acknowledged to him.</summary>
internal sealed class Player : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<WireEvent> _told = [];
    private readonly Task _recording;

    public Player(Uri server, string session, CastPerson who)
    {
        Who = who;
        Line = new SessionConnection(new Client.SessionOptions(server, session)
        {
            Bearer = who.Bearer,
            Transports = HttpTransportType.WebSockets,
            // one request a line: any of the nodes may have it
            ConfigureHttp = http => http.SkipNegotiation = true,
        });
        _recording = RecordAsync();
    }

    public CastPerson Who { get; }

    public SessionConnection Line { get; }

    /// <summary>Texts that were answered as stored.</summary>
    public ConcurrentBag<string> Acknowledged { get; } = [];

    /// <summary>How often he was told to forget everything.</summary>
    public int Forgotten { get; private set; }

    public IReadOnlyList<WireEvent> Told
    {
        get
        {
            lock (_gate)
            {
                return [.. _told];
            }
        }
    }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _told.Count;
            }
        }
    }

    public async Task SayAsync(string text)
    {
        if (Line.View.Here is { } here && (await Line.DoAsync(new Say(here.Sitting, text, "en"))).Ok)
        {
            Acknowledged.Add(text);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Line.DisposeAsync();
        await _recording;
    }

    private async Task RecordAsync()
    {
        await foreach (var news in Line.Follow())
        {
            lock (_gate)
            {
                if (news is SessionNews.Told told)
                {
                    _told.Add(told.Event);
                }
                else if (news is SessionNews.Forgotten)
                {
                    _told.Clear();
                    Forgotten++;
                }
            }
        }
    }
}
