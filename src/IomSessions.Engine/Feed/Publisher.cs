using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>Hands what stands in a session's public circle to the feed: from its first event at every start, so that nothing is missing
/// after a crash between the commit and the feed. It reads the public circle and no other.</summary>
internal sealed class Publisher(Ledger ledger, IPublicFeed feed, Action<Func<Task>> beside, Action<Exception> fault)
{
    private const int Page = 64;

    private int _busy;
    private long _given;
    private string _reference = "";

    /// <summary>Looks whether there is something new; never waits, never twice at once.</summary>
    public void Look()
    {
        var now = ledger.Now;
        if (now.State?.Public is { } circle && now.HeadOf(circle).Offset > Volatile.Read(ref _given) && Interlocked.Exchange(ref _busy, 1) == 0)
        {
            beside(() => GiveAsync(circle));
        }
    }

    private async Task GiveAsync(CircleId circle)
    {
        try
        {
            while (ledger.Now.HeadOf(circle).Offset is var head && head > _given)
            {
                var events = await ledger.ReadCircleAsync(circle, _given, (int)Math.Min(Page, head - _given), CancellationToken.None);
                _reference = events.Select(one => one.Event.Body).OfType<FeedOpened>().FirstOrDefault()?.Reference ?? _reference;
                await feed.PublishAsync(_reference, [.. events.Select(one => one.Event.Body).OfType<ItemPublished>()], CancellationToken.None);
                Volatile.Write(ref _given, _given + events.Count);
            }
        }
        catch (Exception failure)
        {
            // at the next tick again
            fault(failure);
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }
}
