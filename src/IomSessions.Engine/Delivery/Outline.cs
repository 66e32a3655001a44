using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// What somebody who holds nothing is told instead of everything: the heads, what lasts, and the newest of each open circle (ST6). Read
/// from the store circle by circle, so that neither its length nor what is read for it depends on what is said elsewhere.
/// </summary>
/// <param name="recent">How many of the newest events of each open circle are told.</param>
internal sealed class Outline(int recent)
{
    private readonly Queue<IReadOnlyList<Recorded>> _pages = new();
    private bool _begun;

    /// <param name="isBlind">Whether the state may be old.</param>
    /// <returns>False: the queue is full, the connection has gone, or this node is blind; what is left follows when it has drained, or is not.</returns>
    public async Task<bool> TellAsync(Seat seat, Ledger ledger, Func<bool> isBlind)
    {
        if (!_begun && !await BeginAsync(seat, ledger, isBlind))
        {
            return false;
        }

        while (_pages.TryPeek(out var page))
        {
            if (isBlind())
            {
                return false;
            }

            // asked anew for each page: somebody removed meanwhile gets no more of it
            var state = ledger.Now.State!;
            var told = Frame.Past([.. page.Where(one => Access.MayRead(seat.Person, one.Circle, state))], _pages.Count > 1);
            if (seat.Standing != SeatStanding.Joined || !seat.Outlet.TryPost(told))
            {
                seat.Blocked = seat.Standing == SeatStanding.Joined;
                return false;
            }

            _pages.Dequeue();
        }

        return true;
    }

    private async Task<bool> BeginAsync(Seat seat, Ledger ledger, Func<bool> isBlind)
    {
        var now = ledger.Now;
        var state = now.State!;
        var mine = now.Heads.Where(head => Access.MayRead(seat.Person, head.Key, state)).ToList();
        var open = mine.Where(head => !state.Circles[head.Key].Ended).OrderBy(head => head.Value.Opened).ToList();
        var past = new List<Recorded>();
        foreach (var (circle, _) in open)
        {
            past.AddRange(await ledger.PastAsync(now, circle, RecentOf(state.Circles[circle].Kind)));
        }

        if (isBlind())
        {
            return false;
        }

        past.Sort((one, other) => one.Version.CompareTo(other.Version));
        var ended = mine.Where(head => state.Circles[head.Key].Ended).Select(head => head.Value.Mark).ToList();
        var outline = new OutlineSignal(
            [.. open.Select(head => new OutlinedHead(head.Key, state.Circles[head.Key].Kind, head.Value.Offset, Marks.Text(head.Value.Mark)))],
            ended.Count == 0 ? null : new(ended.Count, Marks.Text(ended.Aggregate((one, other) => one ^ other))));
        if (seat.Standing != SeatStanding.Joined || !seat.Outlet.TryPost(Frame.Of(Target.Outline, outline)))
        {
            seat.Blocked = seat.Standing == SeatStanding.Joined;
            return false;
        }

        seat.Positions = mine.ToDictionary(head => head.Key, head => head.Value.Offset);
        foreach (var page in Page.Split(past))
        {
            _pages.Enqueue(page.Events);
        }

        if (_pages.Count == 0)
        {
            _pages.Enqueue([]);
        }

        return _begun = true;
    }

    // what was frozen of a draft lasts; its texts are long, and read when somebody wants one
    private int RecentOf(CircleKind kind) => kind == CircleKind.Draft ? 0 : recent;
}
