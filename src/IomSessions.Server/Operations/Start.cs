using IomSessions.Engine;
using IomSessions.Server.Feed;
using IomSessions.Storage.Keys;
using IomSessions.Storage.Postgres;
using Microsoft.AspNetCore.Connections;

namespace IomSessions.Server.Operations;

/// <summary>The server opens its data, then its door; it says in one sentence why it cannot.</summary>
internal static class Start
{
    /// <returns>Null: it runs.</returns>
    public static async Task<string?> TryAsync(WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<Stores>();
            app.Services.GetRequiredService<FeedPress>();
            await app.StartAsync();
            Farewell.On(app);
            _ = WakeAsync(app);
            return null;
        }
        catch (Exception known) when (Sentence(known, app.Configuration) is { } sentence)
        {
            return sentence;
        }
    }

    // What a session is to do at a set time it does with nobody connected, also after a restart: so it is opened (ST5).
    private static async Task WakeAsync(WebApplication app)
    {
        try
        {
            await app.Services.GetRequiredService<SessionHouse>().AllAsync();
        }
        catch (Exception failure) when (!app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            ServerLog.NotWoken(app.Logger, failure.GetType().Name);
        }
        catch (Exception)
        {
            // the server ends; the next start opens them
        }
    }

    private static string? Sentence(Exception fault, IConfiguration told) => fault switch
    {
        MasterKeyException or KeyDamagedException => fault.Message,
        StoreUnavailableException => $"the {(told.Postgres() is null ? "data folder" : "database")} cannot be used: {fault.Message}",
        StoreUnfitException => fault.Message,
        IOException { InnerException: AddressInUseException } or UnauthorizedAccessException or IOException => fault.Message,
        _ => null,
    };
}
