using IomSessions.Storage.Access;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace IomSessions.Server.Operations;

/// <summary>Until the secretariat has come in, each start prints a one-time link for it. Printed, never logged: it is a secret.</summary>
internal static class FirstLink
{
    public static async Task PrintAsync(IServiceProvider services, Uri address)
    {
        var access = services.GetRequiredService<IAccessStore>();
        if (!await access.HasSecretariatAsync())
        {
            var token = await IssueAsync(access, services.GetRequiredService<TimeProvider>());
            await Console.Out.WriteLineAsync($"One-time link for the secretariat: {new Uri(address, "/house#" + token)}");
        }
    }

    /// <returns>The token of a fresh link; those issued before open nothing any more.</returns>
    public static async Task<string> IssueAsync(IAccessStore access, TimeProvider clock)
    {
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
