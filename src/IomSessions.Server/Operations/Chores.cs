using IomSessions.Engine;
using IomSessions.Server.Feed;
using IomSessions.Server.Feed.Signing;
using IomSessions.Storage.Backups;
using IomSessions.Storage.Keys;
using IomSessions.Storage.Moving;
using IomSessions.Storage.Postgres;

namespace IomSessions.Server.Operations;

/// <summary>What an operator does beside the running server, by the first word after the program's name; each ends with 0 or 1.</summary>
internal static class Chores
{
    /// <returns>The exit code; null: no chore was asked for.</returns>
    public static async Task<int?> TryAsync(string[] args)
    {
        if (args is not [var chore, ..] || chore is not ("backup" or "restore" or "verify" or "health" or "move"))
        {
            return null;
        }

        // one plain word may follow; options come after it
        var word = args is [_, var given, ..] && !given.StartsWith('-') ? given : null;
        var places = new ConfigurationBuilder();
        places.AddPlaces();
        var configuration = places.AddEnvironmentVariables().AddCommandLine([.. args.Skip(word is null ? 1 : 2)]).Build();
        var data = configuration["data"] is { Length: > 0 } told ? told : "data";
        try
        {
            return (chore, word) switch
            {
                ("backup", { } target) => await BackupAsync(data, target),
                ("restore", { } copy) => await RestoreAsync(copy, data),
                ("verify", { } source) when FeedCheck.IsFor(source) => await FeedAsync(source, configuration["key"]),
                ("verify", null) when configuration.Postgres() is { } postgres => await VerifyPostgresAsync(postgres),
                ("verify", _) => await VerifyAsync(word ?? data),
                ("move", null) when configuration.Postgres() is { } postgres => await MoveAsync(data, postgres, configuration),
                ("move", _) => await SayAsync("move where? Say: move --data FOLDER --postgres CONNECTION", 1),
                ("health", _) => await HealthAsync(word ?? "http://127.0.0.1:8080"),
                _ => await SayAsync($"{chore} what? Say: {chore} FOLDER --data FOLDER", 1),
            };
        }
        catch (Exception fault) when (fault is BackupException or StoreUnavailableException or StoreUnfitException or MasterKeyException)
        {
            return await SayAsync($"{chore}: {fault.Message}", 1);
        }
    }

    private static async Task<int> BackupAsync(string data, string target)
    {
        Backup.Make(data, target);
        var verdict = Verifier.Verify(target);
        return verdict.Fault is { } fault
            ? await SayAsync($"backup: the log is not sound, and neither is its copy: {fault}", 1)
            : await SayAsync(
                $"""
                {target} holds {Count(verdict)}.
                THE MASTER KEY IS NOT IN IT. Without the key this copy opens nothing, for anybody: keep one apart from it.
                """, 0);
    }

    private static async Task<int> RestoreAsync(string copy, string data)
    {
        Backup.Restore(copy, data);
        return await SayAsync(
            $"""
            {data} holds {Count(Verifier.Verify(data))}.
            Put the master key beside it as master.key (mode 0600) or give it as IOMSESSIONS_MASTER_KEY before the server starts.
            Links and devices are as they were when the copy was made: what was revoked since opens again.
            """, 0);
    }

    private static async Task<int> VerifyAsync(string folder)
    {
        var verdict = Verifier.Verify(folder);
        return verdict.Fault is { } fault
            ? await SayAsync($"verify: {fault}", 1)
            : await SayAsync($"{folder} is whole: {Count(verdict)}.", 0);
    }

    private static async Task<int> VerifyPostgresAsync(string postgres)
    {
        using var database = PostgresDb.Of(postgres);
        using var log = PostgresEventStore.Open(database);
        var verdict = await LogVerifier.VerifyAsync(log);
        return verdict.Fault is { } fault
            ? await SayAsync($"verify: {fault}", 1)
            : await SayAsync($"the database is whole: {Count(verdict)}.", 0);
    }

    private static async Task<int> MoveAsync(string data, string postgres, IConfiguration told)
    {
        using var log = PostgresDb.Of(postgres);
        using var keys = PostgresDb.Of(told.PostgresKeys() ?? postgres);
        using var master = MasterKey.OpenBeside(Path.Combine(data, "master.key"), data, name => told[name]);
        var feedKey = Path.Combine(data, SigningKey.FileName);
        var moved = await Mover.MoveAsync(data, log, keys, master, File.Exists(feedKey) ? await File.ReadAllBytesAsync(feedKey) : null);
        return await SayAsync(
            $"""
            The database holds {Count(moved.Log)}; {moved.Rows} rows and {moved.Files} files were read back and are what is in {data}.
            Start every node with the same master key. What is in {data} is as it was: keep it until the first backup of the database.
            """, 0);
    }

    private static async Task<int> FeedAsync(string source, string? key)
    {
        var (sentence, holds) = await FeedCheck.RunAsync(source, key);
        return await SayAsync($"verify: {sentence}", holds ? 0 : 1);
    }

    private static async Task<int> HealthAsync(string address)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(4) };
        try
        {
            using var answer = await http.GetAsync(new Uri(new Uri(address), "/health/ready"));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException or UriFormatException)
        {
            return 1;
        }
    }

    private static string Count(Verdict verdict) => $"{verdict.Sessions} sessions, {verdict.Circles} circles, {verdict.Events} events";

    private static async Task<int> SayAsync(string what, int code)
    {
        await (code == 0 ? Console.Out : Console.Error).WriteLineAsync(what);
        return code;
    }
}
