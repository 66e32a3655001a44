using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IomSessions.Wire;

namespace IomSessions.Client;

/// <summary>What is asked over HTTP: entering, inviting, one's sessions. A refusal is thrown as <see cref="RefusedException"/>.</summary>
public sealed partial class SessionHttp : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="http">With the server as its base address; disposed with this.</param>
    /// <param name="cookies">Where the client keeps its cookies, to be handed to <see cref="SessionOptions.Cookies"/>.</param>
    public SessionHttp(HttpClient http, CookieContainer cookies) => (_http, Cookies) = (http, cookies);

    public CookieContainer Cookies { get; }

    /// <summary>A client like a browser of its own: it keeps its cookies for itself.</summary>
    public static SessionHttp To(Uri server)
    {
        var cookies = new CookieContainer();
#pragma warning disable CA2000 // the client disposes its handler
        return new(new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = server }, cookies);
#pragma warning restore CA2000
    }

    /// <summary>A client of a program, which has its token and no cookies.</summary>
    public static SessionHttp To(Uri server, string bearer)
    {
        var client = To(server);
        client._http.DefaultRequestHeaders.Authorization = new("Bearer", bearer);
        return client;
    }

    /// <summary>Becomes the secretariat with the token of the house's one-time link.</summary>
    public Task EnterHouseAsync(string token, CancellationToken stop = default) =>
        SendAsync(HttpMethod.Post, "api/house/enter", new EnterHouseRequest(token), stop);

    /// <summary>Whether this client is the secretariat's.</summary>
    public async Task<bool> IsHouseAsync(CancellationToken stop = default)
    {
        using var answer = await _http.GetAsync(new Uri("api/house", UriKind.Relative), stop);
        return answer.IsSuccessStatusCode;
    }

    public Task<IReadOnlyList<SessionSummary>> SessionsAsync(CancellationToken stop = default) =>
        AskAsync<IReadOnlyList<SessionSummary>>(HttpMethod.Get, "api/house/sessions", null, stop);

    /// <summary>The secretariat is a participant of it at once.</summary>
    public Task<PrepareSessionAnswer> PrepareAsync(PrepareSessionRequest session, CancellationToken stop = default) =>
        AskAsync<PrepareSessionAnswer>(HttpMethod.Post, "api/house/sessions", session, stop);

    /// <summary>A link for somebody; an earlier one that was not used is void.</summary>
    public Task<InvitationAnswer> InviteAsync(string session, string person, CancellationToken stop = default) =>
        AskAsync<InvitationAnswer>(HttpMethod.Post, InvitationOf(session, person), new { }, stop);

    public Task RevokeInvitationAsync(string session, string person, CancellationToken stop = default) =>
        SendAsync(HttpMethod.Delete, InvitationOf(session, person), null, stop);

    public Task<EnterAnswer> EnterAsync(EnterRequest request, CancellationToken stop = default) =>
        AskAsync<EnterAnswer>(HttpMethod.Post, "api/enter", request, stop);

    public Task<EnterAnswer> EnterAsync(EnterCodeRequest request, CancellationToken stop = default) =>
        AskAsync<EnterAnswer>(HttpMethod.Post, "api/enter/code", request, stop);

    /// <summary>A code that lets a second device of the same person in.</summary>
    public Task<CodeAnswer> CodeAsync(string session, CancellationToken stop = default) =>
        AskAsync<CodeAnswer>(HttpMethod.Post, PathOf(session) + "/code", new { }, stop);

    public Task<IReadOnlyList<MySession>> MineAsync(CancellationToken stop = default) =>
        AskAsync<IReadOnlyList<MySession>>(HttpMethod.Get, "api/mine", null, stop);

    /// <summary>This device is forgotten.</summary>
    public Task LeaveAsync(string session, CancellationToken stop = default) =>
        SendAsync(HttpMethod.Post, PathOf(session) + "/leave", new { }, stop);

    public void Dispose() => _http.Dispose();

    private static string InvitationOf(string session, string person) =>
        $"{PathOf(session)}/people/{Uri.EscapeDataString(person)}/invitation";

    private static string PathOf(string session) => $"api/sessions/{Uri.EscapeDataString(session)}";

    private async Task<T> AskAsync<T>(HttpMethod method, string path, object? body, CancellationToken stop)
    {
        using var answer = await ExchangeAsync(method, path, body, stop);
        return await answer.Content.ReadFromJsonAsync<T>(WireJson.Options, stop)
            ?? throw new JsonException("The server answered with nothing.");
    }

    private async Task SendAsync(HttpMethod method, string path, object? body, CancellationToken stop) =>
        (await ExchangeAsync(method, path, body, stop)).Dispose();

    private async Task<HttpResponseMessage> ExchangeAsync(HttpMethod method, string path, object? body, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (body is not null)
        {
            request.Content = JsonContent.Create(body, body.GetType(), options: WireJson.Options);
        }

        var answer = await _http.SendAsync(request, stop);
        if (answer.IsSuccessStatusCode)
        {
            return answer;
        }

        using (answer)
        {
            throw new RefusedException(await RefusalOfAsync(answer, stop), answer.StatusCode);
        }
    }

    internal static async Task<Refusal> RefusalOfAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync<Refusal>(WireJson.Options, stop) ?? Opaque(answer);
        }
        catch (JsonException)
        {
            // a proxy in between, or a fault of the server
            return Opaque(answer);
        }
    }

    private static Refusal Opaque(HttpResponseMessage answer) => new(
        RefusalCodes.Unavailable, $"The server answered with status {(int)answer.StatusCode}.", (int)answer.StatusCode >= 500);
}
