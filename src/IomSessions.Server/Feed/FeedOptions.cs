using System.Globalization;
using IomSessions.Server.Operations;

namespace IomSessions.Server.Feed;

/// <summary>What an operator may say of the feed.</summary>
internal sealed record FeedOptions
{
    /// <summary><c>--feed-institution</c>: who publishes, as the head of each page.</summary>
    public string Institution { get; init; } = "Public feed";

    /// <summary><c>--feed-address https://www.example.org</c>: where readers find the server. Without it, as they asked for it.</summary>
    public string? Address { get; init; }

    /// <summary><c>--feed-redis host:port</c>: several nodes hand each other what is public through this Redis. Only FeedHub uses it.</summary>
    public string? Redis { get; init; }

    /// <summary><c>--feed-per-address N</c>: how many may follow from one address; off, for behind a proxy all have the same.</summary>
    public int PerAddress { get; init; } = int.MaxValue;

    /// <summary><c>--feed-followers N</c></summary>
    public int Followers { get; init; } = FeedLimits.Followers;

    public TimeSpan Beat { get; init; } = FeedLimits.Beat;

    /// <summary><c>--feed-postgres</c>, or where everything else is kept: what is public is read there, by every node for itself.</summary>
    public string? Postgres { get; init; }

    public static FeedOptions Of(IConfiguration told) => new()
    {
        Postgres = told.FeedPostgres(),
        Institution = told["feed-institution"] is { Length: > 0 } name ? name : "Public feed",
        Address = told["feed-address"] is { Length: > 0 } address ? new Uri(address).GetLeftPart(UriPartial.Authority) : null,
        // over one database every node sees what is new and pushes it to its own: through Redis it would be pushed once for each of them
        Redis = told["feed-redis"] is { Length: > 0 } redis && told.FeedPostgres() is null ? redis : null,
        PerAddress = Number(told["feed-per-address"], int.MaxValue),
        Followers = Number(told["feed-followers"], FeedLimits.Followers),
    };

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : otherwise;
}
