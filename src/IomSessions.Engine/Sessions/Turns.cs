namespace IomSessions.Engine;

/// <summary>
/// Who takes the turns of a session's desk and of its pump. They follow each other on one thread, that of the connection which asked, where
/// it can be; each waits for the other where it cannot.
/// </summary>
internal sealed class Turns(Desk desk, Pump pump, EnginePorts ports)
{
    private readonly Pace _pace = new(ports.Clock);
    private Shift? _atDesk;
    private Shift? _atPump;
    private CancellationToken _stop;

    /// <summary>Begins; before it somebody else takes the turns.</summary>
    /// <param name="stop">Ends what waits for the store or for time; not before <see cref="OverAsync"/> has completed.</param>
    public void Begin(CancellationToken stop)
    {
        _stop = stop;
        Volatile.Write(ref _atPump, new Shift(() => pump.IsDue, TellAsync, ports.RunBeside));
        Volatile.Write(ref _atDesk, new Shift(() => desk.IsDue, DecideAsync, ports.RunBeside));
        _atPump.Begin();
        _atDesk.Begin();
    }

    /// <param name="isHeard">Whether a connection asks, which is being listened to.</param>
    public void AtDesk(bool isHeard) => Volatile.Read(ref _atDesk)?.Begin(ports.RunAsked(isHeard, _pace));

    public void AtPump() => Volatile.Read(ref _atPump)?.Begin();

    /// <summary>The pump's turn is taken on this thread, if nobody takes one.</summary>
    public void AtPumpHere() => Volatile.Read(ref _atPump)?.BeginHere();

    /// <summary>Completes when both have done all that has come. To be asked when they are closed.</summary>
    public Task OverAsync() => Task.WhenAll(_atDesk?.OverAsync() ?? Task.CompletedTask, _atPump?.OverAsync() ?? Task.CompletedTask);

    private async Task DecideAsync()
    {
        var (began, commands) = (ports.Clock.GetTimestamp(), 0);
        try
        {
            // what has been decided is told before more is decided: what comes meanwhile is decided and told together
            await ToldAsync();
            await _pace.RestAsync(desk.Gathering, _stop);
            await desk.TakeTurnsAsync(_stop);
            began = ports.Clock.GetTimestamp();
            commands = await desk.TurnAsync(_stop);
            if (commands > 1)
            {
                // so that it counts how long this takes
                await ToldAsync();
            }
        }
        catch (Exception fault)
        {
            // a turn that fails must not end the session for everybody
            Failed(fault);
        }

        if (commands > 0)
        {
            _pace.Took(began, commands);
        }
    }

    private Task ToldAsync()
    {
        if (!pump.IsBehind)
        {
            return Task.CompletedTask;
        }

        var told = pump.ToldAsync();
        AtPumpHere();
        return told;
    }

    private Task TellAsync()
    {
        try
        {
            pump.Turn();
        }
        catch (Exception fault)
        {
            Failed(fault);
        }

        return Task.CompletedTask;
    }

    private void Failed(Exception fault)
    {
        if (!_stop.IsCancellationRequested)
        {
            Measures.TurnFailed();
            ports.Fault(fault);
        }
    }
}
