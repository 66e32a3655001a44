using System.Security.Cryptography;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>Keys made ready for sealing and used again: to make one ready costs more than to seal a sentence with it. Not thread-safe.</summary>
internal sealed class SealingKeys(Sealer sealer)
{
    /// <summary>More than the circles in which one speaks at a time; beyond it they are made ready anew.</summary>
    private const int Kept = 64;

    private readonly Dictionary<CircleId, AesGcm> _circles = [];
    private AesGcm? _session;

    /// <param name="circle">Whose key it is; null: the session's own.</param>
    public byte[] Seal(CircleId? circle, byte[] key, ReadOnlySpan<byte> place, ReadOnlySpan<byte> text) =>
        sealer.Seal(circle is { } id ? Of(id, key) : _session ??= Sealer.KeyOf(key), place, text);

    private AesGcm Of(CircleId circle, byte[] key)
    {
        if (_circles.TryGetValue(circle, out var ready))
        {
            return ready;
        }

        if (_circles.Count == Kept)
        {
            foreach (var old in _circles.Values)
            {
                old.Dispose();
            }

            _circles.Clear();
        }

        return _circles[circle] = Sealer.KeyOf(key);
    }
}
