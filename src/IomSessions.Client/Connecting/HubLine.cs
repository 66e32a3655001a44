using System.Net;
using IomSessions.Wire;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace IomSessions.Client;

/// <summary>A line over SignalR. Its own reconnecting is not used: it would not compare cursors.</summary>
internal sealed class HubLine : ILine
{
    private readonly HubConnection _hub;
    private readonly CancellationTokenSource _dead = new();

    public HubLine(SessionOptions options)
    {
        var address = new Uri(options.Server, $"hub/session?session={Uri.EscapeDataString(options.Session)}");
        _hub = new HubConnectionBuilder()
            .WithUrl(address, http =>
            {
                http.Transports = options.Transports;
                http.Cookies = options.Cookies ?? new CookieContainer();
                if (options.Bearer is { } bearer)
                {
                    http.AccessTokenProvider = () => Task.FromResult<string?>(bearer);
                }

                options.ConfigureHttp?.Invoke(http);
            })
            .AddJsonProtocol(json => json.PayloadSerializerOptions = WireJson.Options)
            .Build();
        _hub.Closed += _ =>
        {
            Kill();
            return Task.CompletedTask;
        };
        Dead = _dead.Token;
    }

    public CancellationToken Dead { get; }

    // on another thread: what waits for the line's death must not run inside whoever declares it
    public void Kill() => _ = _dead.CancelAsync();

    public async Task StartAsync(ISessionClient receiver, CancellationToken stop)
    {
        // SignalR calls these one after the other in the order of arrival, and waits for each: the order of the log is kept.
        _hub.On<IReadOnlyList<WireEvent>>(nameof(ISessionClient.Events), receiver.Events);
        _hub.On<Beat>(nameof(ISessionClient.Beat), receiver.Beat);
        _hub.On<Presence>(nameof(ISessionClient.Presence), receiver.Presence);
        _hub.On<TypingSignal>(nameof(ISessionClient.Typing), receiver.Typing);
        _hub.On<Reset>(nameof(ISessionClient.Reset), receiver.Reset);
        _hub.On<Goodbye>(nameof(ISessionClient.Goodbye), receiver.Goodbye);
        _hub.On<Outline>(nameof(ISessionClient.Outline), receiver.Outline);
        _hub.On<Past>(nameof(ISessionClient.Past), receiver.Past);
        _hub.On<DraftText>(nameof(ISessionClient.DraftText), receiver.DraftText);
        _hub.On<DraftChanges>(nameof(ISessionClient.DraftChanges), receiver.DraftChanges);
        _hub.On<DraftCaretSignal>(nameof(ISessionClient.DraftCaret), receiver.DraftCaret);
        try
        {
            await _hub.StartAsync(stop);
        }
        catch (HttpRequestException failed) when (failed.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw new NotKnownException(failed);
        }
    }

    public Task<Welcome> HelloAsync(Hello hello) => _hub.InvokeAsync<Welcome>(nameof(ISessionHub.Hello), hello, Dead);

    public Task<Reply> DoAsync(Request request) => _hub.InvokeAsync<Reply>(nameof(ISessionHub.Do), request, Dead);

    public Task<PreviewReply> PreviewAsync(Arrange arrange) =>
        _hub.InvokeAsync<PreviewReply>(nameof(ISessionHub.Preview), arrange, Dead);

    public Task<ReadReply> ReadAsync(ReadBack ask) => _hub.InvokeAsync<ReadReply>(nameof(ISessionHub.Read), ask, Dead);

    public Task<SittingsReply> SittingsAsync(ListSittings ask) =>
        _hub.InvokeAsync<SittingsReply>(nameof(ISessionHub.Sittings), ask, Dead);

    public Task<Reply> FollowDraftAsync(FollowDraft follow) => _hub.InvokeAsync<Reply>(nameof(ISessionHub.FollowDraft), follow, Dead);

    public Task LeaveDraftAsync(string circle) => _hub.SendAsync(nameof(ISessionHub.LeaveDraft), circle, Dead);

    public Task<Reply> EditDraftAsync(EditDraft edit) => _hub.InvokeAsync<Reply>(nameof(ISessionHub.EditDraft), edit, Dead);

    public Task CaretAsync(DraftCaret caret) => _hub.SendAsync(nameof(ISessionHub.DraftCaret), caret, Dead);

    public Task<TakenReply> PreviewDraftAsync(CommandBody take) =>
        _hub.InvokeAsync<TakenReply>(nameof(ISessionHub.PreviewDraft), take, Dead);

    public Task<CompareReply> CompareDraftsAsync(CompareDrafts compare) =>
        _hub.InvokeAsync<CompareReply>(nameof(ISessionHub.CompareDrafts), compare, Dead);

    public Task TypingAsync(string sitting) => _hub.SendAsync(nameof(ISessionHub.Typing), sitting, Dead);

    public async ValueTask DisposeAsync()
    {
        // first: a handler that waits for a slow follower is set free by it, and the hub waits for its handlers
        await _dead.CancelAsync();
        await _hub.DisposeAsync();
    }
}
