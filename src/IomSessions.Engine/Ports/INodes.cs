using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// What several nodes over one store know of each other, by the store alone: how long the logs are, and who is connected where. It is what
/// everything else falls back to; a doorbell only makes it faster.
/// </summary>
/// <remarks>Failures are told as <see cref="StoreUnavailableException"/>.</remarks>
public interface INodes
{
    /// <summary>One look, in one round trip: tells who is connected here, and reads the rest.</summary>
    /// <param name="here">Of each session that has connections here, their people.</param>
    ValueTask<Surroundings> LookAsync(IReadOnlyDictionary<SessionId, IReadOnlyCollection<PersonId>> here, CancellationToken stop = default);

    /// <summary>This node ends: nobody is connected here any more.</summary>
    ValueTask LeaveAsync();
}

/// <summary>What a look has shown.</summary>
/// <param name="Heads">The newest version of every session.</param>
/// <param name="Elsewhere">Of each session that has connections on other nodes, their people. A node that was killed is believed for a few
/// seconds.</param>
/// <param name="Nodes">Nodes that run, this one included.</param>
/// <param name="Now">What time it is in the store while it is asked: nodes' own clocks need not agree.</param>
public sealed record Surroundings(
    IReadOnlyList<(SessionId Session, long Version)> Heads, IReadOnlyDictionary<SessionId, IReadOnlySet<PersonId>> Elsewhere, int Nodes, DateTimeOffset Now);
