using System.Buffers.Binary;
using System.Text;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>Snapshots under the session's key, bound to session, version and this very build of the rules.</summary>
internal sealed class SnapshotSeal(SessionId session, byte[] key, Sealer sealer)
{
    // Another build may fold the same log to another state: the ids of the modules are made from their contents (deterministic builds),
    // so nobody has to remember to count a version up.
    private static readonly byte[] Build =
        [.. typeof(Session).Module.ModuleVersionId.ToByteArray(), .. typeof(SnapshotSeal).Module.ModuleVersionId.ToByteArray()];

    public Snapshot Seal(Applied applied) => new(applied.Version, sealer.Seal(key, Place(applied.Version), StateJson.Write(applied)));

    /// <exception cref="System.Security.Cryptography.CryptographicException">Altered, of another session, or of another build.</exception>
    public Applied Open(Snapshot snapshot) => StateJson.Read(Sealer.Open(key, Place(snapshot.Version), snapshot.Sealed));

    private byte[] Place(long version)
    {
        var label = Encoding.ASCII.GetBytes("snapshot");
        var place = new byte[label.Length + 16 + sizeof(long) + Build.Length];
        label.CopyTo(place, 0);
        session.Value.TryWriteBytes(place.AsSpan(label.Length));
        BinaryPrimitives.WriteInt64LittleEndian(place.AsSpan(label.Length + 16), version);
        Build.CopyTo(place.AsSpan(label.Length + 16 + sizeof(long)));
        return place;
    }
}
