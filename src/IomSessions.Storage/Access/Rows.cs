using IomSessions.Domain;
using IomSessions.Storage.Sqlite;

namespace IomSessions.Storage.Access;

/// <summary>Rows as records.</summary>
internal static class Rows
{
    /// <summary>The one row (session, person, expiry) of a statement, which is run to its end; null when there is none.</summary>
    public static Invitation? Invitation(Statement row)
    {
        Invitation? found = null;
        while (row.Step()) found = new Invitation(new SessionId(row.Guid(0)), new PersonId(row.Guid(1)), row.Long(2));
        row.Reset();
        return found;
    }
}
