using Xunit;

namespace IomSessions.Engine.Tests.Storage;

/// <summary>What the engine may rely on, wherever keys are kept.</summary>
public abstract class KeyStoreContract
{
    protected abstract IKeyStore Keys { get; }

    [Fact]
    public async Task ST2_keys_are_made_once_and_are_32_bytes()
    {
        var (session, hall, bench) = (Batches.Session(), Batches.Circle(), Batches.Circle());
        var made = await Keys.EnsureAsync(session, [hall, bench]);
        var again = await Keys.EnsureAsync(session, [bench]);
        var ring = await Keys.OpenAsync(session);
        Assert.Equal(2, made.Count);
        Assert.Equal(made[bench], Assert.Single(again).Value);
        Assert.Equal(2, ring.Circles.Count);
        Assert.Equal(made[hall], ring.Circles[hall]);
        Assert.All([ring.Session, .. made.Values], k => Assert.Equal(32, k.Length));
        Assert.Equal(ring.Session, (await Keys.OpenAsync(session)).Session);
    }

    [Fact]
    public async Task ST2_no_two_circles_or_sessions_share_a_key()
    {
        var circle = Batches.Circle();
        var seen = new HashSet<string>();
        for (var n = 0; n < 8; n++)
        {
            var session = Batches.Session();
            var keys = await Keys.EnsureAsync(session, [circle, Batches.Circle()]);
            Assert.All(keys.Values, k => Assert.True(seen.Add(Convert.ToHexString(k))));
            Assert.True(seen.Add(Convert.ToHexString((await Keys.OpenAsync(session)).Session)));
        }
    }

    [Fact]
    public async Task ST2_callers_at_the_same_time_get_the_same_key()
    {
        var (session, circle) = (Batches.Session(), Batches.Circle());
        var keys = await Task.WhenAll(Enumerable.Range(0, 16)
            .Select(_ => Task.Run(async () => (await Keys.EnsureAsync(session, [circle]))[circle])));
        Assert.Single(keys.Select(Convert.ToHexString).Distinct());
    }

    [Fact]
    public async Task ST2_looking_for_keys_makes_none()
    {
        var (session, hall, bench) = (Batches.Session(), Batches.Circle(), Batches.Circle());
        Assert.Null(await Keys.FindAsync(session));
        Assert.Empty(await Keys.FindAsync(session, [hall]));
        Assert.Null(await Keys.FileKeyAsync(session, new(Guid.NewGuid())));
        Assert.Null(await Keys.FindAsync(session));
        var made = await Keys.EnsureAsync(session, [hall]);
        var found = await Keys.FindAsync(session, [hall, bench, hall]);
        Assert.Equal(made[hall], Assert.Single(found).Value);
        var ring = (await Keys.FindAsync(session))!;
        Assert.Equal((await Keys.OpenAsync(session)).Session, ring.Session);
        Assert.Equal(made[hall], Assert.Single(ring.Circles).Value);
    }

    [Fact]
    public async Task ST2_a_key_made_elsewhere_a_moment_ago_is_found()
    {
        var (session, hall, bench) = (Batches.Session(), Batches.Circle(), Batches.Circle());
        await Keys.EnsureAsync(session, [hall]);
        Assert.Single((await Keys.FindAsync(session))!.Circles);
        var made = await Keys.EnsureAsync(session, [bench]);
        Assert.Equal(made[bench], (await Keys.FindAsync(session, [bench]))[bench]);
        Assert.Equal(2, (await Keys.FindAsync(session))!.Circles.Count);
    }
}
