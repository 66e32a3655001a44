using IomSessions.Engine;

namespace IomSessions.Storage.Appends;

/// <summary>What an append came to: an outcome, or the caller's mistake.</summary>
internal readonly record struct AppendResult(AppendOutcome? Outcome, Exception? Error)
{
    public AppendResult(AppendOutcome outcome) : this(outcome, null) { }

    public AppendResult(Exception error) : this(null, error) { }
}

/// <summary>An append on its way through the writer. Its caller hears nothing before <see cref="Complete"/>.</summary>
internal sealed class PendingAppend(AppendBatch batch)
{
    private readonly TaskCompletionSource<AppendOutcome> _done = new();
    private AppendResult _result;

    public AppendBatch Batch { get; } = batch;

    /// <summary>What it comes to as things stand; null: a mistake or a failure.</summary>
    public AppendOutcome? Outcome => _result.Outcome;

    public Task<AppendOutcome> Done => _done.Task;

    /// <summary>What it comes to if the transaction commits; a later decision replaces it.</summary>
    public void Decided(AppendResult result) => _result = result;

    public void Failed(Exception error) => _result = new AppendResult(error);

    /// <summary>Tells the caller; his continuation runs here, on this thread.</summary>
    public void Complete()
    {
        if (_result.Outcome is { } outcome) _done.TrySetResult(outcome);
        else _done.TrySetException(_result.Error ?? new StoreUnavailableException());
    }
}
