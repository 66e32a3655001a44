using IomSessions.Domain;
using IomSessions.Engine;

namespace IomSessions.Storage.Backups;

/// <summary>As <see cref="Verifier"/>, over any store, while nodes run; of each session up to where it is read.</summary>
public static class LogVerifier
{
    private const int Page = 1_000;

    /// <exception cref="StoreUnavailableException">It cannot be read.</exception>
    public static async Task<Verdict> VerifyAsync(IEventStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var sessions = await store.SessionsAsync();
        var (circles, events) = (0, 0L);
        foreach (var session in sessions.OrderBy(session => session.Value))
        {
            var (heads, version) = (new Dictionary<CircleId, (long Offset, byte[] Hash)>(), 0L);
            while (await store.ReadAsync(session, version, Page) is { Count: > 0 } rows)
            {
                foreach (var row in rows)
                {
                    var (offset, before) = heads.GetValueOrDefault(row.Circle, (0, Chain.Start));
                    if (Verifier.Fault(session, row, version + 1, offset + 1, before) is { } fault) return new(sessions.Count, circles + heads.Count, events, fault);
                    (version, heads[row.Circle]) = (row.Version, (row.Offset, row.Hash));
                    events++;
                }
            }

            if (version != await store.HeadAsync(session) && (await store.ReadAsync(session, version, 1)).Count == 0)
                return new(sessions.Count, circles, events, $"event {version + 1} of session {session.Value:N} is missing");
            circles += heads.Count;
        }

        return new(sessions.Count, circles, events, null);
    }
}
