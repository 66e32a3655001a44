using IomSessions.Storage.Access;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace IomSessions.Server.Operations;

/// <summary>Until the secretariat has come in, each start prints a one-time link for it. Printed, never logged: it is a secret.</summary>
internal static class FirstLink
{
    /// <returns>The token, or null when the secretariat has come in before.</returns>
    public static async Task<string?> IssueAsync(AccessStore access, TimeProvider clock)
    {
        if (access.HasSecretariat)
        {
            return null;
        }

        var link = Token.Draw();
        await access.IssueHouseLinkAsync(link.Hash, clock.GetUtcNow().ToUnixTimeMilliseconds());
        return link.Text;
    }

    public static Uri AddressOf(IServer server)
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5000";
        return new Uri(address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal));
    }
}
