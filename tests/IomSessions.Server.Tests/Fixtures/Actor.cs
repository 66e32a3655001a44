using IomSessions.Client;
using IomSessions.Wire;
using Microsoft.AspNetCore.Http.Connections;

namespace IomSessions.Server.Tests;

/// <summary>A participant and his program.</summary>
public sealed class Actor(Uri server, string session, string person, string? bearer, SessionConnection line) : IAsyncDisposable
{
    public string Person { get; } = person;

    public string Bearer { get; } = bearer ?? "";

    public SessionConnection Line { get; } = line;

    /// <summary>Everything told to him on <see cref="Line"/>.</summary>
    public Inbox<SessionNews> News { get; } = new();

    public IReadOnlyList<WireEvent> Events => [.. News.All.OfType<SessionNews.Told>().Select(news => news.Event)];

    public string Sitting => Line.View.Here!.Sitting;

    public async Task StartAsync()
    {
        _ = RecordAsync(Line.Follow());
        Assert.IsType<ConnectionState.Connected>(await Line.ConnectAsync().InTime());
    }

    public async Task<Reply> DoAsync(CommandBody command)
    {
        var reply = await Line.DoAsync(command).InTime();
        Assert.True(reply.Ok, $"{command.GetType().Name}: {reply.Refusal?.Code}");
        return reply;
    }

    public async Task<Refusal> RefusedAsync(CommandBody command)
    {
        var reply = await Line.DoAsync(command).InTime();
        Assert.False(reply.Ok);
        return reply.Refusal!;
    }

    public Task<Reply> SayAsync(string text) => DoAsync(new Say(Sitting, text, "en"));

    public Task HearsAsync(string text) => News.FirstAsync(news => news is SessionNews.Told { Event.Body: Said said } && said.Text == text);

    public bool Heard(string text) => Events.Any(told => told.Body is Said said && said.Text == text);

    /// <summary>Another line of the same device, by hand.</summary>
    public RawLine Raw(HttpTransportType transport = HttpTransportType.WebSockets) => new(server, session, Bearer, transport);

    public ValueTask DisposeAsync() => Line.DisposeAsync();

    private async Task RecordAsync(IAsyncEnumerable<SessionNews> follow)
    {
        await foreach (var news in follow)
        {
            News.Put(news);
        }
    }
}
