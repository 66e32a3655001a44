namespace IomSessions.Storage.Keys;

/// <summary>A stored key does not open although the master key is right: its row was altered, or moved from another place.</summary>
public sealed class KeyDamagedException : Exception
{
    public KeyDamagedException(string message) : base(message) { }

    public KeyDamagedException(string message, Exception inner) : base(message, inner) { }

    public KeyDamagedException() : this("a stored key was altered or moved") { }
}
