using Npgsql;
using IomSessions.Engine;

namespace IomSessions.Storage.Postgres;

/// <summary>One PostgreSQL database: its connections, and its failures in our words. Thread-safe.</summary>
public sealed class PostgresDb : IDisposable
{
    // read committed: a compare-and-set sees what was committed while it waited. No compiling of plans: these statements are short.
    // Plans are made once for each connection, perhaps when there was hardly anything, and kept while the tables grow: all finds by key. To plan
    // an append anew for the values of each costs more than to carry it out.
    private const string Settings = "-c jit=off -c enable_seqscan=off -c plan_cache_mode=force_generic_plan -c default_transaction_isolation=read\\ committed -c client_min_messages=warning";

    private readonly NpgsqlDataSource _source;

    private PostgresDb(NpgsqlDataSource source) => _source = source;

    /// <summary>Takes a connection string of Npgsql's; what it does not say is set as is right here. Connects when it is first asked.</summary>
    /// <exception cref="ArgumentException">It is no connection string.</exception>
    public static PostgresDb Of(string connection)
    {
        var told = new NpgsqlConnectionStringBuilder(connection);
        Unless("Timeout", () => told.Timeout = 3);
        Unless("Command Timeout", () => told.CommandTimeout = 5);
        Unless("Cancellation Timeout", () => told.CancellationTimeout = 500);
        Unless("Maximum Pool Size", () => told.MaxPoolSize = 40);
        Unless("Keepalive", () => told.KeepAlive = 10);
        Unless("Max Auto Prepare", () => told.MaxAutoPrepare = 64);
        Unless("Auto Prepare Min Usages", () => told.AutoPrepareMinUsages = 2);
        Unless("Application Name", () => told.ApplicationName = "iomsessions");
        told.Options = told.Options is { Length: > 0 } more ? $"{Settings} {more}" : Settings;
        Unless("No Reset On Close", () => told.NoResetOnClose = true); // nothing here leaves anything set on a connection
        told.IncludeErrorDetail = false; // it holds rows
        return new(NpgsqlDataSource.Create(told));

        void Unless(string key, Action set)
        {
            if (!told.ContainsKey(key) || !told.ShouldSerialize(key)) set();
        }
    }

    /// <summary>Carries out something on a connection of its own; not in one transaction unless it begins one.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be reached, or not in time.</exception>
    internal async ValueTask<T> RunAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken stop = default)
    {
        try
        {
            await using var connection = await _source.OpenConnectionAsync(stop);
            return await work(connection);
        }
        catch (Exception e) when (Unavailable.Is(e))
        {
            throw Unavailable.From(e);
        }
    }

    /// <summary>As <see cref="RunAsync{T}"/>, in one transaction: all of it or, when it throws, nothing.</summary>
    internal ValueTask<T> TransactAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken stop = default) => RunAsync(async connection =>
    {
        await using var transaction = await connection.BeginTransactionAsync(stop);
        var result = await work(connection);
        await transaction.CommitAsync(stop);
        return result;
    }, stop);

    /// <summary>For the opening and for readers that have no other way: holds the thread.</summary>
    internal T Run<T>(Func<NpgsqlConnection, T> work)
    {
        try
        {
            using var connection = _source.OpenConnection();
            return work(connection);
        }
        catch (Exception e) when (Unavailable.Is(e))
        {
            throw Unavailable.From(e);
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _source.Dispose();
}
