using System.Text.Json;
using IomSessions.Wire;
using Microsoft.AspNetCore.SignalR;

namespace IomSessions.Client;

/// <summary>
/// A participant's place in a session. Keeps a line to the server for as long as it lives, tells every fact exactly once and in order
/// (DL1, DL2), and does what is asked for once, however often the line breaks (DL4).
/// </summary>
public sealed class SessionConnection : IAsyncDisposable
{
    /// <summary>Answers without sense from a live server before a command is given up.</summary>
    private const int Faults = 3;

    private readonly Func<ILine> _lines;
    private readonly TimeProvider _clock;
    private readonly Func<Backoff> _backoff;
    private readonly int? _recent;
    private readonly CursorBook _book = new();
    private readonly DraftPlaces _places = new();
    private readonly Noticeboard _board = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private volatile ILine? _line;
    private int _started;

    public SessionConnection(SessionOptions options)
        : this(() => new HubLine(options), options.Clock, options.Chance, options.Recent)
    {
    }

    internal SessionConnection(Func<ILine> lines, TimeProvider clock, Func<double>? chance, int? recent = null)
    {
        (_lines, _clock, _recent) = (lines, clock, recent);
        Drafts = new SessionDrafts(_places, LineAsync);
        _backoff = () => chance is null ? new Backoff() : new Backoff(chance);
    }

    /// <summary>Texts that people write together.</summary>
    public SessionDrafts Drafts { get; }

    public ConnectionState State => _board.State;

    /// <summary>What the events told so far amount to.</summary>
    public SessionView View => _board.View;

    /// <summary>Who is connected, of those one may know it of (RM10).</summary>
    public IReadOnlyList<string> Present => _board.Present;

    /// <summary>
    /// All news from this call on; call it before <see cref="ConnectAsync"/> to miss none. Ends when the connection does. A follower
    /// that stops reading holds up the others, and after a while the line: read on, or end the enumeration.
    /// </summary>
    public IAsyncEnumerable<SessionNews> Follow(CancellationToken stop = default) => _board.Follow().ReadAsync(stop);

    /// <summary>Begins to connect, and goes on for ever. Returns at the first state that says something.</summary>
    /// <returns>Connected, waiting for confirmation, or ended.</returns>
    public async Task<ConnectionState> ConnectAsync(CancellationToken stop = default)
    {
        if (Interlocked.Exchange(ref _started, 1) == 0)
        {
            _running = RunAsync(_stop.Token);
        }

        while (true)
        {
            var turn = _board.Turn;
            if (State is ConnectionState.Connected or ConnectionState.Waiting or ConnectionState.Ended)
            {
                return State;
            }

            await turn.WaitAsync(stop);
        }
    }

    /// <summary>Asks for something until it is answered, over as many lines as that takes, always under the same id.</summary>
    /// <exception cref="SessionEndedException">The connection has ended.</exception>
    /// <exception cref="HubException">The server failed on it, again and again.</exception>
    public async Task<Reply> DoAsync(CommandBody command, CancellationToken stop = default)
    {
        var request = new Request(NewId.Next(), command);
        var (backoff, faults) = (_backoff(), 0);
        while (true)
        {
            var line = await LineAsync(stop);
            try
            {
                var reply = await line.DoAsync(request).WaitAsync(stop);
                if (reply.Refusal is not { Code: RefusalCodes.TooFast or RefusalCodes.Busy or RefusalCodes.Unavailable })
                {
                    return reply;
                }

                await Task.Delay(backoff.Next(), _clock, stop);
            }
            catch (HubException) when (++faults < Faults)
            {
                // also thrown when the server closes the line with an error; then the next line answers
                await Task.Delay(backoff.Next(), _clock, stop);
            }
            catch (Exception failed) when (IsOfTheLine(failed) && !stop.IsCancellationRequested)
            {
                line.Kill();
            }
        }
    }

    /// <summary>What an arrangement would do, without doing it (RM4).</summary>
    public async Task<PreviewReply> PreviewAsync(Arrange arrange, CancellationToken stop = default) =>
        await (await LineAsync(stop)).PreviewAsync(arrange).WaitAsync(stop);

    /// <summary>The newest events of a circle before an offset.</summary>
    public async Task<ReadReply> ReadAsync(ReadBack ask, CancellationToken stop = default) =>
        await (await LineAsync(stop)).ReadAsync(ask).WaitAsync(stop);

    /// <summary>The sittings that have ended for one, the newest first.</summary>
    public async Task<SittingsReply> SittingsAsync(ListSittings ask, CancellationToken stop = default) =>
        await (await LineAsync(stop)).SittingsAsync(ask).WaitAsync(stop);

    /// <summary>Says that one is writing. Lost when there is no line: it is not worth keeping.</summary>
    public async Task TypingAsync(string sitting)
    {
        try
        {
            await (_line?.TypingAsync(sitting) ?? Task.CompletedTask);
        }
        catch (Exception failed) when (IsOfTheLine(failed))
        {
        }
    }

    /// <summary>Waits until the events told amount to something.</summary>
    /// <exception cref="SessionEndedException">The connection ended before.</exception>
    public async Task<SessionView> WaitForAsync(Func<SessionView, bool> seen, CancellationToken stop = default)
    {
        while (true)
        {
            var turn = _board.Turn;
            var view = View;
            if (seen(view))
            {
                return view;
            }

            await WaitAsync(turn, stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        End(new("closed", "The connection was closed.", false));
    }

    private static bool IsOfTheLine(Exception failed) =>
        failed is not (HubException or SessionEndedException or JsonException or NotSupportedException or ArgumentException);

    private async Task<ILine> LineAsync(CancellationToken stop)
    {
        while (true)
        {
            var turn = _board.Turn;
            if (_line is { } line && !line.Dead.IsCancellationRequested && State is ConnectionState.Connected)
            {
                return line;
            }

            await WaitAsync(turn, stop);
        }
    }

    private async Task WaitAsync(Task turn, CancellationToken stop)
    {
        if (State is ConnectionState.Ended ended)
        {
            throw new SessionEndedException(ended.Goodbye);
        }

        await turn.WaitAsync(stop);
    }

    private async Task RunAsync(CancellationToken stop)
    {
        var backoff = _backoff();
        try
        {
            while (true)
            {
                var farewell = await OneLineAsync(backoff, stop);
                if (farewell is { Retry: false })
                {
                    End(farewell);
                    return;
                }

                if (State is not ConnectionState.Connecting)
                {
                    _board.Tell(new ConnectionState.Reconnecting(_clock.GetUtcNow()));
                }

                if (farewell?.Code != GoodbyeCodes.DeviceConfirmed)
                {
                    await Task.Delay(backoff.Next(), _clock, stop);
                }
            }
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // not only cancelled: an attempt may be refused, or a line break, in the very moment in which the connection is closed
        }
    }

    /// <summary>From the first attempt on a line to its death.</summary>
    /// <returns>How the server took leave, or null when it did not.</returns>
    private async Task<Goodbye?> OneLineAsync(Backoff backoff, CancellationToken stop)
    {
        await using var line = _lines();
        await using var receiver = new Receiver(line, _book, _places, _board, _clock, _recent);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(ProtocolVersion.SilenceSeconds), _clock);
        using var starting = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        try
        {
            await line.StartAsync(receiver, starting.Token);
            var welcome = await line.HelloAsync(_book.Greeting(_recent)).WaitAsync(starting.Token);
            switch (welcome)
            {
                case { Ok: true, Person: { } person }:
                    backoff.Reset();
                    receiver.Watch();
                    _line = line;
                    _board.Tell(new ConnectionState.Connected(person, _clock.GetUtcNow()));
                    await receiver.FollowAsync().WaitAsync(starting.Token);
                    break;
                case { Refusal: { Code: RefusalCodes.DevicePending } pending }:
                    _board.Tell(new ConnectionState.Waiting(pending));
                    break;
                case { Refusal: { } refusal }:
                    return new(refusal.Code, refusal.Sentence, refusal.Retry);
                default:
                    return null;
            }

            await DeadAsync(line, stop);
            return receiver.Farewell;
        }
        catch (NotKnownException unknown)
        {
            return new(RefusalCodes.NotKnown, unknown.Message, false);
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            // whatever broke it, a line that broke is tried again
            return receiver.Farewell;
        }
        finally
        {
            _line = null;
        }
    }

    private static async Task DeadAsync(ILine line, CancellationToken stop)
    {
        var dead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var told = line.Dead.UnsafeRegister(_ => dead.TrySetResult(), null);
        await dead.Task.WaitAsync(stop);
    }

    private void End(Goodbye goodbye)
    {
        if (State is not ConnectionState.Ended)
        {
            _board.Tell(new ConnectionState.Ended(goodbye));
            _board.Complete();
        }
    }
}
