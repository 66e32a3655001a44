using IomSessions.Domain;
using IomSessions.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace IomSessions.Engine.Tests.Storage;

/// <summary>Databases that an earlier version has written.</summary>
public sealed class SchemaTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SessionId _session = Batches.Session();
    private readonly CircleId _circle = Batches.Circle();
    private readonly PersonId _by = new(Guid.NewGuid());
    private readonly CommandId[] _commands = [.. Enumerable.Range(0, 5).Select(_ => new CommandId(Guid.NewGuid()))];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task DL4_what_an_earlier_schema_holds_is_found_after_it_has_changed_and_goes_on(int schema)
    {
        using var store = SqliteEventStore.Open(Written(schema));
        Assert.Equal([1, 2, 3, 4, 5], (await store.ReadCircleAsync(_session, _circle, 0, 10)).Select(e => e.Offset));
        foreach (var id in _commands) Assert.Equal(id.Value.ToByteArray(), (await store.FindCommandAsync(_session, _by, id))!.Answer);
        Assert.Null(await store.FindCommandAsync(_session, _by, new CommandId(Guid.NewGuid())));

        var again = new StoredCommand(_by, _commands[3], new byte[32], []);
        Assert.IsType<AppendOutcome.Duplicate>(await store.AppendAsync(Batches.One(_session, 5, _circle, 6, again)));
        Assert.IsType<AppendOutcome.Appended>(await store.AppendAsync(Batches.One(_session, 5, _circle, 6)));
        Assert.Equal([4, 5, 6], (await store.ReadCircleAsync(_session, _circle, 3, 10)).Select(e => e.Offset));
    }

    // as that version would have, with a gap between the rows of its commands
    private string Written(int schema)
    {
        var path = _folder.File("earlier.db");
        using var db = new SqliteConnection($"Data Source={path};Pooling=False");
        db.Open();
        for (var step = 1; step <= schema; step++)
        {
            using var sql = new StreamReader(typeof(Db).Assembly.GetManifestResourceStream($"events.{step}.sql")!);
            Run(db, sql.ReadToEnd());
        }

        Run(db, $"INSERT INTO sessions (key, id) VALUES (7, {Hex(_session.Value)}); PRAGMA user_version={schema}");
        for (var n = 0; n < _commands.Length; n++)
        {
            Run(db, $"""
                INSERT INTO events (session, version, circle, offset, at_ms, sealed, hash)
                VALUES (7, {n + 1}, {Hex(_circle.Value)}, {n + 1}, 0, x'00', zeroblob(32));
                INSERT INTO commands (rowid, session, person, command, digest, answer)
                VALUES ({2 * n + 3}, 7, {Hex(_by.Value)}, {Hex(_commands[n].Value)}, zeroblob(32), x'{Convert.ToHexString(_commands[n].Value.ToByteArray())}')
                """);
        }

        return path;
    }

    private static string Hex(Guid id) => $"x'{Convert.ToHexString(id.ToByteArray(bigEndian: true))}'";

    private static void Run(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
#pragma warning disable CA2100 // the text is the test's own
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
