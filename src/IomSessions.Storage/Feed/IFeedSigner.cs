namespace IomSessions.Storage.Feed;

/// <summary>The institution's key. Only whoever publishes has it.</summary>
public interface IFeedSigner
{
    /// <summary>Tells it from earlier keys.</summary>
    string KeyId { get; }

    /// <summary>32 bytes.</summary>
    ReadOnlySpan<byte> PublicKey { get; }

    byte[] Sign(ReadOnlySpan<byte> message);
}
