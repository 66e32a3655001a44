using System.Diagnostics;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// The way of an event: the only sender. A turn takes what the log has gained, asks the one rule of access for each connection, and
/// posts. Live delivery and replay differ only in where the events are read from.
/// </summary>
/// <param name="reread">Runs a reread from the store beside the turns, so that one reader harms nobody else (DL5).</param>
/// <param name="note">Asks the desk for what time or absence has brought about.</param>
/// <param name="fault">Called with each defect met; never with content.</param>
/// <remarks>With several nodes it may be blind: then what it knows may be old, and it delivers nothing.</remarks>
public sealed class Pump(
    Ledger ledger, TimeProvider clock, Action<Func<Task>> reread, Action<CommandBody> note, Action<Exception> fault)
{
    private static readonly HashSet<PersonId> Nobody = [];

    private readonly Notes _notes = new();
    private readonly List<Seat> _seats = [];
    private readonly Pulse _pulse = new(clock);
    private readonly MediatorWatch _watch = new(clock, absent => note(new NoteMediators(absent)));
    private readonly DueWatch _due = new(clock, note);
    private readonly List<TaskCompletionSource> _waiting = [];
    private readonly Replies _replies = new();
    private Presence? _presence;
    private DraftDelivery? _drafts;
    private IReadOnlySet<PersonId> _elsewhere = Nobody;
    private volatile IReadOnlyCollection<PersonId> _here = [];
    private long _seen;
    private Activity? _about;
    private Readable? _readable;

    /// <summary>Connections that have said hello.</summary>
    public int Seats => _seats.Count;

    /// <summary>Whether the log holds something that no turn has told yet.</summary>
    public bool IsBehind => Volatile.Read(ref _seen) < ledger.Now.Version;

    /// <summary>Who is connected on this node.</summary>
    public IReadOnlyCollection<PersonId> Here => _here;

    /// <summary>Whether what is known here may be old; nobody is told anything then.</summary>
    internal Func<bool> IsBlind { get; init; } = () => false;

    /// <summary>Called when it may have changed who is connected here; must not wait.</summary>
    internal Action CompanyChanged { get; init; } = () => { };

    /// <summary>The turn of the desk that woke it last, if it is traced.</summary>
    internal Activity? About
    {
        set => _about = value;
    }

    private Presence Presence => _presence ??= new Presence(clock, () => Tell(Note.Wake.Up));

    private DraftDelivery Drafts => _drafts ??= new DraftDelivery(reread, Tell, fault);

    /// <summary>Called when a turn is due; must not wait.</summary>
    internal Action Called { get; init; } = () => { };

    /// <summary>Whether a turn is due.</summary>
    public bool IsDue => _notes.Any;

    internal void Tell(Note note)
    {
        if (_notes.TryTell(note))
        {
            Called();
        }
    }

    /// <inheritdoc cref="Notes.Answer"/>
    internal void Answer(IReadOnlyList<IAnswer> answers, bool grown) => _notes.Answer(answers, grown);

    public void Tick() => Tell(Note.Tick.Now);

    public void Close() => _notes.Close();

    /// <inheritdoc cref="Notes.ToldAsync"/>
    internal Task ToldAsync() => _notes.ToldAsync();

    /// <summary>One turn over what has come in; never waits. One at a time.</summary>
    public void Turn()
    {
        try
        {
            TurnOnce();
        }
        finally
        {
            _replies.Release();
            _waiting.ForEach(one => one.TrySetResult());
            _waiting.Clear();
        }
    }

    private void TurnOnce()
    {
        var tick = false;
        while (_notes.TryTake(out var note))
        {
            tick |= note is Note.Tick;
            Take(note);
        }

        _replies.Tell();
        if (ledger.Now.State is null)
        {
            return;
        }

        if (tick)
        {
            // before anything is delivered: whether a dying line still gets the last events would depend on where they are read from
            _pulse.Look(_seats);
            // who is cut off is told to those who saw him, now and not when something else happens to be told
            Presence.Stale |= _seats.Exists(seat => seat.Standing == SeatStanding.Gone);
        }

        if (IsBlind())
        {
            Pulse.Beat(_seats, ledger, ledger.Now);
            LookWhoIsHere();
            return;
        }

        // one state for the whole turn: the desk may go on meanwhile, and nobody may hear from a state that was not asked about him
        Applied now;
        using (Spans.Deliver(Interlocked.Exchange(ref _about, null)))
        {
            now = Deliver(tick);
        }

        if (tick)
        {
            _watch.Look(now.State!, _seats, _elsewhere);
            _due.Look(now.State!);
        }

        Pulse.Beat(_seats, ledger, now);
        LookWhoIsHere();
        Presence.TellIfChanged(_seats, _elsewhere, now.State!);
        _seats.RemoveAll(seat => seat.Standing == SeatStanding.Gone);
    }

    private void LookWhoIsHere()
    {
        if (Presence.Stale)
        {
            var here = _seats.Where(seat => seat.Standing == SeatStanding.Joined).Select(seat => seat.Person).ToHashSet();
            if (!here.SetEquals(_here))
            {
                _here = here;
                CompanyChanged();
            }
        }
    }

    private void Take(Note note)
    {
        switch (note)
        {
            case Note.Arrive { Seat.Standing: SeatStanding.New } arrive:
                Add(arrive.Seat);
                break;
            case Note.Join join:
                Join(join);
                break;
            case Note.Wait { Seat.Standing: SeatStanding.New } wait:
                wait.Seat.Standing = SeatStanding.Waiting;
                Add(wait.Seat);
                break;
            case Note.Leave leave:
                leave.Seat.Standing = SeatStanding.Gone;
                _seats.Remove(leave.Seat);
                Presence.Stale = true;
                break;
            case Note.Reread done:
                done.Seat.Rereading = false;
                done.Seat.Resting = done.Failed;
                done.Seat.Blocked &= !done.Seat.DrainedMeanwhile;
                done.Seat.DrainedMeanwhile = false;
                if (done.Seat.NextJoin is { } next)
                {
                    done.Seat.NextJoin = null;
                    Join(next);
                }

                break;
            case Note.Drained drained:
                drained.Seat.Blocked = false;
                drained.Seat.DrainedMeanwhile = drained.Seat.Rereading;
                break;
            case Note.Answers answers:
                _replies.Add(answers.Ready);
                break;
            case Note.Typing typing when !IsBlind() && ledger.Now.State is { } state:
                TypingDelivery.Post(typing, _seats, state);
                break;
            case Note.Told told:
                _waiting.Add(told.Over);
                break;
            case Note.FollowDraft follow:
                follow.Seat.Follow(follow.Draft);
                break;
            case Note.LeaveDraft leave:
                leave.Seat.Leave(leave.Circle);
                break;
            case Note.DraftRead read:
                DraftDelivery.Take(read);
                break;
            case Note.Caret caret when !IsBlind() && ledger.Now.State is { } state:
                DraftDelivery.Post(caret.Signal, _seats, state);
                break;
            case Note.Elsewhere elsewhere when !elsewhere.People.SetEquals(_elsewhere):
                _elsewhere = elsewhere.People;
                Presence.Stale = true;
                break;
            case Note.Stop:
                _seats.ForEach(seat => Dismiss(seat, GoodbyeSignal.Restarting));
                break;
        }
    }

    private void Join(Note.Join join)
    {
        var (seat, held) = (join.Seat, join.Held);
        if (seat.Standing == SeatStanding.Gone)
        {
            return;
        }

        if (seat.Rereading)
        {
            // the reread that is under way owns the positions: this hello is heard after it
            seat.NextJoin = join;
            return;
        }

        if (held is null)
        {
            if (!seat.Outlet.TryPost(Frame.Of(Target.Reset, new ResetSignal("log_changed"))))
            {
                // it must not hear everything again without having been told to forget
                Dismiss(seat, GoodbyeSignal.TooSlow);
                return;
            }

            Measures.Reset();
            seat.PresenceTold = null;
        }

        seat.Outlet.Drained = () => Tell(new Note.Drained(seat));
        seat.Positions = held ?? [];
        seat.Outline = join.Recent is { } recent && seat.Positions.Count == 0 ? new Outline(recent) : null;
        seat.Standing = SeatStanding.Joined;
        seat.CatchingUp = true;
        seat.AccessEpoch = -1;
        seat.LookedAt = null;
        _pulse.Begin(seat);
        Add(seat);
        Presence.Stale = true;
    }

    private void Add(Seat seat)
    {
        if (!_seats.Contains(seat))
        {
            _seats.Add(seat);
        }
    }

    private Applied Deliver(bool tick)
    {
        var (events, now) = ledger.After(_seen);
        var state = now.State!;
        // what is only said changes no state: the answers of the turn before stand
        var readable = _readable?.IsOf(state) == true ? _readable : _readable = new Readable(state);
        foreach (var seat in _seats)
        {
            if (!ReferenceEquals(seat.LookedAt, state))
            {
                LookAtRights(seat, state);
                seat.LookedAt = seat.Standing is SeatStanding.Joined ? state : null;
            }

            seat.CatchingUp |= events is null;
            seat.Resting &= !tick;
        }

        Presence.Stale |= Presence.Moves(events);
        if (Presence.Stale)
        {
            // who is here now is told after what has happened, and in the same write
            _seats.ForEach(seat => _replies.Hold(seat.Outlet));
        }

        Live.Post(events ?? [], _seats, readable);
        Volatile.Write(ref _seen, now.Version);
        foreach (var seat in _seats.Where(seat => seat is { Standing: SeatStanding.Joined, CatchingUp: true, Rereading: false, Blocked: false, Resting: false }))
        {
            if (seat.Outline is not null || (!Replay.FromTail(seat, ledger, now, readable) && !seat.Blocked))
            {
                seat.Rereading = true;
                Measures.CaughtUp(seat.Outline is null ? "store" : "outline");
                reread(() => RereadAsync(seat));
            }
        }

        Drafts.Post(_seats, readable, tick);
        return now;
    }

    private async Task RereadAsync(Seat seat)
    {
        var failed = true;
        try
        {
            if (seat.Outline is not { } outline)
            {
                await Replay.FromStoreAsync(seat, ledger, IsBlind);
            }
            else if (await outline.TellAsync(seat, ledger, IsBlind))
            {
                seat.Outline = null;
            }

            failed = false;
        }
        catch (Exception failure)
        {
            fault(failure);
        }

        Tell(new Note.Reread(seat, failed));
    }

    // Removal and revocation cut a connection before the next frame; a new right to an old circle is caught up on (PE4, PE6).
    private void LookAtRights(Seat seat, Session state)
    {
        if (seat.Standing == SeatStanding.Gone)
        {
            return;
        }

        if (!Access.MayConnect(seat.Person, seat.Device, state))
        {
            if (!seat.MayStay(state))
            {
                Dismiss(seat, Access.IsRemoved(seat.Person, state) ? GoodbyeSignal.Removed : GoodbyeSignal.DeviceRevoked);
            }

            return;
        }

        if (seat.Standing == SeatStanding.Waiting)
        {
            Dismiss(seat, GoodbyeSignal.DeviceConfirmed);
            return;
        }

        if (seat.AccessEpoch != state.AccessEpoch)
        {
            // somebody may read now what was said before: all of it, from the log
            seat.AccessEpoch = state.AccessEpoch;
            seat.CatchingUp = true;
        }
    }

    private void Dismiss(Seat seat, GoodbyeSignal why)
    {
        seat.Standing = SeatStanding.Gone;
        seat.Outlet.Close(Frame.Of(Target.Goodbye, why));
        Measures.Goodbye(why);
        Presence.Stale = true;
    }
}
