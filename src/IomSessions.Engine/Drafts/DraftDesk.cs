using System.Collections.Concurrent;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// The way of an edit: one queue per draft and node, beside the session's own, so that typing slows no room. What waits is decided against
/// the newest text and the newest state, and stored as one transaction; the store's unique version is the judge between nodes.
/// </summary>
/// <param name="committed">Called after each turn with whether the draft has grown, and the answers, which it tells.</param>
/// <param name="isBlind">Whether the state may be old: then nobody writes on it.</param>
internal sealed class DraftDesk(
    SessionId session, DraftBook book, Func<Session?> state, EnginePorts ports, Action<bool, IReadOnlyList<IAnswer>> committed, Func<bool> isBlind)
{
    /// <summary>Turns lost to other nodes in a row before editors are asked to try again.</summary>
    private const int Attempts = 16;

    /// <summary>Submissions that may wait, and how many are decided in one append.</summary>
    private const int Queued = 1_024;

    private const int PerTurn = 64;

    /// <summary>Ten who write at once answer to the same change: it takes all of them longer than a turn.</summary>
    private const int Patience = 4;

    private readonly ConcurrentQueue<PendingEdit> _edits = new();
    private readonly ConcurrentQueue<TaskCompletionSource> _readers = new();
    private readonly Pace _pace = new(ports.Clock, Patience);
    private readonly Writers _writers = new(ports.Clock);
    private Shift? _shift;
    private Gathering? _gathering;
    private int _refresh;
    private int _held;
    private long _touched = ports.Clock.GetTimestamp();

    public DraftBook Book => book;

    /// <summary>How long nobody has asked for it.</summary>
    public TimeSpan Idle => ports.Clock.GetElapsedTime(Volatile.Read(ref _touched));

    /// <summary>Nobody asked for it for long, and this node knows it no more: what others write is not read here.</summary>
    public bool IsLetGo { get; set; }

    public void Touch() => Volatile.Write(ref _touched, ports.Clock.GetTimestamp());

    /// <summary>Asks for changes; the answer comes after the commit. Null: all of them are stored.</summary>
    /// <param name="caller">The connection that asks, if one does.</param>
    public Task<Refusal?> SubmitAsync(Submission ask, IOutlet? caller = null)
    {
        Touch();
        var edit = new PendingEdit(ask, caller);
        if (_edits.Count >= Queued)
        {
            return Task.FromResult<Refusal?>(EngineRefusals.Busy);
        }

        _edits.Enqueue(edit);
        Begin(ports.RunAsked(caller is not null, _pace));
        return edit.Answered;
    }

    /// <summary>Asks to read what others have appended. Never waits.</summary>
    public void Refresh()
    {
        Volatile.Write(ref _refresh, 1);
        Begin();
    }

    /// <summary>Completes when everything is known that was stored before the call.</summary>
    public Task CatchUpAsync()
    {
        var reader = new TaskCompletionSource();
        _readers.Enqueue(reader);
        Begin();
        return reader.Task;
    }

    /// <summary>Until it is disposed no edit is decided here: whoever ends the circle is not outrun for ever.</summary>
    public IDisposable Hold()
    {
        Interlocked.Increment(ref _held);
        return new Held(this);
    }

    private bool MayDecide => Volatile.Read(ref _held) == 0 && !_edits.IsEmpty;

    private bool IsDue => MayDecide || OthersWrote;

    // something is to be read
    private bool OthersWrote => !_readers.IsEmpty || Volatile.Read(ref _refresh) == 1;

    private Gathering Gathering => Volatile.Read(ref _gathering)
        ?? LazyInitializer.EnsureInitialized(ref _gathering, () => new Gathering(ports.Clock, enough => OthersWrote || _edits.Count >= enough));

    private Shift Shift => Volatile.Read(ref _shift)
        ?? LazyInitializer.EnsureInitialized(ref _shift, () => new Shift(() => IsDue, RunTurnAsync, ports.RunBeside));

    private void Begin() => Begin(ports.RunBeside);

    private void Begin(Action<Func<Task>> run)
    {
        Shift.Begin(run);
        _gathering?.Look();
    }

    private async Task RunTurnAsync()
    {
        await _pace.RestAsync(Gathering, CancellationToken.None);
        var began = ports.Clock.GetTimestamp();
        var writers = await TurnAsync();
        _pace.Took(began, _writers.AreTogether(writers) ? writers.Count : 1);
    }

    /// <returns>Whose submissions it answered.</returns>
    private async Task<List<PersonId>> TurnAsync()
    {
        var (waiting, readers) = (new List<PendingEdit>(), new List<TaskCompletionSource>());
        var before = book.Now.Version;
        while (MayDecide && waiting.Count < PerTurn && _edits.TryDequeue(out var edit))
        {
            waiting.Add(edit);
        }

        while (_readers.TryDequeue(out var reader))
        {
            readers.Add(reader);
        }

        try
        {
            if (Interlocked.Exchange(ref _refresh, 0) == 1 || readers.Count > 0)
            {
                await book.CatchUpAsync(CancellationToken.None);
            }

            for (var attempt = 0; waiting.Exists(one => !one.IsAnswered) && attempt < Attempts; attempt++)
            {
                await TryAsync([.. waiting.Where(one => !one.IsAnswered)]);
            }

            waiting.ForEach(one => one.Answer(EngineRefusals.Busy));
        }
        catch (Exception failure)
        {
            // Whether the store has taken the changes is not known: sent again they are known by person and editor.
            ports.Fault(failure);
            waiting.ForEach(one => one.Answer(EngineRefusals.Unavailable));
            readers.ForEach(reader => reader.TrySetException(failure));
        }
        finally
        {
            if (book.Now.Version != before && book.Unkept >= Limits.DraftCheckpoint)
            {
                ports.RunBeside(CheckpointAsync);
            }

            committed(book.Now.Version != before, waiting);
            readers.ForEach(reader => reader.TrySetResult());
        }

        return waiting.ConvertAll(one => one.Ask.By);
    }

    private async Task TryAsync(List<PendingEdit> waiting)
    {
        if (isBlind())
        {
            // somebody who waits may have been sent away meanwhile (PE4, DR5)
            waiting.ForEach(one => one.Answer(EngineRefusals.Unavailable));
            return;
        }

        var turn = EditTurn.Decide(state(), book.Circle, book.Now.Manuscript, waiting);
        turn.Faults.ForEach(ports.Fault);
        if (turn.Changes.Count > 0)
        {
            var (rows, recorded) = turn.Seal(book, ports.Clock.GetUtcNow().ToUnixTimeMilliseconds());
            switch (await ports.Store.AppendChangesAsync(new DraftBatch(session, book.Circle, rows)))
            {
                case DraftOutcome.Conflict:
                    await book.CatchUpAsync(CancellationToken.None);
                    return;
                case DraftOutcome.Ended:
                    waiting.ForEach(one => one.Answer(Refusal.DraftEnded));
                    return;
                default:
                    book.Commit(recorded, turn.Text);
                    break;
            }
        }
        else if (turn.Refused.Count > 0 && await book.CatchUpAsync(CancellationToken.None))
        {
            // no append has shown that this was the newest text: a refusal must rest on it too
            return;
        }

        turn.Taken.ForEach(one => one.Answer(null));
        turn.Refused.ForEach(one => one.By.Answer(one.Refusal));
    }

    private async Task CheckpointAsync()
    {
        try
        {
            await book.CheckpointAsync(Limits.DraftCheckpoint);
        }
        catch (Exception failure)
        {
            // a cache: the changes are stored
            ports.Fault(failure);
        }
    }

    private sealed class Held(DraftDesk desk) : IDisposable
    {
        private int _released;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _released, 1) == 0)
            {
                Interlocked.Decrement(ref desk._held);
                desk.Begin();
            }
        }
    }
}
