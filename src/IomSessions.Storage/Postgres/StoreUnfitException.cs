namespace IomSessions.Storage.Postgres;

/// <summary>The database can be reached and must not be used: one sentence for the operator.</summary>
public sealed class StoreUnfitException : InvalidOperationException
{
    public StoreUnfitException(string message) : base(message) { }

    public StoreUnfitException(string message, Exception inner) : base(message, inner) { }

    public StoreUnfitException() : this("the database must not be used") { }
}
