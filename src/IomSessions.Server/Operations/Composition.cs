using IomSessions.Engine;
using IomSessions.Server.Access;
using IomSessions.Server.Documents;
using IomSessions.Server.Documents.Pdf;
using IomSessions.Server.Feed;
using IomSessions.Server.Http;
using IomSessions.Server.Hubs;
using IomSessions.Server.Redis;

namespace IomSessions.Server.Operations;

/// <summary>The server but for its pages: what the program runs, and what the benchmarks measure.</summary>
internal static class Composition
{
    /// <param name="tune">Changes the engine's ports; for a measurement in its own program, never for a configuration.</param>
    public static void AddIomSessions(this WebApplicationBuilder builder, string dataPath, Func<EnginePorts, EnginePorts>? tune = null)
    {
        builder.AddHouseLog();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.WebHost.UseHouseSockets();
        builder.Configuration.AddPlaces();
        builder.Services.AddSessions(dataPath, builder.Configuration, tune ?? (ports => ports));
        builder.Services.AddAccess();
        builder.Services.AddHub();
        builder.Services.AddNeighbours(builder.Configuration);
        builder.Services.AddReadiness();
        builder.Services.AddApiDocument();
        builder.Services.AddSingleton(_ => new DocumentPress(new FontShelf(builder.Configuration.Fonts() ?? FontShelf.Usual)));
        builder.Services.AddFeed(dataPath, FeedOptions.Of(builder.Configuration));
        if (builder.Configuration.Postgres() is not null)
        {
            builder.Services.AddHouseSigner();
        }

        builder.Services.AddFeedPress(dataPath);
    }

    public static void UseIomSessions(this WebApplication app)
    {
        app.UseFeed();
        app.UseRefusals();
        app.UseFarewell(app.Lifetime.ApplicationStopping);
        app.UsePageHeaders();
        app.UseOwnPages();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapSeats("/hub/session");
        app.MapReadiness();
        app.MapHouse();
        app.MapEnter();
        app.MapSession();
        app.MapFiles();
        app.MapRecord();
        app.MapDocuments();
        app.MapBooks();
        app.MapMeetings();
        app.MapApiDocument();
    }
}
