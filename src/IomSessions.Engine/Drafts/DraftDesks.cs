using System.Collections.Concurrent;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>The drafts of a session that are written on or followed on this node, opened when first asked for and let go when nobody asks
/// any more.</summary>
/// <param name="committed">Called after each turn at a desk.</param>
/// <param name="isBlind">Whether what this node knows of who may write may be old.</param>
internal sealed class DraftDesks(
    SessionId session, Ledger ledger, EnginePorts ports, Action<bool, IReadOnlyList<IAnswer>> committed, Func<bool> isBlind)
{
    /// <summary>After this long without anybody a draft is let go.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<CircleId, Task<DraftDesk>> _desks = new();
    private readonly Lock _opening = new();

    /// <summary>How many are open here.</summary>
    public int Count => _desks.Count;

    /// <summary>The desk of a draft; null: it is no circle of a draft, or not his to read. One answer for both.</summary>
    public async ValueTask<DraftDesk?> FindAsync(PersonId person, CircleId circle, CancellationToken stop = default)
    {
        if (ledger.Now.State is not { } state || !Access.MayRead(person, circle, state) || state.Circles[circle].Kind != CircleKind.Draft)
        {
            return null;
        }

        Task<DraftDesk>? open;
        TaskCompletionSource<DraftDesk>? mine = null;
        lock (_opening)
        {
            if (!_desks.TryGetValue(circle, out open))
            {
                mine = new(TaskCreationOptions.RunContinuationsAsynchronously);
                _desks[circle] = open = mine.Task;
            }
        }

        if (mine is not null)
        {
            // after the lock: a store may read all of it before it returns
            _ = OpenAsync(circle, mine);
        }

        try
        {
            var desk = await open.WaitAsync(stop);
            desk.Touch();
            return desk;
        }
        catch (Exception) when (open.IsFaulted)
        {
            _desks.TryRemove(KeyValuePair.Create(circle, open));
            throw;
        }
    }

    /// <summary>Time has passed, or a bell has rung: other nodes may have written.</summary>
    public void Look()
    {
        foreach (var open in _desks)
        {
            if (!open.Value.IsCompletedSuccessfully)
            {
                continue;
            }

#pragma warning disable VSTHRD002 // it has completed
            var desk = open.Value.Result;
#pragma warning restore VSTHRD002
            if (desk.Idle < Patience)
            {
                desk.Refresh();
            }
            else if (LetGo(open, desk))
            {
                ports.RunBeside(() => KeepTextAsync(desk));
            }
        }
    }

    /// <summary>The desk of a draft that somebody follows: this one, unless it was let go and another has been opened meanwhile.</summary>
    public DraftDesk Keep(DraftDesk desk)
    {
        desk.Touch();
        lock (_opening)
        {
            if (!desk.IsLetGo)
            {
                return desk;
            }

            if (_desks.TryGetValue(desk.Book.Circle, out var open))
            {
#pragma warning disable VSTHRD002 // it has completed
                return open.IsCompletedSuccessfully ? open.Result : desk;
#pragma warning restore VSTHRD002
            }

            desk.IsLetGo = false;
            _desks[desk.Book.Circle] = Task.FromResult(desk);
        }

        desk.Refresh();
        return desk;
    }

    private bool LetGo(KeyValuePair<CircleId, Task<DraftDesk>> open, DraftDesk desk)
    {
        lock (_opening)
        {
            return desk.IsLetGo = desk.Idle >= Patience && _desks.TryRemove(open);
        }
    }

    private async Task OpenAsync(CircleId circle, TaskCompletionSource<DraftDesk> open)
    {
        try
        {
            open.SetResult(await OpenAsync(circle));
        }
        catch (Exception failure)
        {
            open.SetException(failure);
        }
    }

    private async Task<DraftDesk> OpenAsync(CircleId circle)
    {
        var first = await ledger.ReadCircleAsync(circle, 1, 1);
        var beginning = first is [{ Event.Body: VersionText { Number: 0 } text }] ? text.Text : "";
        var codec = new DraftCodec(session, circle, ledger.Codec.KeyOf(circle), ports.Sealer);
        var book = await DraftBook.OpenAsync(session, circle, ports.Store, codec, beginning, CancellationToken.None);
        return new DraftDesk(session, book, () => ledger.Now.State, ports, committed, isBlind);
    }

    // whoever opens it next reads one text and nothing else
    private async Task KeepTextAsync(DraftDesk desk)
    {
        try
        {
            await desk.Book.CheckpointAsync(1);
        }
        catch (Exception failure)
        {
            ports.Fault(failure);
        }
    }
}
