using IomSessions.Wire;

namespace IomSessions.Client;

/// <summary>What comes in over one line. The line calls one method at a time, in the order of arrival.</summary>
internal sealed class Receiver(ILine line, CursorBook book, DraftPlaces drafts, Noticeboard board, TimeProvider clock, int? recent) : ISessionClient, IAsyncDisposable
{
    /// <summary>Comparisons in a row that did not help; then the line is given up, so that a fault cannot become a storm.</summary>
    private const int Comparisons = 5;

    private ITimer? _silence;
    private int _compared;

    /// <summary>Why the server ended the line, or null.</summary>
    public Goodbye? Farewell { get; private set; }

    /// <summary>From here on a silent line is dead (DL6).</summary>
    public void Watch() => _silence = clock.CreateTimer(_ => line.Kill(), null, Silence, Timeout.InfiniteTimeSpan);

    public async Task Events(IReadOnlyList<WireEvent> events)
    {
        Heard();
        foreach (var told in events)
        {
            var taken = Taken.Again;
            await board.TellAsync(new SessionNews.Told(told), () => (taken = book.Take(told)) == Taken.New, line.Dead);
            if (taken is Taken.Gap or Taken.Fork)
            {
                // what follows would be told out of order; the server gives it again from the cursors
                await CompareAsync();
                return;
            }
        }
    }

    public Task Beat(Beat beat)
    {
        Heard();
        if (RollingHash.Parse(beat.Hash) != book.Root)
        {
            return CompareAsync();
        }

        if (beat.Drafts is { } hash && RollingHash.Parse(hash) != drafts.Root)
        {
            return FollowAsync();
        }

        _compared = 0;
        return Task.CompletedTask;
    }

    public Task DraftText(DraftText text) => board.TellAsync(new SessionNews.DraftTold(text), () => drafts.Take(text), line.Dead);

    public async Task DraftChanges(DraftChanges changes)
    {
        if (drafts.Take(changes) is not { } fresh)
        {
            await (drafts.Circles.Contains(changes.Circle) ? FollowAsync(changes.Circle) : Task.CompletedTask);
        }
        else if (fresh.Changes.Count > 0)
        {
            await board.TellAsync(new SessionNews.DraftChanged(fresh), () => true, line.Dead);
        }
    }

    public Task DraftCaret(DraftCaretSignal caret) => board.TellAsync(new SessionNews.CaretMoved(caret), () => true, line.Dead);

    /// <summary>Follows again what was followed, from where it had been told.</summary>
    public async Task FollowAsync()
    {
        foreach (var circle in drafts.Circles)
        {
            await FollowAsync(circle);
        }
    }

    public Task Presence(Presence presence) => board.TellAsync(new SessionNews.Present(presence.Here), () => true, line.Dead);

    public Task Typing(TypingSignal typing) => board.TellAsync(new SessionNews.Writing(typing), () => true, line.Dead);

    public Task Reset(Reset reset) => board.TellAsync(
        new SessionNews.Forgotten(reset.Reason),
        () =>
        {
            book.Forget();
            return true;
        },
        line.Dead);

    public Task Outline(Outline outline)
    {
        Heard();
        return board.TellAsync(
            new SessionNews.Forgotten("outline"),
            () =>
            {
                book.Begin(outline);
                return true;
            },
            line.Dead);
    }

    public async Task Past(Past past)
    {
        Heard();
        foreach (var told in past.Events)
        {
            await board.TellAsync(new SessionNews.Told(told), () => true, line.Dead);
        }

        if (!past.More)
        {
            book.Outlined();
        }
    }

    public Task Goodbye(Goodbye goodbye)
    {
        Farewell = goodbye;
        line.Kill();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_silence is { } timer)
        {
            await timer.DisposeAsync();
        }
    }

    private void Heard() => _silence?.Change(Silence, Timeout.InfiniteTimeSpan);

    private static TimeSpan Silence => TimeSpan.FromSeconds(ProtocolVersion.SilenceSeconds);

    private async Task FollowAsync(string circle)
    {
        var reply = await line.FollowDraftAsync(drafts.Ask(circle));
        if (reply.Refusal is { Retry: false })
        {
            drafts.Remove(circle);
        }
    }

    private async Task CompareAsync()
    {
        if (++_compared > Comparisons)
        {
            line.Kill();
            return;
        }

        var welcome = await line.HelloAsync(book.Greeting(recent));
        if (!welcome.Ok)
        {
            line.Kill();
        }
    }
}
