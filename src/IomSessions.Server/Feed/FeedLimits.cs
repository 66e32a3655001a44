namespace IomSessions.Server.Feed;

/// <summary>The bounds of the read path (OP3), each with its reason. Bounds on what is published stand in <c>FeedBounds</c>.</summary>
internal static class FeedLimits
{
    /// <summary>Some 20 kB each: 400 MB, which a small machine has. More belong to a second process or a CDN.</summary>
    public const int Followers = 20_000;

    /// <summary>What one SignalR connection follows or listens to at once: more cases than anybody has on one page.</summary>
    public const int FollowsPerConnection = 16;

    /// <summary>No address that the feed hands out is longer; what is may be an attempt to fill a cache.</summary>
    public const int Target = 2_048;

    /// <summary>Browsers send a tenth of this; only the feed's own process sets it, for nobody signs in there.</summary>
    public const int Headers = 16 * 1024;

    /// <summary>Forms of one feed kept ready: languages times forms; beyond that they are made anew each time. So is what holds addresses as the
    /// client calls the server, for a client can call it anything.</summary>
    public const int Forms = 64;

    /// <summary>Feeds kept in memory though nobody follows them; the others are read from the file when asked for.</summary>
    public const int Books = 256;

    /// <summary>A follower is written so much at a time, then must have taken it: a long replay costs no memory.</summary>
    public const int Stretch = 32 * 1024;

    /// <summary>Followers are in so many shares, each with its own moment to hear a beat: never all of them at once.</summary>
    public const int Shares = 16;

    /// <summary>
    /// Proxies and phones give up a silent line after 30 s or more. A follower that takes nothing from one beat to the next is cut off, and
    /// gets what it missed when it comes back.
    /// </summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    /// <summary>How often the file is asked whether another process has published: within a second, however the clock falls.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>What a follower waits before it comes back; a lost server would else be met by all of them at once when it returns.</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromSeconds(3);

    /// <summary>How long a CDN may serve what it has. A retraction is gone from there after this at the latest.</summary>
    public const int CacheSeconds = 30;

    /// <summary>What a refused follower is asked to wait.</summary>
    public const int RetryAfterSeconds = 30;
}
