using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// Delivery of drafts, within the pump's turns and by the same rule of access as everything else: asked anew for each turn, so that whoever
/// is sent away gets no further letter.
/// </summary>
/// <param name="beside">Runs a reading beside the turns; it ends with a <see cref="Note.DraftRead"/>.</param>
internal sealed class DraftDelivery(Action<Func<Task>> beside, Action<Note> tell, Action<Exception> fault)
{
    // what has been made in a turn, for all that are told the same
    private readonly Dictionary<(DraftBook, long After), List<(Frame, RecordedChange Last)>> _made = [];

    public static void Take(Note.DraftRead read)
    {
        (read.Draft.Reading, read.Draft.Resting, read.Draft.Read) = (false, read.Changes is null, read.Changes);
    }

    /// <summary>Posts what there is for each connection.</summary>
    public void Post(List<Seat> seats, Readable readable, bool tick)
    {
        try
        {
            foreach (var seat in seats)
            {
                // whoever catches up hears of events first: whether he had them already would depend on where they are read from, and that on what others said
                if (seat is { Standing: SeatStanding.Joined, CatchingUp: false })
                {
                    Post(seat, readable, tick);
                }
            }
        }
        finally
        {
            _made.Clear();
        }
    }

    /// <summary>Tells a caret to those who follow the draft in the same room (DR1, RM10).</summary>
    public static void Post(DraftCaretSignal caret, List<Seat> seats, Session state)
    {
        if (!state.People.TryGetValue(caret.Person, out var by) || by.Room is not { } room || !Access.MayRead(by.Id, caret.Circle, state))
        {
            return;
        }

        var frame = Frame.Of(Target.DraftCaret, caret);
        foreach (var seat in seats.Where(seat => seat is { Standing: SeatStanding.Joined, CatchingUp: false } && seat.Person != caret.Person
            && seat.Outlet.IsIdle && seat.Follows(caret.Circle) && state.People[seat.Person].Room == room
            && Access.MayRead(seat.Person, caret.Circle, state)))
        {
            seat.Outlet.TryPost(frame);
        }
    }

    /// <summary>What a connection holds of all the drafts that it follows, for its beat.</summary>
    public static UInt128 Hash(Seat seat)
    {
        var hash = UInt128.Zero;
        foreach (var draft in seat.Drafts)
        {
            hash ^= draft.HasBegun ? draft.Mark : UInt128.Zero;
        }

        return hash;
    }

    private void Post(Seat seat, Readable readable, bool tick)
    {
        foreach (var draft in seat.Drafts)
        {
            draft.Resting &= !tick;
            if (!readable.May(seat.Person, draft.Circle))
            {
                seat.Leave(draft.Circle);
            }
            else if (!seat.Blocked && !Post(seat, draft))
            {
                seat.Blocked = true;
                Measures.QueueFull();
            }
        }
    }

    // false: the queue is full
    private bool Post(Seat seat, DraftFollow draft)
    {
        draft.Keep();
        if (!draft.TellText(seat.Outlet))
        {
            return false;
        }

        while (!draft.Reading && !draft.Resting)
        {
            if (Pages(draft) is not { } pages)
            {
                Read(draft);
                return true;
            }

            foreach (var (frame, last) in pages)
            {
                if (!seat.Outlet.TryPost(frame))
                {
                    return false;
                }

                (draft.Version, draft.Mark) = (last.Version, last.Mark);
            }

            if (draft.Read is null)
            {
                return true;
            }

            draft.Read = null;
        }

        return true;
    }

    private void Read(DraftFollow draft)
    {
        draft.Reading = true;
        beside(() => ReadAsync(draft));
    }

    private async Task ReadAsync(DraftFollow draft)
    {
        IReadOnlyList<RecordedChange>? changes = null;
        try
        {
            changes = await draft.Book.ReadAsync(draft.Version, CancellationToken.None);
        }
        catch (Exception failure)
        {
            fault(failure);
        }

        tell(new Note.DraftRead(draft, changes));
    }

    // What is to be told of a draft, made once for all that are told the same; null: it must be read first.
    private List<(Frame Frame, RecordedChange Last)>? Pages(DraftFollow draft)
    {
        if (draft.Read is { } read)
        {
            return Pages(draft.Circle, After(draft.Version, read));
        }

        var place = (draft.Book, draft.Version);
        if (!_made.TryGetValue(place, out var pages) && draft.Book.After(draft.Version) is { } changes)
        {
            _made[place] = pages = Pages(draft.Circle, changes);
        }

        return pages;
    }

    // what was read may have been posted from the newest meanwhile
    private static List<RecordedChange> After(long version, IReadOnlyList<RecordedChange> read) => [.. read.Where(one => one.Version > version)];

    private static List<(Frame, RecordedChange)> Pages(CircleId circle, IReadOnlyList<RecordedChange> changes)
    {
        var (pages, page, bytes) = (new List<(Frame, RecordedChange)>(1), new List<RecordedChange>(changes.Count), 0);
        foreach (var one in changes)
        {
            if (page.Count > 0 && bytes + one.Wire.Length > Limits.DeliveryBytes)
            {
                pages.Add((Of(circle, page), page[^1]));
                (page, bytes) = ([], 0);
            }

            page.Add(one);
            bytes += one.Wire.Length;
        }

        if (page.Count > 0)
        {
            pages.Add((Of(circle, page), page[^1]));
        }

        return pages;
    }

    private static Frame Of(CircleId circle, List<RecordedChange> page) => Frame.Of(
        Target.DraftChanges, new DraftChangesSignal(circle, page[0].Version - 1, Marks.Text(page[^1].Mark), new ChangeList(page)));
}
