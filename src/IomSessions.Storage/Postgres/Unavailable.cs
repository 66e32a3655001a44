using System.Data.Common;
using System.Net.Sockets;
using IomSessions.Engine;
using Npgsql;

namespace IomSessions.Storage.Postgres;

/// <summary>Translates PostgreSQL's failures. Its messages may hold names and rows, so only the code goes on.</summary>
internal static class Unavailable
{
    private const string Integrity = "23";

    public static bool Is(Exception e) => e is DbException or SocketException or IOException or TimeoutException;

    public static Exception From(Exception e) => e is PostgresException { SqlState: var code }
        ? code.StartsWith(Integrity, StringComparison.Ordinal)
            ? new InvalidOperationException($"a row broke a constraint of the store (PostgreSQL code {code})", e)
            : new StoreUnavailableException($"the store is unavailable (PostgreSQL code {code})", e)
        : new StoreUnavailableException($"the store cannot be reached ({(e.InnerException ?? e).GetType().Name})", e);
}
