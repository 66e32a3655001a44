using System.Security.Cryptography;

namespace IomSessions.Engine;

/// <summary>What was sealed has no key any more: it was destroyed, or the key store is not this log's, or of an earlier moment. No other is
/// put in its place, so that the right one can be.</summary>
public sealed class KeyMissingException : CryptographicException
{
    public KeyMissingException(string message) : base(message) { }

    public KeyMissingException(string message, Exception inner) : base(message, inner) { }

    public KeyMissingException() : this("A circle has no key: it was destroyed, or the key store is not this log's, or older.") { }

    /// <summary>The key that the session's other keys are under.</summary>
    internal static KeyMissingException OfSession() => new("A session has no key: it was destroyed, or the key store is not this log's, or older.");
}
