namespace IomSessions.Storage.Keys;

/// <summary>The server cannot start with this master key. The message is for the operator and never carries key material.</summary>
public sealed class MasterKeyException : Exception
{
    public MasterKeyException(string message) : base(message) { }

    public MasterKeyException(string message, Exception inner) : base(message, inner) { }

    public MasterKeyException() : this("the master key cannot be used") { }
}
