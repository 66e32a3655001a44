namespace IomSessions.Server.Operations;

/// <summary>
/// Where things are kept, as the operator has told it: on the command line, in the environment, or as a file of that name in
/// <c>/run/secrets</c>, which is where containers find what no command line should show.
/// </summary>
internal static class Places
{
    private const string Secrets = "/run/secrets";

    public static void AddPlaces(this IConfigurationBuilder configuration) => configuration.AddKeyPerFile(Secrets, optional: true);

    /// <summary><c>--postgres</c>, or <c>IOMSESSIONS_POSTGRES</c>: a connection string; null: SQLite, in the data folder.</summary>
    public static string? Postgres(this IConfiguration told) => Told(told, "postgres", "IOMSESSIONS_POSTGRES");

    /// <summary><c>--postgres-keys</c>, or <c>IOMSESSIONS_POSTGRES_KEYS</c>: another database for the keys; null: the same one.</summary>
    public static string? PostgresKeys(this IConfiguration told) => Told(told, "postgres-keys", "IOMSESSIONS_POSTGRES_KEYS");

    /// <summary><c>--redis</c>, or <c>IOMSESSIONS_REDIS</c>: as StackExchange.Redis reads it; null: nodes look at the store every second.</summary>
    public static string? Redis(this IConfiguration told) => Told(told, "redis", "IOMSESSIONS_REDIS");

    /// <summary><c>--feed-postgres</c>: another way to the public schema, for a process that may read nothing else.</summary>
    public static string? FeedPostgres(this IConfiguration told) => Told(told, "feed-postgres", "IOMSESSIONS_FEED_POSTGRES") ?? told.Postgres();

    /// <summary><c>--fonts</c>, or <c>IOMSESSIONS_FONTS</c>: folders of fonts for PDF, joined by a colon; null: where Debian keeps them.</summary>
    public static IReadOnlyList<string>? Fonts(this IConfiguration told) =>
        Told(told, "fonts", "IOMSESSIONS_FONTS")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static string? Told(IConfiguration told, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (told[name]?.Trim() is { Length: > 0 } place)
            {
                return place;
            }
        }

        return null;
    }
}
