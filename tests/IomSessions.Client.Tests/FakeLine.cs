using IomSessions.Wire;

namespace IomSessions.Client.Tests;

/// <summary>A line without a network: the test is the server.</summary>
internal sealed class FakeLine : ILine
{
    private readonly CancellationTokenSource _dead = new();
    private readonly TaskCompletionSource _greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CancellationToken Dead => _dead.Token;

    public ISessionClient Client { get; private set; } = null!;

    public List<Hello> Hellos { get; } = [];

    public List<Request> Requests { get; } = [];

    public Func<Hello, Welcome> Greet { get; set; } = _ => Welcome.To("p", DateTimeOffset.UnixEpoch);

    /// <summary>How an attempt to connect ends.</summary>
    public Func<CancellationToken, Task> Start { get; set; } = _ => Task.CompletedTask;

    /// <summary>Completes with the first hello.</summary>
    public Task Greeted => _greeted.Task;

    /// <summary>Null: no answer comes.</summary>
    public Func<Request, Reply?> Answer { get; set; } = _ => Reply.Done();

    public void Kill() => _dead.Cancel();

    public Task StartAsync(ISessionClient receiver, CancellationToken stop)
    {
        Client = receiver;
        return Start(stop);
    }

    public Task<Welcome> HelloAsync(Hello hello)
    {
        Hellos.Add(hello);
        _greeted.TrySetResult();
        return Task.FromResult(Greet(hello));
    }

    public Task<Reply> DoAsync(Request request)
    {
        Requests.Add(request);
        if (Answer(request) is { } reply)
        {
            return Task.FromResult(reply);
        }

        var lost = new TaskCompletionSource<Reply>();
        Dead.Register(() => lost.TrySetCanceled());
        return lost.Task;
    }

    public List<FollowDraft> Follows { get; } = [];

    public Task<Reply> FollowDraftAsync(FollowDraft follow)
    {
        Follows.Add(follow);
        return Task.FromResult(Reply.Done());
    }

    public Task LeaveDraftAsync(string circle) => Task.CompletedTask;

    public Task<Reply> EditDraftAsync(EditDraft edit) => throw new NotSupportedException();

    public Task CaretAsync(DraftCaret caret) => throw new NotSupportedException();

    public Task<TakenReply> PreviewDraftAsync(CommandBody take) => throw new NotSupportedException();

    public Task<CompareReply> CompareDraftsAsync(CompareDrafts compare) => throw new NotSupportedException();

    public Task<PreviewReply> PreviewAsync(Arrange arrange) => throw new NotSupportedException();

    public Task<ReadReply> ReadAsync(ReadBack ask) => throw new NotSupportedException();

    public Task<SittingsReply> SittingsAsync(ListSittings ask) => throw new NotSupportedException();

    public Task TypingAsync(string sitting) => Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        Kill();
        return ValueTask.CompletedTask;
    }
}
