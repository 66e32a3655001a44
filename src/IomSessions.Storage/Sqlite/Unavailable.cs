using IomSessions.Engine;
using Microsoft.Data.Sqlite;

namespace IomSessions.Storage.Sqlite;

/// <summary>Translates SQLite's failures. Its messages may name files and columns, so only the code goes on.</summary>
internal static class Unavailable
{
    private const int Constraint = 19;

    public static Exception From(SqliteException e) => e.SqliteErrorCode == Constraint
        ? new InvalidOperationException($"a row broke a constraint of the store (SQLite code {e.SqliteExtendedErrorCode})", e)
        : new StoreUnavailableException($"the store is unavailable (SQLite code {e.SqliteExtendedErrorCode})", e);
}
