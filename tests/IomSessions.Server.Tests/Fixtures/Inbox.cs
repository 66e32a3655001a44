namespace IomSessions.Server.Tests;

/// <summary>What came in, in order; a test waits until it amounts to something.</summary>
public sealed class Inbox<T>
{
    private readonly Lock _gate = new();
    private readonly List<T> _all = [];
    private TaskCompletionSource _turn = NewTurn();

    public IReadOnlyList<T> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    public void Put(T one)
    {
        TaskCompletionSource turn;
        lock (_gate)
        {
            _all.Add(one);
            (turn, _turn) = (_turn, NewTurn());
        }

        turn.TrySetResult();
    }

    public async Task<IReadOnlyList<T>> UntilAsync(Func<IReadOnlyList<T>, bool> seen, TimeSpan? patience = null)
    {
        using var stop = new CancellationTokenSource(patience ?? Soon.Patience);
        while (true)
        {
            Task turn;
            IReadOnlyList<T> all;
            lock (_gate)
            {
                (turn, all) = (_turn.Task, [.. _all]);
            }

            if (seen(all))
            {
                return all;
            }

            await turn.WaitAsync(stop.Token);
        }
    }

    public async Task<T> FirstAsync(Func<T, bool> which, TimeSpan? patience = null) =>
        (await UntilAsync(all => all.Any(which), patience)).First(which);

    private static TaskCompletionSource NewTurn() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
