using System.Collections.Concurrent;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>How a connection is let in.</summary>
/// <param name="isBlind">Whether what this node knows may be old.</param>
internal sealed class Greeting(SessionId session, Ledger ledger, Desk desk, Pump pump, EnginePorts ports, Func<bool> isBlind)
{
    // by device: one that waits for its confirmation may be a thief's, and must not keep its person out
    private readonly ConcurrentDictionary<DeviceId, Allowance> _hellos = new();

    /// <summary>
    /// A connection says what it holds and gets what it has missed; again on the same connection, to compare. Null: welcome.
    /// </summary>
    /// <param name="recent">For one that holds nothing: an outline with so many of the newest events of each circle, not everything.</param>
    public async Task<Refusal?> HelloAsync(
        Seat seat, IReadOnlyList<Cursor> cursors, EndedCircles? ended, int? recent = null, CancellationToken stop = default)
    {
        if (!_hellos.GetOrAdd(seat.Device, _ => new Allowance(ports.Clock, Limits.HelloBurst, Limits.HellosPerSecond)).TryTake())
        {
            return EngineRefusals.TooFast;
        }

        if (isBlind())
        {
            return EngineRefusals.Unavailable;
        }

        // what the client heard of on another node must be known here before its cursors are compared
        Dictionary<CircleId, long>? held;
        try
        {
            if ((held = await KnownAsync(seat, cursors, ended, stop)) is null)
            {
                await CatchUpAsync(stop);
                held = ledger.Now.State is null ? null : await Cursors.CompareAsync(ledger, seat.Person, cursors, ended, stop);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            ports.Fault(failure);
            return EngineRefusals.Unavailable;
        }

        if (ledger.Now.State is not { } state || Access.IsRemoved(seat.Person, state))
        {
            return EngineRefusals.NotKnown;
        }

        switch (Access.Standing(seat.Person, seat.Device, state))
        {
            case DeviceStatus.Open:
                pump.Tell(new Note.Join(seat, held, recent));
                return null;
            case DeviceStatus.Pending:
                pump.Tell(new Note.Wait(seat));
                return EngineRefusals.DevicePending;
            default:
                return EngineRefusals.NotKnown;
        }
    }

    /// <summary>Whether a device may connect, as far as is known here (PE4, PE6).</summary>
    public bool MayConnect(PersonId person, DeviceId device) => ledger.Now.State is { } state && Access.MayConnect(person, device, state);

    /// <summary>As <see cref="MayConnect"/>; a device that was opened a moment ago on another node may.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read.</exception>
    public async ValueTask<bool> MayConnectAsync(PersonId person, DeviceId device, CancellationToken stop)
    {
        if (!MayConnect(person, device))
        {
            await FreshenAsync(stop);
        }

        return MayConnect(person, device);
    }

    /// <summary>Why a device may not take part now; null: it may (PE4, PE6). What is not known may have changed: whoever asks is to ask again.</summary>
    public Refusal? Shut(PersonId person, DeviceId device) =>
        isBlind() ? EngineRefusals.Unavailable : MayConnect(person, device) ? null : EngineRefusals.NotKnown;

    // When a node has ended, all of its people come at once: who is known here, with all that he holds, is let in without asking the store.
    // What is known here is two seconds old at most. Null: ask.
    private async ValueTask<Dictionary<CircleId, long>?> KnownAsync(
        Seat seat, IReadOnlyList<Cursor> cursors, EndedCircles? ended, CancellationToken stop) =>
        ports.Nodes is not null && MayConnect(seat.Person, seat.Device)
            ? await Cursors.CompareAsync(ledger, seat.Person, cursors, ended, stop)
            : null;

    /// <summary>
    /// What has just happened on another node is known here when it returns; for one who is not known here, and may be there. Asks the store.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read.</exception>
    public ValueTask FreshenAsync(CancellationToken stop = default) => ports.Nodes is null ? ValueTask.CompletedTask : CatchUpAsync(stop);

    private async ValueTask CatchUpAsync(CancellationToken stop)
    {
        if (await ports.Store.HeadAsync(session, stop) > ledger.Now.Version)
        {
            await desk.CatchUpAsync().WaitAsync(stop);
        }
    }
}
