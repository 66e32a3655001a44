using IomSessions.Domain;
using IomSessions.Storage.Sqlite;

namespace IomSessions.Storage.Access;

/// <summary>Invitations. Spent and revoked ones stay, so that their holder can be told why they open nothing.</summary>
internal static class InvitationRows
{
    public static int Add(Db db, TokenHash link, Invitation invitation, long nowMs) =>
        db.Prepare("INSERT INTO invitations (hash, session, person, issued_ms, expires_ms) VALUES (?1, ?2, ?3, ?4, ?5)")
            .Bind(1, link.ToBytes()).Bind(2, invitation.Session.Value).Bind(3, invitation.Person.Value)
            .Bind(4, nowMs).Bind(5, invitation.ExpiresMs).Run();

    public static int Revoke(Db db, SessionId session, PersonId person, long nowMs) =>
        db.Prepare(
            """
            UPDATE invitations SET revoked_ms = ?3
            WHERE session = ?1 AND person = ?2 AND spent_ms IS NULL AND revoked_ms IS NULL
            """)
            .Bind(1, session.Value).Bind(2, person.Value).Bind(3, nowMs).Run();

    public static Spending Spend(Db db, TokenHash link, long nowMs)
    {
        var spend = db.Prepare(
            """
            UPDATE invitations SET spent_ms = ?2
            WHERE hash = ?1 AND spent_ms IS NULL AND revoked_ms IS NULL AND expires_ms > ?2
            RETURNING session, person, expires_ms
            """).Bind(1, link.ToBytes()).Bind(2, nowMs);
        var found = Rows.Invitation(spend);
        return found is null ? new Spending(WhyNot(db, link), null) : new Spending(SpendOutcome.Ok, found);
    }

    private static SpendOutcome WhyNot(Db db, TokenHash link)
    {
        var row = db.Prepare("SELECT revoked_ms, spent_ms FROM invitations WHERE hash = ?1").Bind(1, link.ToBytes());
        var outcome = !row.Step() ? SpendOutcome.Unknown
            : !row.IsNull(0) ? SpendOutcome.Revoked
            : !row.IsNull(1) ? SpendOutcome.Spent
            : SpendOutcome.Expired;
        row.Reset();
        return outcome;
    }
}
