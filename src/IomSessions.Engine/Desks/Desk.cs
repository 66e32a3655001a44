using System.Collections.Concurrent;
using System.Threading.Channels;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// The way of a command: one queue per session and node. A turn takes what waits, decides it against the newest state, appends all
/// events at once and answers after the commit. The store's unique version is the judge between nodes; a conflict reads and decides
/// again.
/// </summary>
/// <param name="committed">Called after each turn with the answers, which it tells, and the version reached; null: this turn has written nothing.</param>
/// <param name="fault">Called with each defect met; never with content.</param>
public sealed class Desk(
    SessionId session, Ledger ledger, IEventStore store, TimeProvider clock, Action<long?, IReadOnlyList<IAnswer>> committed, Action<Exception> fault)
{
    /// <summary>Turns lost to other nodes in a row before callers are asked to try again: where two nodes always write to one session, each
    /// loses every other.</summary>
    private const int Attempts = 40;

    /// <summary>So long after another node has written one takes turns with it: whoever has written lets the other come first, or each would
    /// lose half of its turns to the other.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest wait for the other, who may have nothing to say.</summary>
    private static readonly TimeSpan Courtesy = TimeSpan.FromMilliseconds(8);

    private readonly Channel<Pending?> _queue = Channel.CreateBounded<Pending?>(
        new BoundedChannelOptions(Limits.QueuedCommands) { SingleReader = true });

    private readonly Lock _gate = new();
    private readonly ConcurrentQueue<TaskCompletionSource> _readers = new();
    private Gathering? _gathering;
    private volatile bool _isUrgent;
    private long _toKnow;
    private long? _othersWrote;
    private bool _wroteLast;
    private bool _hasWritten;

    /// <summary>Asks for a command; the answer comes after the commit.</summary>
    /// <param name="caller">The connection that asks, if one does.</param>
    public Task<CommandOutcome> SubmitAsync(Command command, IOutlet? caller = null)
    {
        var pending = new Pending(command, ledger.Codec.Digest(command.Body), caller);
        if (ReadySeeds.Opens(command.Body))
        {
            _isUrgent = true;
        }

        if (!_queue.Writer.TryWrite(pending))
        {
            pending.Answer(new CommandOutcome.Refused(EngineRefusals.Busy));
            pending.Tell();
        }

        Called(caller is not null);
        _gathering?.Look();
        return pending.Answered;
    }

    /// <summary>Called when a turn is due, and whether a connection asks for it, which is being listened to; must not wait.</summary>
    internal Action<bool> Called { get; init; } = _ => { };

    /// <summary>Called when it has been read that another node has moved somebody, and more is to be stored in this turn; must not wait.</summary>
    internal Action Moved { get; init; } = () => { };

    /// <summary>Whether a turn is due.</summary>
    public bool IsDue => _queue.Reader.Count > 0;

    /// <summary>Where it waits until more has come. Who is where is told at once: what may open sittings ends the waiting.</summary>
    internal Gathering Gathering => Volatile.Read(ref _gathering) ?? LazyInitializer.EnsureInitialized(ref _gathering, () => new Gathering(clock, IsEnough));

    /// <summary>Where another node writes to the same session just now, and this one has written last: waits a moment until the other's is to
    /// be read.</summary>
    public Task TakeTurnsAsync(CancellationToken stop) =>
        _wroteLast && _othersWrote is { } then && clock.GetElapsedTime(then) < Lately && !IsRefreshing
            ? Gathering.UntilAsync(int.MaxValue, Courtesy, stop)
            : Task.CompletedTask;

    private bool IsRefreshing => Volatile.Read(ref _toKnow) > 0 || !_readers.IsEmpty;

    private bool IsEnough(int enough) => _isUrgent || IsRefreshing || _queue.Reader.Count >= enough;

    /// <summary>Others have appended up to a version: asks to read it, unless it is known by then. Never waits; when the queue is full a
    /// turn is coming anyway.</summary>
    public void Refresh(long version)
    {
        lock (_gate)
        {
            _toKnow = Math.Max(_toKnow, version);
        }

        Wake();
    }

    private long TakeToKnow()
    {
        lock (_gate)
        {
            (var version, _toKnow) = (_toKnow, 0);
            return version;
        }
    }

    // false: the queue is full, and a turn is coming anyway; or it is closed
    private bool Wake()
    {
        var isTaken = _queue.Writer.TryWrite(null);
        Called(false);
        _gathering?.Look();
        return isTaken;
    }

    /// <summary>Completes when everything is known that was stored before the call; cancelled when no turn is taken any more.</summary>
    public Task CatchUpAsync()
    {
        var reader = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _readers.Enqueue(reader);
        if (!Wake() && _queue.Reader.Completion.IsCompleted)
        {
            // of what is left in a closed queue turns are still taken, and they answer him too
            reader.TrySetCanceled();
        }

        return reader.Task;
    }

    public void Close() => _queue.Writer.TryComplete();

    /// <summary>One turn over what waits now.</summary>
    /// <returns>How many commands it answered.</returns>
    public async Task<int> TurnAsync(CancellationToken stop)
    {
        var (waiting, readers) = (new List<Pending>(), new List<TaskCompletionSource>());
        (_isUrgent, _hasWritten) = (false, false);
        while (waiting.Count < Limits.CommandsPerAppend && _queue.Reader.TryRead(out var next))
        {
            if (next is not null)
            {
                waiting.Add(next);
            }
        }

        while (_readers.TryDequeue(out var reader))
        {
            readers.Add(reader);
        }

        var refresh = TakeToKnow() > ledger.Now.Version || readers.Count > 0;
        if (waiting.Count == 0 && !refresh)
        {
            // what was rung for is known already
            return 0;
        }

        using var turn = Spans.Turn(waiting);
        try
        {
            if (refresh)
            {
                await CatchUpAsync(waiting.Count > 0, stop);
                readers.ForEach(reader => reader.TrySetResult());
            }

            for (var attempt = 0; waiting.Exists(one => !one.IsAnswered); attempt++)
            {
                if (attempt == Attempts)
                {
                    Refuse(waiting, EngineRefusals.Busy);
                    break;
                }

                await TryAsync([.. waiting.Where(one => !one.IsAnswered)], stop);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // Whether the store has taken the batch is not known: the same command id sent again finds out.
            _hasWritten |= waiting.Count > 0;
            Refuse(waiting, EngineRefusals.Unavailable);
            readers.ForEach(reader => reader.TrySetException(failure));
            await ledger.CatchUpAsync(stop);
            throw;
        }
        finally
        {
            committed(_hasWritten ? ledger.Now.Version : null, waiting);
        }

        return waiting.Count;
    }

    private async Task TryAsync(List<Pending> waiting, CancellationToken stop)
    {
        Batch batch;
        using (Spans.Part("decide"))
        {
            batch = Batch.Decide(ledger.Now, waiting);
        }

        batch.Faults.ForEach(fault);
        if (batch.Events.Count > 0)
        {
            await ledger.Codec.EnsureAsync(batch.Events.Select(told => told.Circle), ledger.Now.Heads.ContainsKey, stop);
            var (rows, recorded) = batch.Seal(ledger, clock.GetUtcNow().ToUnixTimeMilliseconds());
            // a command that changed nothing is not kept, whatever else stands in the same append
            var commands = batch.Accepted
                .Where(one => one.Changed)
                .Select(one => new StoredCommand(one.By.Command.By, one.By.Command.Id, one.By.Digest,
                    ledger.Codec.SealAnswer(one.By.Command, one.Answer)))
                .ToList();
            var append = new AppendBatch(session, ledger.Now.Version, rows, commands) { Ends = [.. batch.Accepted.SelectMany(one => Ends(one.By.Command, batch))] };
            switch (await AppendAsync(append, stop))
            {
                case AppendOutcome.DraftMoved moved:
                    Refuse([.. batch.Accepted.Where(one => Ends(one.By.Command, batch).Any(end => end.Circle == moved.Circle)).Select(one => one.By)], EngineRefusals.DraftMoved);
                    return;
                case AppendOutcome.Conflict:
                    await CatchUpAsync(isMoreToCome: true, stop);
                    return;
                case AppendOutcome.Duplicate duplicate:
                    AnswerKnown(waiting, duplicate.Known);
                    return;
                default:
                    ledger.Commit(rows, recorded, batch.State!);
                    _wroteLast = _hasWritten = true;
                    break;
            }
        }
        else if (waiting.Count > 0 && await store.HeadAsync(session, stop) != ledger.Now.Version)
        {
            // no append has shown that this is the newest state: an answer that changes nothing must rest on it too
            await CatchUpAsync(isMoreToCome: true, stop);
            return;
        }

        foreach (var (by, answer, _) in batch.Accepted.Where(one => one.Changed))
        {
            by.Answer(new CommandOutcome.Done(answer));
        }

        foreach (var (by, answer, _) in batch.Accepted.Where(one => !one.Changed))
        {
            await AnswerUnlessKnownAsync(by, new CommandOutcome.Done(answer), stop);
        }

        foreach (var (by, refusal) in batch.Refused)
        {
            await AnswerUnlessKnownAsync(by, new CommandOutcome.Refused(refusal), stop);
        }
    }

    private async ValueTask CatchUpAsync(bool isMoreToCome, CancellationToken stop)
    {
        var before = ledger.Now.Version;
        await ledger.CatchUpAsync(stop);
        if (ledger.Now.Version == before)
        {
            return;
        }

        (_othersWrote, _wroteLast) = (clock.GetTimestamp(), false);
        if (isMoreToCome && Presence.Moves(ledger.After(before).Events))
        {
            // who is where is told at once, not when what is said here is stored too
            Moved();
        }
    }

    private async ValueTask<AppendOutcome> AppendAsync(AppendBatch batch, CancellationToken stop)
    {
        using var span = Spans.Part("append");
        var began = clock.GetTimestamp();
        var outcome = await store.AppendAsync(batch, stop);
        Measures.Appended(clock.GetElapsedTime(began), batch.Events.Count);
        return outcome;
    }

    // A command that changes nothing now may be one that was carried out before: then the first answer stands.
    private async ValueTask AnswerUnlessKnownAsync(Pending pending, CommandOutcome outcome, CancellationToken stop)
    {
        if (await store.FindCommandAsync(session, pending.Command.By, pending.Command.Id, stop) is { } known)
        {
            AnswerKnown([pending], [known]);
        }
        else
        {
            pending.Answer(outcome);
        }
    }

    private void AnswerKnown(List<Pending> waiting, IReadOnlyList<StoredCommand> known)
    {
        foreach (var stored in known)
        {
            foreach (var pending in waiting.Where(one => one.Key == (stored.By, stored.Id)))
            {
                pending.Answer(pending.Digest.AsSpan().SequenceEqual(stored.Digest)
                    ? new CommandOutcome.Done(ledger.Codec.OpenAnswer(pending.Command, stored.Answer))
                    : new CommandOutcome.Refused(EngineRefusals.IdReused));
            }
        }
    }

    // what a command knows of a draft that ends with it
    private static IEnumerable<DraftEnd> Ends(Command command, Batch batch) => command.Body is not SetDraftPeople ? [] : command.Drafts
        .Where(facts => batch.Events.Exists(told => told.Circle == facts.Circle && told.Body is DraftEnded))
        .Select(facts => new DraftEnd(facts.Circle, facts.Version));

    private static void Refuse(List<Pending> waiting, Refusal refusal) =>
        waiting.ForEach(one => one.Answer(new CommandOutcome.Refused(refusal)));
}
