using IomSessions.Server.Operations;
using IomSessions.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace IomSessions.Server.Tests.Crashes;

public sealed class FarewellTests
{
    [Theory]
    [InlineData(false, "/hub/session/negotiate", "", true)]
    [InlineData(true, "/hub/session/negotiate", "?session=0", false)]
    [InlineData(true, "/api/enter", "", false)]
    [InlineData(true, "/hub/session", "?session=0&id=x", true)]
    [InlineData(true, "/hub/session", "?session=0&id=x", false, true)]
    [InlineData(false, "/hub/session", "?session=0&id=x", true, true)]
    public async Task OP2_a_server_that_ends_takes_no_new_work_and_lets_lines_that_stand_hear_their_goodbye(
        bool ends, string path, string query, bool passes, bool isWebSocket = false)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        app.UseFarewell(new CancellationToken(ends));
        var passed = false;
        app.Run(_ =>
        {
            passed = true;
            return Task.CompletedTask;
        });
        var http = new DefaultHttpContext { RequestServices = services };
        http.Request.Path = path;
        http.Request.QueryString = new QueryString(query);
        http.Response.Body = new MemoryStream();
        http.Features.Set<IHttpUpgradeFeature>(new Upgrade(isWebSocket));

        await app.Build()(http);

        Assert.Equal(passes, passed);
        Assert.Equal(passes ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, http.Response.StatusCode);
        http.Response.Body.Position = 0;
        var told = await new StreamReader(http.Response.Body).ReadToEndAsync();
        Assert.Equal(!passes, told.Contains($"\"{RefusalCodes.Restarting}\"", StringComparison.Ordinal));
    }

    private sealed record Upgrade(bool IsUpgradableRequest) : IHttpUpgradeFeature
    {
        public Task<Stream> UpgradeAsync() => throw new NotSupportedException();
    }
}
