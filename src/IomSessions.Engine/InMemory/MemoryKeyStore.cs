using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using IomSessions.Domain;

namespace IomSessions.Engine.InMemory;

/// <summary>Keys in memory, lost with the process. Every call completes synchronously.</summary>
/// <param name="make">Makes 32 bytes: the key of a session (no circle) or of one of its circles. Random by default.</param>
public sealed class MemoryKeyStore(Func<SessionId, CircleId?, byte[]>? make = null) : IKeyStore
{
    private const int KeyBytes = 32;
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<(SessionId, FileId), byte[]> _files = new();
    private readonly Dictionary<SessionId, (byte[] Key, Dictionary<CircleId, byte[]> Circles)> _rings = [];
    private readonly Func<SessionId, CircleId?, byte[]> _make = make ?? ((_, _) => RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>Keys that follow from a seed and the id alone, so that a simulation repeats itself whatever order keys are made in.</summary>
    public static MemoryKeyStore Seeded(ulong seed) => new((session, circle) =>
    {
        Span<byte> name = stackalloc byte[41];
        BinaryPrimitives.WriteUInt64BigEndian(name, seed);
        session.Value.TryWriteBytes(name[8..], bigEndian: true, out _);
        if (circle is { } c)
        {
            c.Value.TryWriteBytes(name[24..], bigEndian: true, out _);
            name[40] = 1; // a circle with an all-zero id is not the session
        }
        return SHA256.HashData(name);
    });

    /// <inheritdoc/>
    public ValueTask<KeyRing> OpenAsync(SessionId session, CancellationToken stop = default)
    {
        lock (_gate)
        {
            var (key, circles) = Ring(session);
            return ValueTask.FromResult(new KeyRing(key, new Dictionary<CircleId, byte[]>(circles)));
        }
    }

    /// <inheritdoc/>
    public ValueTask<KeyRing?> FindAsync(SessionId session, CancellationToken stop = default)
    {
        lock (_gate)
        {
            return new(_rings.TryGetValue(session, out var ring) ? new KeyRing(ring.Key, new Dictionary<CircleId, byte[]>(ring.Circles)) : null);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<CircleId, byte[]>> FindAsync(
        SessionId session, IReadOnlyCollection<CircleId> circles, CancellationToken stop = default) =>
        await FindAsync(session, stop) is { } ring
            ? circles.Where(ring.Circles.ContainsKey).Distinct().ToDictionary(circle => circle, circle => ring.Circles[circle])
            : [];

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<CircleId, byte[]>> EnsureAsync(
        SessionId session, IReadOnlyCollection<CircleId> circles, CancellationToken stop = default)
    {
        var keys = new Dictionary<CircleId, byte[]>(circles.Count);
        lock (_gate)
        {
            var ring = Ring(session).Circles;
            foreach (var circle in circles)
            {
                if (!ring.TryGetValue(circle, out var key)) ring.Add(circle, key = _make(session, circle));
                keys[circle] = key;
            }
        }
        return ValueTask.FromResult<IReadOnlyDictionary<CircleId, byte[]>>(keys);
    }

    /// <inheritdoc/>
    public ValueTask AddFileKeyAsync(SessionId session, FileId file, byte[] key, CancellationToken stop = default)
    {
        _files[(session, file)] = key;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<byte[]?> FileKeyAsync(SessionId session, FileId file, CancellationToken stop = default) =>
        new(_files.GetValueOrDefault((session, file)));

    /// <inheritdoc/>
    public ValueTask DropFileKeyAsync(SessionId session, FileId file, CancellationToken stop = default)
    {
        _files.TryRemove((session, file), out _);
        return ValueTask.CompletedTask;
    }

    private (byte[] Key, Dictionary<CircleId, byte[]> Circles) Ring(SessionId session)
    {
        if (!_rings.TryGetValue(session, out var ring)) _rings.Add(session, ring = (_make(session, null), []));
        return ring;
    }
}
