using System.Globalization;

namespace IomSessions.Storage.Sqlite;

/// <summary>
/// Brings a database to the newest schema. Step n is the embedded file <c>{schema}.{n}.sql</c>; the database remembers the last one in
/// its <c>user_version</c>. A step that has been released is never edited: the next one follows it.
/// </summary>
internal static class Migrations
{
    /// <exception cref="InvalidOperationException">A newer version of the program has written the database.</exception>
    public static void Apply(Db db, string schema)
    {
        db.Begin();
        try
        {
            var version = VersionOf(db);
            var newest = Newest(schema);
            if (version > newest)
                throw new InvalidOperationException($"the {schema} database has schema {version}; this program knows none above {newest}");
            for (var step = version + 1; step <= newest; step++) db.Execute(Read(schema, step)!);
            if (version < newest) db.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version={newest}"));
            db.Commit();
        }
        catch
        {
            db.RollbackIfOpen();
            throw;
        }
    }

    private static long VersionOf(Db db) => db.Prepare("PRAGMA user_version").One() ?? 0;

    private static long Newest(string schema)
    {
        var step = 0L;
        while (Read(schema, step + 1) is not null) step++;
        return step;
    }

    private static string? Read(string schema, long step)
    {
        using var stream = typeof(Migrations).Assembly.GetManifestResourceStream($"{schema}.{step}.sql");
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
