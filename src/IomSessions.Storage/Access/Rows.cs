using IomSessions.Domain;
using Statement = IomSessions.Storage.Sqlite.Statement;

namespace IomSessions.Storage.Access;

/// <summary>Rows as records.</summary>
internal static class Rows
{
    /// <summary>The one row (session, person, expiry) of a statement, which is run to its end; null when there is none.</summary>
    /// <param name="more">Reads what else stands in it.</param>
    public static Invitation? Invitation(Statement row, Action<Statement>? more = null)
    {
        Invitation? found = null;
        while (row.Step())
        {
            found = new Invitation(new SessionId(row.Guid(0)), new PersonId(row.Guid(1)), row.Long(2));
            more?.Invoke(row);
        }

        row.Reset();
        return found;
    }
}
