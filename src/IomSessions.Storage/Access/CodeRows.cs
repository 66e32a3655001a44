using IomSessions.Domain;
using IomSessions.Storage.Sqlite;

namespace IomSessions.Storage.Access;

/// <summary>Codes for a further device. They are short, so nothing of them is kept beyond their two minutes.</summary>
internal static class CodeRows
{
    /// <summary>Deletes the person's codes, and everybody's whose time is over.</summary>
    public static void Forget(Db db, SessionId session, PersonId person, long nowMs) =>
        db.Prepare("DELETE FROM codes WHERE (session = ?1 AND person = ?2) OR expires_ms <= ?3")
            .Bind(1, session.Value).Bind(2, person.Value).Bind(3, nowMs).Run();

    public static bool TryAdd(Db db, TokenHash code, Invitation forWhom, DeviceId shownOn) =>
        db.Prepare("INSERT INTO codes (hash, session, person, expires_ms, device) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING")
            .Bind(1, code.ToBytes()).Bind(2, forWhom.Session.Value).Bind(3, forWhom.Person.Value).Bind(4, forWhom.ExpiresMs)
            .Bind(5, shownOn.Value).Run() == 1;

    public static Spending Spend(Db db, TokenHash code, long nowMs)
    {
        var spend = db.Prepare(
            """
            UPDATE codes SET spent_ms = ?2 WHERE hash = ?1 AND spent_ms IS NULL AND expires_ms > ?2
            RETURNING session, person, expires_ms, device
            """).Bind(1, code.ToBytes()).Bind(2, nowMs);
        DeviceId? shownOn = null;
        var found = Rows.Invitation(spend, row => shownOn = new DeviceId(row.Guid(3)));
        return found is null ? new Spending(WhyNot(db, code), null) : new Spending(SpendOutcome.Ok, found) { ShownOn = shownOn };
    }

    private static SpendOutcome WhyNot(Db db, TokenHash code)
    {
        var row = db.Prepare("SELECT spent_ms FROM codes WHERE hash = ?1").Bind(1, code.ToBytes());
        var outcome = !row.Step() ? SpendOutcome.Unknown : row.IsNull(0) ? SpendOutcome.Expired : SpendOutcome.Spent;
        row.Reset();
        return outcome;
    }
}
