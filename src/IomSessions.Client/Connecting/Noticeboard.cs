namespace IomSessions.Client;

/// <summary>What is known now, for those who look, wait or follow.</summary>
internal sealed class Noticeboard
{
    private readonly Lock _gate = new();
    private List<Follower> _followers = [];
    private TaskCompletionSource _turn = NewTurn();
    private bool _complete;

    public ConnectionState State { get; private set; } = new ConnectionState.Connecting();

    public SessionView View { get; private set; } = SessionView.Empty;

    public IReadOnlyList<string> Present { get; private set; } = [];

    /// <summary>Completes at the next change of anything.</summary>
    public Task Turn
    {
        get
        {
            lock (_gate)
            {
                return _turn.Task;
            }
        }
    }

    public Follower Follow()
    {
        var follower = new Follower();
        lock (_gate)
        {
            if (_complete)
            {
                follower.Complete();
            }

            _followers = [.. _followers.Where(other => !other.Gone), follower];
        }

        return follower;
    }

    /// <summary>Takes news in and tells it to every follower, or to none: a line that dies while a follower has no room tells it again.</summary>
    /// <param name="take">Whether it is news; runs when there is room for it everywhere.</param>
    public async Task<bool> TellAsync(SessionNews news, Func<bool> take, CancellationToken stop)
    {
        var followers = _followers;
        var reserved = 0;
        try
        {
            for (; reserved < followers.Count; reserved++)
            {
                await followers[reserved].ReserveAsync(stop);
            }
        }
        catch (OperationCanceledException)
        {
            Return(followers, reserved);
            throw;
        }

        if (!take())
        {
            Return(followers, reserved);
            return false;
        }

        Post(news, followers);
        return true;
    }

    public void Tell(ConnectionState state) => Post(new SessionNews.Line(state), _followers);

    public void Complete()
    {
        lock (_gate)
        {
            _complete = true;
            _followers.ForEach(follower => follower.Complete());
        }
    }

    private static void Return(List<Follower> followers, int reserved) => followers.Take(reserved).ToList().ForEach(f => f.Return());

    private static TaskCompletionSource NewTurn() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Post(SessionNews news, List<Follower> followers)
    {
        TaskCompletionSource turned;
        lock (_gate)
        {
            switch (news)
            {
                case SessionNews.Told told: View = View.Apply(told.Event); break;
                case SessionNews.Forgotten: View = SessionView.Empty; break;
                case SessionNews.Present present: Present = present.Here; break;
                case SessionNews.Line line: State = line.State; break;
            }

            followers.ForEach(follower => follower.Tell(news));
            (turned, _turn) = (_turn, NewTurn());
        }

        turned.SetResult();
    }
}
