using IomSessions.Engine;
using IomSessions.Server.Feed;
using IomSessions.Storage.Keys;
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
            app.Services.GetRequiredService<DataFolder>();
            app.Services.GetRequiredService<FeedPress>();
            await app.StartAsync();
            Farewell.On(app);
            return null;
        }
        catch (Exception known) when (Sentence(known) is not null)
        {
            return Sentence(known);
        }
    }

    private static string? Sentence(Exception fault) => fault switch
    {
        MasterKeyException or KeyDamagedException => fault.Message,
        StoreUnavailableException => $"the data folder cannot be used: {fault.Message}",
        IOException { InnerException: AddressInUseException } or UnauthorizedAccessException or IOException => fault.Message,
        _ => null,
    };
}
