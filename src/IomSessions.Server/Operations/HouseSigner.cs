using IomSessions.Server.Feed.Signing;
using IomSessions.Storage.Feed;
using IomSessions.Storage.Postgres;

namespace IomSessions.Server.Operations;

/// <summary>With several nodes the institution's signing key lies beside the other keys, sealed under the master key: the first node makes it.</summary>
internal static class HouseSigner
{
    public static void AddHouseSigner(this IServiceCollection services) => services.AddSingleton<IFeedSigner>(provider =>
        SigningKey.Of(((PostgresStores)provider.GetRequiredService<Stores>()).Keys.HouseSecret(PostgresKeyStore.FeedSecret, SigningKey.Draw)));
}
