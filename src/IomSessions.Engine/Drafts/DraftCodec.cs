using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>Between the changes of one draft and their sealed rows. All is under the key of the draft's circle: with it go changes, texts and
/// what was frozen.</summary>
internal sealed class DraftCodec(SessionId session, CircleId circle, byte[] key, Sealer sealer)
{
    private const int LabelBytes = 8;

    // events of the circle are sealed with the same key: a label keeps the one from standing for the other
    private static ReadOnlySpan<byte> ChangeLabel => "change\0\0"u8;

    private static ReadOnlySpan<byte> TextLabel => "text\0\0\0\0"u8;

    public static byte[] Start => Chain.Start;

    /// <param name="before">Hash of the change before.</param>
    public StoredChange Write(TextChanged changed, long version, byte[] before, long atMs, out byte[] body)
    {
        body = DomainJson.Write(changed);
        var place = Place(session, circle, version, atMs);
        var text = sealer.Seal(key, place, body);
        return new(version, atMs, text, Chain.Link(place, text, before));
    }

    /// <exception cref="CryptographicException">Altered, or of another place.</exception>
    public RecordedChange Open(StoredChange row)
    {
        var body = Sealer.Open(key, Place(session, circle, row.Version, row.AtMs), row.Sealed);
        return new(row.Version, row.Hash, DomainJson.Read<TextChanged>(body), body);
    }

    public StoredCheckpoint SealText(DraftText text, long version, byte[] hash) =>
        new(circle, version, hash, sealer.Seal(key, TextPlace(version, hash), Encoding.UTF8.GetBytes(text.ToString())));

    /// <exception cref="CryptographicException">Altered, or of another place.</exception>
    public DraftText OpenText(StoredCheckpoint checkpoint) =>
        DraftText.Of(Encoding.UTF8.GetString(Sealer.Open(key, TextPlace(checkpoint.Version, checkpoint.Hash), checkpoint.Sealed)));

    /// <summary>Where a change stands; part of its hash, so that the log can be verified without any key.</summary>
    internal static byte[] Place(SessionId session, CircleId circle, long version, long atMs)
    {
        var place = new byte[LabelBytes + 16 + 16 + 8 + 8];
        ChangeLabel.CopyTo(place);
        session.Value.TryWriteBytes(place.AsSpan(LabelBytes));
        circle.Value.TryWriteBytes(place.AsSpan(LabelBytes + 16));
        BinaryPrimitives.WriteInt64BigEndian(place.AsSpan(LabelBytes + 32), version);
        BinaryPrimitives.WriteInt64BigEndian(place.AsSpan(LabelBytes + 40), atMs);
        return place;
    }

    private byte[] TextPlace(long version, byte[] hash)
    {
        var place = new byte[LabelBytes + 16 + 16 + 8 + Chain.HashBytes];
        TextLabel.CopyTo(place);
        session.Value.TryWriteBytes(place.AsSpan(LabelBytes));
        circle.Value.TryWriteBytes(place.AsSpan(LabelBytes + 16));
        BinaryPrimitives.WriteInt64BigEndian(place.AsSpan(LabelBytes + 32), version);
        hash.CopyTo(place.AsSpan(LabelBytes + 40));
        return place;
    }
}

/// <summary>The hash chain of a draft's changes, for who verifies it without any key (ST3).</summary>
public static class DraftChain
{
    /// <param name="before">Hash of the change before; <see cref="Chain.Start"/> for the first.</param>
    public static byte[] Link(SessionId session, CircleId circle, long version, long atMs, ReadOnlySpan<byte> text, ReadOnlySpan<byte> before) =>
        Chain.Link(DraftCodec.Place(session, circle, version, atMs), text, before);
}

/// <summary>A change that is stored, opened, and ready for the wire.</summary>
/// <param name="Hash">32 bytes.</param>
/// <param name="Wire">UTF-8 JSON as every reader gets it.</param>
internal sealed record RecordedChange(long Version, byte[] Hash, TextChanged Changed, ReadOnlyMemory<byte> Wire)
{
    /// <summary>What a client's position carries.</summary>
    public UInt128 Mark => Chain.Mark(Hash);
}
