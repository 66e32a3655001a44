using IomSessions.Engine;

namespace IomSessions.Storage.Sqlite;

/// <summary>A write on its way through the writer. Its caller hears nothing before <see cref="Complete"/>.</summary>
internal abstract class PendingWrite
{
    /// <summary>Carries it out within the open transaction. What it comes to stands only if that commits; a later try replaces it.</summary>
    public abstract void Do(EventWriter writer);

    public abstract void Failed(Exception error);

    /// <summary>Tells the caller; his continuation runs here, on this thread.</summary>
    public abstract void Complete();
}

/// <param name="work">What is written, checked before its first row: an <see cref="ArgumentException"/> is the caller's mistake, and
/// leaves nothing to undo.</param>
internal sealed class PendingWrite<T>(Func<EventWriter, T> work) : PendingWrite
{
    // what nobody has carried out must not be told as done. One for all: for each write it would be garbage
    private static readonly StoreUnavailableException Untried = new();

    private readonly TaskCompletionSource<T> _done = new();
    private T? _result;
    private Exception? _error = Untried;

    public Task<T> Done => _done.Task;

    public override void Do(EventWriter writer)
    {
        try { (_result, _error) = (work(writer), null); }
        catch (ArgumentException mistake) { _error = mistake; }
    }

    public override void Failed(Exception error) => _error = error;

    public override void Complete()
    {
        if (_error is { } error) _done.TrySetException(error);
        else _done.TrySetResult(_result!);
    }
}
