using System.Collections.Concurrent;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>What each person may do of one kind, by the same measure; made when somebody does it for the first time.</summary>
/// <inheritdoc cref="Allowance"/>
internal sealed class Allowances(TimeProvider clock, int burst, double perSecond)
{
    private ConcurrentDictionary<PersonId, Allowance>? _of;

    /// <param name="acts">All of them or none.</param>
    public bool TryTake(PersonId whose, int acts = 1) =>
        LazyInitializer.EnsureInitialized(ref _of, static () => new(concurrencyLevel: 1, capacity: 7))
            .GetOrAdd(whose, static (_, by) => new Allowance(by.clock, by.burst, by.perSecond), (clock, burst, perSecond))
            .TryTake(acts);
}
