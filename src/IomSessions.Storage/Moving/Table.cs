using NpgsqlTypes;

namespace IomSessions.Storage.Moving;

/// <summary>A table as it is on both sides.</summary>
/// <param name="Database">The SQLite file.</param>
/// <param name="From">The table there, or what stands in its place in a FROM clause.</param>
/// <param name="To">The table in PostgreSQL.</param>
/// <param name="Columns">In the order of the key first: the rows of both sides come in one order by them.</param>
internal sealed record Table(string Database, string From, string To, params Column[] Columns)
{
    /// <summary>Everything that is kept, but files.</summary>
    public static IReadOnlyList<Table> All { get; } =
    [
        new("events.db", "(SELECT s.id, max(e.version) - 1 AS base, max(e.version) AS version FROM sessions s JOIN events e ON e.session = s.key GROUP BY s.id)", "iom_events.sessions",
            Column.Id("id"), Column.Number("base"), Column.Number("version")),
        new("events.db", "(SELECT s.id AS session, e.version, e.circle, e.offset, e.at_ms, e.sealed, e.hash FROM events e JOIN sessions s ON s.key = e.session)", "iom_events.events",
            Column.Id("session"), Column.Number("version"), Column.Id("circle"), Column.Number("offset", "place"), Column.Number("at_ms"), Column.Bytes("sealed"), Column.Bytes("hash")),
        new("events.db", "(SELECT s.id AS session, c.person, c.command, c.digest, c.answer FROM commands c JOIN sessions s ON s.key = c.session)", "iom_events.commands",
            Column.Id("session"), Column.Id("person"), Column.Id("command"), Column.Bytes("digest"), Column.Bytes("answer")),
        new("events.db", "(SELECT s.id AS session, c.circle, c.version, c.at_ms, c.sealed, c.hash FROM changes c JOIN sessions s ON s.key = c.session)", "iom_events.changes",
            Column.Id("session"), Column.Id("circle"), Column.Number("version"), Column.Number("at_ms"), Column.Bytes("sealed"), Column.Bytes("hash")),
        new("events.db", """
            (SELECT s.id AS session, x.circle, max(x.version) AS version, max(x.ended) AS ended
            FROM (SELECT session, circle, version, NULL AS ended FROM changes UNION ALL SELECT session, circle, version, version FROM draft_ends) x
            JOIN sessions s ON s.key = x.session GROUP BY s.id, x.circle)
            """, "iom_events.drafts", Column.Id("session"), Column.Id("circle"), Column.Number("version"), Column.Number("ended")),
        new("keys.db", "session_keys", "iom_keys.session_keys", Column.Id("session"), Column.Bytes("sealed")),
        new("keys.db", "circle_keys", "iom_keys.circle_keys", Column.Id("session"), Column.Id("circle"), Column.Bytes("sealed")),
        new("keys.db", "file_keys", "iom_keys.file_keys", Column.Id("session"), Column.Id("file"), Column.Bytes("sealed")),
        new("access.db", "house_links", "iom_access.house_links", Column.Bytes("hash"), Column.Number("issued_ms"), Column.Number("spent_ms"), Column.Number("revoked_ms")),
        new("access.db", "house_devices", "iom_access.house_devices", Column.Bytes("hash"), Column.Number("created_ms"), Column.Number("revoked_ms")),
        new("access.db", "invitations", "iom_access.invitations", Column.Bytes("hash"), Column.Id("session"), Column.Id("person"),
            Column.Number("issued_ms"), Column.Number("expires_ms"), Column.Number("spent_ms"), Column.Number("revoked_ms")),
        new("access.db", "codes", "iom_access.codes", Column.Bytes("hash"), Column.Id("session"), Column.Id("person"), Column.Id("device"), Column.Number("expires_ms"), Column.Number("spent_ms")),
        new("access.db", "devices", "iom_access.devices", Column.Bytes("hash"), Column.Id("session"), Column.Id("person"), Column.Id("device"), Column.Number("created_ms"), Column.Number("revoked_ms")),
        new("feed.db", "keys", "iom_feed.keys", Column.Text("id"), Column.Bytes("public"), Column.Number("since_ms")),
        new("feed.db", "items", "iom_feed.items", Column.Number("position"), Column.Id("id"), Column.Text("reference"), Column.Bytes("body"), Column.Number("changed")),
    ];

    public bool IsOfKeys => Database == "keys.db";

    public string Read => $"SELECT {string.Join(", ", Columns.Select(column => column.From))} FROM {From} ORDER BY {string.Join(", ", Columns.Select(column => column.From))}";

    public string ReadMoved =>
        $"SELECT {string.Join(", ", Columns.Select(column => column.To))} FROM {To} ORDER BY {string.Join(", ", Columns.Select(column => column.Order))}";

    public string Copy => $"COPY {To} ({string.Join(", ", Columns.Select(column => column.To))}) FROM STDIN (FORMAT BINARY)";
}

/// <param name="From">Its name in SQLite.</param>
/// <param name="To">Its name in PostgreSQL.</param>
internal sealed record Column(string From, string To, NpgsqlDbType Type)
{
    public static Column Id(string name) => new(name, name, NpgsqlDbType.Uuid);

    public static Column Number(string from, string? to = null) => new(from, to ?? from, NpgsqlDbType.Bigint);

    public static Column Bytes(string name) => new(name, name, NpgsqlDbType.Bytea);

    public static Column Text(string name) => new(name, name, NpgsqlDbType.Text);

    /// <summary>SQLite compares texts by their bytes, and puts what is missing first.</summary>
    public string Order => Type == NpgsqlDbType.Text ? $"{To} COLLATE \"C\"" : $"{To} NULLS FIRST";
}
