using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace IomSessions.Server.Tests;

/// <summary>A line without the client library: plain SignalR, everything as it came.</summary>
public sealed class RawLine : IAsyncDisposable
{
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RawLine(Uri server, string session, string? bearer, HttpTransportType transport = HttpTransportType.WebSockets)
    {
        Hub = new HubConnectionBuilder()
            .WithUrl(new Uri(server, $"hub/session?session={session}"), http =>
            {
                http.Transports = transport;
                http.AccessTokenProvider = () => Task.FromResult(bearer);
            })
            .Build();
        foreach (var target in (string[])["Events", "Beat", "Presence", "Typing", "Reset", "Goodbye", "Outline", "Past", "DraftText", "DraftChanges", "DraftCaret"])
        {
            Hub.On<JsonElement>(target, argument => Calls.Put((target, argument)));
        }

        Hub.Closed += _ =>
        {
            _closed.TrySetResult();
            return Task.CompletedTask;
        };
    }

    public HubConnection Hub { get; }

    public Inbox<(string Target, JsonElement Argument)> Calls { get; } = new();

    public Task Closed => _closed.Task;

    /// <summary>Every byte of content that came in.</summary>
    public string Everything => string.Join('\n', Calls.All.Select(call => call.Target + " " + call.Argument.GetRawText()));

    public IReadOnlyList<JsonElement> Events => [.. EventsOf(Calls.All)];

    public static object NoCursors { get; } = new { protocol = 1, cursors = Array.Empty<object>() };

    public Task StartAsync() => Hub.StartAsync().InTime();

    public async Task<JsonElement> HelloAsync(object? hello = null) =>
        await Hub.InvokeAsync<JsonElement>("Hello", hello ?? NoCursors).InTime();

    public async Task<JsonElement> DoAsync(object request) => await Hub.InvokeAsync<JsonElement>("Do", request).InTime();

    public async Task<JsonElement> AskAsync(string method, object question) => await Hub.InvokeAsync<JsonElement>(method, question).InTime();

    public Task HearsAsync(string text) => Calls.UntilAsync(calls => EventsOf(calls).Any(told => TextOf(told) == text));

    public async Task<JsonElement> GoodbyeAsync() => (await Calls.FirstAsync(call => call.Target == "Goodbye")).Argument;

    /// <summary>What a client gives in its hello: where it is in every circle.</summary>
    public IReadOnlyList<(string Circle, long Offset, string Hash)> Heads =>
        [.. Events
            .Select(told => (
                Circle: told.GetProperty("circle").GetString()!, Offset: told.GetProperty("offset").GetInt64(),
                Hash: told.GetProperty("hash").GetString()!))
            .GroupBy(told => told.Circle).Select(circle => circle.MaxBy(told => told.Offset))];

    public static string Xor(IEnumerable<string> hashes) => hashes
        .Select(hash => UInt128.Parse(hash, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))
        .Aggregate(UInt128.Zero, (one, other) => one ^ other).ToString("x32", CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync() => await Hub.DisposeAsync();

    public static string? TextOf(JsonElement told) =>
        told.GetProperty("body").TryGetProperty("text", out var text) ? text.GetString() : null;

    private static IEnumerable<JsonElement> EventsOf(IEnumerable<(string Target, JsonElement Argument)> calls) =>
        calls.Where(call => call.Target == "Events").SelectMany(call => call.Argument.EnumerateArray());
}
