using System.Globalization;
using Npgsql;

namespace IomSessions.Storage.Postgres;

/// <summary>
/// Brings a part of a database to the newest schema. Step n is the embedded file <c>postgres.{part}.{n}.sql</c>. Nodes that start at the same
/// time take turns; a step that has been released is never edited, the next one follows it.
/// </summary>
internal static class Migrations
{
    /// <summary>Locks of this program carry this number; a second one says which.</summary>
    public const int Locks = 0x494f4d;

    private const int Schema = 1;

    /// <exception cref="StoreUnfitException">A newer version of the program has been here.</exception>
    /// <exception cref="IomSessions.Engine.StoreUnavailableException">The database cannot be reached, or forbids it.</exception>
    public static void Apply(PostgresDb db, string part) => db.Run(connection =>
    {
        using var transaction = connection.BeginTransaction();
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({Locks}, {Schema})"));
        Execute(connection, "CREATE TABLE IF NOT EXISTS public.iom_schema (part text PRIMARY KEY, step integer NOT NULL)");
        var (step, newest) = (StepOf(connection, part), Newest(part));
        if (step > newest)
            throw new StoreUnfitException($"the {part} part of the database has schema {step}; this program knows none above {newest}");
        if (step < newest)
        {
            for (var next = step + 1; next <= newest; next++) Execute(connection, Read(part, next)!);
            using var note = new NpgsqlCommand("INSERT INTO public.iom_schema VALUES ($1, $2) ON CONFLICT (part) DO UPDATE SET step = excluded.step", connection)
            {
                Parameters = { new() { Value = part }, new() { Value = newest } },
            };
            note.ExecuteNonQuery();
        }

        transaction.Commit();
        return true;
    });

    private static int StepOf(NpgsqlConnection connection, string part)
    {
        using var command = new NpgsqlCommand("SELECT step FROM public.iom_schema WHERE part = $1", connection) { Parameters = { new() { Value = part } } };
        return (int?)command.ExecuteScalar() ?? 0;
    }

    private static int Newest(string part)
    {
        var step = 0;
        while (Read(part, step + 1) is not null) step++;
        return step;
    }

    private static string? Read(string part, int step)
    {
        using var stream = typeof(Migrations).Assembly.GetManifestResourceStream(string.Create(CultureInfo.InvariantCulture, $"postgres.{part}.{step}.sql"));
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    // the text is this program's own
#pragma warning disable CA2100
    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
#pragma warning restore CA2100
}
