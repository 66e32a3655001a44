using System.Globalization;
using Npgsql;

namespace IomSessions.Testbed;

/// <summary>A PostgreSQL of the tests' own, on a free port of the loopback address, in a folder that goes with it.</summary>
public sealed class PostgresProcess : IAsyncDisposable
{
    private const string Debian = "/usr/lib/postgresql";
    private const string Owner = "postgres";

    private readonly string _folder;
    private readonly bool _durable;
    private Neighbour? _process;

    private PostgresProcess(string folder, int port, bool durable) => (_folder, Port, _durable) = (folder, port, durable);

    public int Port { get; }

    /// <param name="durable">Whether a commit waits for the disk, as in a real installation; most tests need not wait.</param>
    public static async Task<PostgresProcess> StartAsync(bool durable = false)
    {
        var folder = Directory.CreateTempSubdirectory("iomsessions-postgres-").FullName;
        if (IsRoot)
        {
            await Neighbour.RunAsync("chown", Owner, folder);
        }

        await Neighbour.RunAsync([.. AsOwner, Program("initdb"), "-D", Path.Combine(folder, "data"), "-U", "iom", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]);
        var postgres = new PostgresProcess(folder, Neighbour.FreePort(), durable);
        await postgres.StartAgainAsync();
        return postgres;
    }

    /// <summary>A connection string; the database is made if it has a name of its own.</summary>
    public string Connection(string database, int? port = null) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port ?? Port};Username=iom;Database={database}");

    /// <summary>An empty database; its connection string.</summary>
    public async Task<string> DatabaseAsync()
    {
        var name = $"t{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        return Connection(name);
    }

    public async Task ExecuteAsync(string sql, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(Connection(database) + ";Pooling=false");
        await connection.OpenAsync();
#pragma warning disable CA2100 // texts of the tests
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Ends it as a failing machine would; the data stays.</summary>
    public async Task KillAsync()
    {
        // SIGQUIT: all its processes end at once, without a checkpoint
        await _process!.SignalAsync("QUIT");
        await Neighbour.UntilAsync(() => Task.FromResult(_process.HasEnded));
        await _process.DisposeAsync();
    }

    /// <summary>Starts it on its data and port, and waits until it answers.</summary>
    public async Task StartAgainAsync()
    {
        string[] settings =
        [
            "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=300", "shared_buffers=128MB", "max_wal_size=2GB",
            _durable ? "fsync=on" : "fsync=off", _durable ? "full_page_writes=on" : "full_page_writes=off",
        ];
        _process = await Neighbour.StartAsync(
            [.. AsOwner, Program("postgres"), "-D", Path.Combine(_folder, "data"), "-p", string.Create(CultureInfo.InvariantCulture, $"{Port}"), .. settings.SelectMany(one => (string[])["-c", one])]);
        await Neighbour.UntilAsync(async () =>
        {
            try
            {
                await ExecuteAsync("SELECT 1");
                return true;
            }
            catch (NpgsqlException)
            {
                return _process.HasEnded ? throw new InvalidOperationException("PostgreSQL did not start") : false;
            }
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process!.HasEnded)
        {
            await KillAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static bool IsRoot => Environment.UserName == "root";

    // it refuses to run as root
    private static string[] AsOwner => IsRoot ? ["setpriv", $"--reuid={Owner}", $"--regid={Owner}", "--clear-groups"] : [];

    private static string Program(string name) =>
        Directory.Exists(Debian) && Directory.GetDirectories(Debian).Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin", name)).LastOrDefault(File.Exists) is { } path
            ? path
            : name;
}
