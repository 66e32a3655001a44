using System.Security.Cryptography;
using System.Text.Json;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>Between the events of one session and their sealed rows.</summary>
public sealed class Codec(SessionId session, KeyRing ring, IKeyStore keys, Sealer sealer)
{
    private readonly Dictionary<CircleId, byte[]> _circles = new(ring.Circles);
    private readonly Lock _gate = new();
    private readonly SealingKeys _sealing = new(sealer);

    /// <summary>Makes sure that each circle that begins has a key, durable before anything is sealed with it. One that has begun is never given
    /// another: what was said in it before could not be opened beside what is said now.</summary>
    public async ValueTask EnsureAsync(IEnumerable<CircleId> circles, Func<CircleId, bool> hasBegun, CancellationToken stop)
    {
        var missing = Missing(circles);
        if (missing.Exists(circle => hasBegun(circle)))
        {
            await FindAsync(missing, stop);
            missing.RemoveAll(circle => hasBegun(circle));
        }

        if (missing.Count > 0)
        {
            Add(await keys.EnsureAsync(session, missing, stop));
        }
    }

    /// <summary>Looks for the keys of these circles. A key is stored before its first event: one that is not found was destroyed, or is in another
    /// key store.</summary>
    public async ValueTask FindAsync(IEnumerable<CircleId> circles, CancellationToken stop)
    {
        if (Missing(circles) is { Count: > 0 } missing)
        {
            Add(await keys.FindAsync(session, missing, stop));
        }
    }

    /// <remarks>By the desk alone, as <see cref="SealAnswer"/>: one at a time.</remarks>
    public StoredEvent Write(Event told, long version, Head before, long atMs, out byte[] body)
    {
        body = DomainJson.Write(told.Body);
        var place = Chain.Place(session, told.Circle, before.Offset + 1, atMs);
        var sealedBody = _sealing.Seal(told.Circle, KeyOf(told.Circle), place, body);
        return new(version, told.Circle, before.Offset + 1, atMs, sealedBody, Chain.Link(place, sealedBody, before.Hash));
    }

    public Event Open(StoredEvent row, out byte[] body)
    {
        body = Sealer.Open(KeyOf(row.Circle), Chain.Place(session, row.Circle, row.Offset, row.AtMs), row.Sealed);
        return new(row.Circle, DomainJson.Read<EventBody>(body));
    }

    public static Recorded Record(StoredEvent row, Event told, CircleKind kind, ReadOnlySpan<byte> body) =>
        new(row.Version, told, row.Offset, Chain.Mark(row.Hash), WireEvent.Encode(row, kind, body)) { AtMs = row.AtMs };

    /// <summary>A keyed digest of what was asked: the same command sent again has the same (DL4).</summary>
    public byte[] Digest(CommandBody body) => HMACSHA256.HashData(ring.Session, JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), DomainJson.Options));

    public byte[] SealAnswer(Command command, Answer? answer) =>
        _sealing.Seal(null, ring.Session, Place(command), answer is null ? [] : DomainJson.Write(answer));

    public Answer? OpenAnswer(Command command, byte[] answer)
    {
        var json = Sealer.Open(ring.Session, Place(command), answer);
        return json.Length == 0 ? null : DomainJson.Read<Answer>(json);
    }

    /// <exception cref="KeyMissingException">It was destroyed, or is not in this key store.</exception>
    internal byte[] KeyOf(CircleId circle)
    {
        lock (_gate)
        {
            return _circles.TryGetValue(circle, out var key)
                ? key
                : throw new KeyMissingException();
        }
    }

    private List<CircleId> Missing(IEnumerable<CircleId> circles)
    {
        lock (_gate)
        {
            return [.. circles.Distinct().Where(circle => !_circles.ContainsKey(circle))];
        }
    }

    private void Add(IReadOnlyDictionary<CircleId, byte[]> found)
    {
        lock (_gate)
        {
            foreach (var (circle, key) in found)
            {
                _circles[circle] = key;
            }
        }
    }

    private byte[] Place(Command command)
    {
        var place = new byte[48];
        session.Value.TryWriteBytes(place);
        command.By.Value.TryWriteBytes(place.AsSpan(16));
        command.Id.Value.TryWriteBytes(place.AsSpan(32));
        return place;
    }
}
