using IomSessions.Domain;
using IomSessions.Engine;

namespace IomSessions.Storage.Postgres;

/// <summary>
/// Group reading: what many sessions ask for while others are read is read in one statement. With several nodes each session reads whatever
/// another node has appended; on connections of their own they would use up all that there are. Whoever finds a reader idle reads at once.
/// </summary>
internal sealed class ReadQueue(PostgresDb db)
{
    private const int Readers = 2;

    /// <summary>In one statement; each gets at most what it asks for, so this bounds what is held at once.</summary>
    private const int Sessions = 64;

    // a session at a time, by its key; the limit of each is its own
    private static readonly string Sql =
        $"""
        SELECT a.n::integer, e.*
        FROM unnest($1::uuid[], $2::bigint[], $3::integer[]) WITH ORDINALITY AS a(session, after, most, n)
        CROSS JOIN LATERAL (
            {PostgresEventStore.OnePage("iom_events.events", PostgresEventStore.Columns, "session = a.session AND version > a.after", "version", "a.most")}) e
        ORDER BY a.n, e.version
        """;

    private readonly Lock _gate = new();
    private readonly Queue<Asked> _waiting = [];
    private int _readers;

    /// <summary>Events after a version, in order, as they stand when it is asked or later.</summary>
    public async ValueTask<IReadOnlyList<StoredEvent>> ReadAsync(SessionId session, long after, int max, CancellationToken stop)
    {
        var asked = new Asked(session, after, Math.Max(max, 0));
        bool begin;
        lock (_gate)
        {
            _waiting.Enqueue(asked);
            begin = _readers < Readers;
            if (begin) _readers++;
        }

        if (begin) _ = RunAsync();
        return await asked.Done.Task.WaitAsync(stop);
    }

    private async Task RunAsync()
    {
        while (Take() is { } group)
        {
            try
            {
                await db.RunAsync(async connection =>
                {
                    await using var command = connection.Ask(
                        Sql, group.Select(one => one.Session.Value).ToArray(), group.Select(one => one.After).ToArray(), group.Select(one => one.Max).ToArray());
                    await using var rows = await command.ExecuteReaderAsync();
                    while (await rows.ReadAsync()) group[rows.GetInt32(0) - 1].Found.Add(PostgresEventStore.Event(rows, from: 1));
                    return true;
                });
                group.ForEach(one => one.Done.TrySetResult(one.Found));
            }
#pragma warning disable CA1031 // whatever it is: the callers must hear of it, and the next group must be tried
            catch (Exception e)
            {
                group.ForEach(one => one.Done.TrySetException(e));
            }
#pragma warning restore CA1031
        }
    }

    // Null: this reader rests.
    private List<Asked>? Take()
    {
        lock (_gate)
        {
            var group = new List<Asked>();
            while (group.Count < Sessions && _waiting.TryDequeue(out var asked)) group.Add(asked);
            if (group.Count > 0) return group;
            _readers--;
            return null;
        }
    }

    private sealed record Asked(SessionId Session, long After, int Max)
    {
        public List<StoredEvent> Found { get; } = [];

        // callers go on while the next is read
        public TaskCompletionSource<IReadOnlyList<StoredEvent>> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
