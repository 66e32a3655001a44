using System.Collections.Concurrent;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// Chance for commands that open sittings, with the keys of the circles that will be drawn from it already on the disk: a move then waits
/// for one flush and not for two. A key that is never used seals nothing.
/// </summary>
internal sealed class ReadySeeds(EnginePorts ports, Codec codec)
{
    /// <summary>Moves that may follow each other before the next is made ready.</summary>
    private const int Kept = 3;

    /// <summary>Ids at the beginning of a seed whose keys are made: most moves touch fewer rooms; the rest is made when it is needed.</summary>
    private const int Ids = 8;

    private readonly ConcurrentQueue<Seed> _ready = new();
    private int _making;

    public static bool Opens(CommandBody body) =>
        body is Arrange or GoHome or AcceptInvite or CloseRoom or AdmitPeople or SuspendPerson or RemovePerson or ChangePhase;

    /// <summary>The seed for a command; one that is not ready when none is.</summary>
    public Seed Take(CommandId id, out bool isReady) => (isReady = _ready.TryDequeue(out var seed)) ? seed! : ports.Seeds(id);

    /// <summary>Nothing was drawn from it: the command was refused.</summary>
    public void Return(Seed seed) => _ready.Enqueue(seed);

    /// <summary>Makes ready what is missing, beside everything else.</summary>
    public void Refill()
    {
        if (_ready.Count < Kept && Interlocked.Exchange(ref _making, 1) == 0)
        {
            ports.RunBeside(MakeAsync);
        }
    }

    private async Task MakeAsync()
    {
        try
        {
            while (_ready.Count < Kept)
            {
                var seed = ports.Seeds(ports.NewCommandId());
                var draw = seed.Draw();
                await codec.EnsureAsync([.. Enumerable.Range(0, Ids).Select(_ => draw.Circle())], _ => false, CancellationToken.None);
                _ready.Enqueue(seed);
            }
        }
        catch (Exception failure)
        {
            // a move makes its own keys then
            ports.Fault(failure);
        }
        finally
        {
            Volatile.Write(ref _making, 0);
        }
    }
}
