using System.Net;
using IomSessions.Server.Feed;
using IomSessions.Server.Feed.Books;
using IomSessions.Server.Feed.Http;
using IomSessions.Storage.Feed;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IomSessions.Server.Tests.Feed;

/// <summary>The read path alone, on a real port: with the key, or as a process that only reads.</summary>
internal sealed class FeedApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FeedApp(WebApplication app) => _app = app;

    public Uri Address { get; private init; } = null!;

    public HttpClient Http { get; private init; } = null!;

    public static async Task<FeedApp> StartAsync(DataDirectory data, FeedOptions? options = null, bool publishes = true)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddFeedHost(data.Path, options ?? new FeedOptions { Institution = "The House" });
        if (publishes)
        {
            builder.Services.AddFeedPress(data.Path);
        }

        var app = builder.Build();
        if (publishes)
        {
            app.Services.GetRequiredService<FeedPress>();
        }

        app.UseFeedHost();
        await app.StartAsync();
        var address = new Uri(app.Urls.First());
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
        return new(app) { Address = address, Http = http };
    }

    public FeedShelf Shelf => _app.Services.GetRequiredService<FeedShelf>();

    public Task PublishAsync(FeedItem item) => _app.Services.GetRequiredService<IFeedSink>().PublishAsync(item);

    public string ToFeed(string more = "") => FeedPath.To(Items.Reference) + more;

    /// <summary>A whole answer as it came over the line, but for the date.</summary>
    public async Task<string> RawAsync(string path, string method = "GET", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await Http.SendAsync(request).InTime();
        var all = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return $"{(int)answer.StatusCode}\n{string.Join('\n', all.Order(StringComparer.Ordinal))}\n\n{await answer.Content.ReadAsStringAsync()}";
    }

    public async Task<HttpResponseMessage> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var answer = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).InTime();
        Assert.Equal(expected, answer.StatusCode);
        return answer;
    }

    public async Task<string> TextAsync(string path, params (string Name, string Value)[] headers)
    {
        using var answer = await GetAsync(path, HttpStatusCode.OK, headers);
        return await answer.Content.ReadAsStringAsync().InTime();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
