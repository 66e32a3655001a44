namespace IomSessions.Engine;

/// <summary>Turns of which one at a time is taken, for as long as there is something to do.</summary>
/// <param name="isDue">Whether there is something to do.</param>
/// <param name="turn">One turn; it does not fail.</param>
/// <param name="beside">Runs turns on another thread.</param>
internal sealed class Shift(Func<bool> isDue, Func<Task> turn, Action<Func<Task>> beside)
{
    private static readonly ExecutionContext Nobodys = OfNobody();

    private volatile TaskCompletionSource? _over;
    private int _busy;

    /// <summary>Something has come.</summary>
    public void Begin() => Begin(beside);

    /// <param name="run">On which thread, if nobody is at it.</param>
    public void Begin(Action<Func<Task>> run)
    {
        if (isDue() && Interlocked.CompareExchange(ref _busy, 1, 0) == 0)
        {
            run(RunAsNobodyAsync);
        }
    }

    /// <summary>Something has come: a turn is taken on this thread if nobody is at it. Another would have to be woken, which costs more than
    /// most turns.</summary>
    public void BeginHere() => Begin(static run => _ = run());

    /// <summary>Completes when nobody is at it. To be asked when nothing comes any more.</summary>
    public Task OverAsync()
    {
        var over = _over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        LookIfOver();
        return over.Task;
    }

    // A turn is no part of what its bringer does, though it begin on his thread: it may outlive that, it is many people's, and what he is traced
    // by must not reach it.
    private Task RunAsNobodyAsync()
    {
        var running = Task.CompletedTask;
        ExecutionContext.Run(Nobodys, _ => running = RunAsync(), null);
        return running;
    }

    private static ExecutionContext OfNobody()
    {
        ExecutionContext? empty = null;
        var thread = new Thread(() => empty = ExecutionContext.Capture());
        thread.UnsafeStart();
        thread.Join();
        return empty!;
    }

    private async Task RunAsync()
    {
        try
        {
            for (var taken = 0; isDue(); taken++)
            {
                if (taken == 1)
                {
                    // whoever came with one thing is not kept for what others bring
                    await Task.Yield();
                }

                await turn();
            }
        }
        finally
        {
            // what came after the last look; all of it: whoever came and found it busy has been seen
            Interlocked.Exchange(ref _busy, 0);
            Begin();
            LookIfOver();
        }
    }

    private void LookIfOver()
    {
        // in this order: what is taken up between the two is seen as busy
        if (_over is { } over && !isDue() && Interlocked.CompareExchange(ref _busy, 0, 0) == 0)
        {
            over.TrySetResult();
        }
    }
}
