using IomSessions.Client;
using IomSessions.Wire;
using Microsoft.Data.Sqlite;

namespace IomSessions.Server.Tests.Operations;

public sealed class BackupTests : IDisposable
{
    private readonly DataDirectory _data = new();
    private readonly DataDirectory _elsewhere = new();

    private string Copy => _elsewhere.File("copy");

    [Fact]
    public async Task OP3_a_backup_under_load_has_all_that_was_answered_before_it_began_and_opens_with_the_key()
    {
        await using var server = await ServerProcess.StartAsync(_data);
        var house = await server.HouseTokenAsync();
        Directory.CreateDirectory(Path.Combine(_data.File("files"), "ab"));
        await File.WriteAllTextAsync(Path.Combine(_data.File("files"), "ab", "sealed"), "sealed bytes");
        List<string> answered = [];
        string session, bearer, person;
        await using (var scene = await Scene.MakeAsync(server.Address, house))
        {
            (session, bearer, person) = (scene.Session, scene.Ana.Bearer, scene.Ana.Person);
            for (var i = 0; i < 20; i++)
            {
                await scene.Ana.SayAsync($"before {i}");
                answered.Add($"before {i}");
            }

            using var enough = new CancellationTokenSource();
            var talk = Task.Run(async () =>
            {
                for (var i = 0; !enough.IsCancellationRequested; i++)
                {
                    await scene.Ana.Line.DoAsync(new Say(scene.Ana.Sitting, $"during {i}", "en"));
                }
            });
            var (code, told) = await DoAsync("backup", Copy, "--data", _data.Path);
            await enough.CancelAsync();
            await talk.InTime();
            Assert.True(code == 0, told);
            Assert.Contains("MASTER KEY IS NOT IN IT", told, StringComparison.Ordinal);
        }

        Assert.Equal(["access.db", "events.db", "feed.db", "files", "keys.db"], Directory.GetFileSystemEntries(Copy).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("sealed bytes", await File.ReadAllTextAsync(Path.Combine(Copy, "files", "ab", "sealed")));
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in Directory.GetFiles(Copy))
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }

        await server.KillAsync();
        using var restored = new DataDirectory();
        Assert.Equal(0, (await DoAsync("restore", Copy, "--data", restored.Path)).Code);
        File.Copy(_data.File("master.key"), restored.File("master.key"));
        await using var again = await ServerProcess.StartAsync(restored);
        await using var ana = new Actor(again.Address, session, person, bearer, new SessionConnection(new(again.Address, session) { Bearer = bearer }));
        await ana.StartAsync();
        foreach (var text in answered)
        {
            await ana.HearsAsync(text);
        }
    }

    [Fact]
    public async Task PE7_a_restored_copy_without_its_key_or_with_another_is_refused_in_one_sentence()
    {
        await UsedAsync();
        Assert.Equal(0, (await DoAsync("backup", Copy, "--data", _data.Path)).Code);
        using var restored = new DataDirectory();
        Assert.Equal(0, (await DoAsync("restore", Copy, "--data", restored.Path)).Code);
        await AssertDoesNotStartAsync(restored, "the master key is missing");
        await File.WriteAllBytesAsync(restored.File("master.key"), new byte[32]);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(restored.File("master.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await AssertDoesNotStartAsync(restored, "not the master key");
    }

    [Fact]
    public async Task OP3_nothing_is_written_over_by_backup_and_restore()
    {
        await UsedAsync();
        Directory.CreateDirectory(Copy);
        Assert.Contains("exists already", (await DoAsync("backup", Copy, "--data", _data.Path)).Told, StringComparison.Ordinal);
        Directory.Delete(Copy);
        Assert.Contains("no data folder", (await DoAsync("backup", Copy, "--data", _elsewhere.Path)).Told, StringComparison.Ordinal);
        Assert.Equal(0, (await DoAsync("backup", Copy, "--data", _data.Path)).Code);
        var (code, told) = await DoAsync("restore", Copy, "--data", _data.Path);
        Assert.Equal(1, code);
        Assert.Contains("already", told, StringComparison.Ordinal);
        Assert.Contains("what?", (await DoAsync("backup")).Told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE events SET sealed = zeroblob(64) WHERE row = 5", "event 5 of session")]
    [InlineData("UPDATE events SET at_ms = at_ms + 1 WHERE row = 3", "event 3 of session")]
    [InlineData("DELETE FROM events WHERE row = 4", "event 4 of session")]
    [InlineData("UPDATE events SET circle = (SELECT circle FROM events WHERE row = 1) WHERE row = (SELECT max(row) FROM events)", "circle")]
    public async Task ST3_verifying_names_the_first_event_that_is_not_as_it_was_stored(string deed, string named)
    {
        await UsedAsync();
        var (code, told) = await DoAsync("verify", _data.Path);
        Assert.True(code == 0, told);
        Assert.Contains("is whole: 1 sessions", told, StringComparison.Ordinal);
        await using (var db = new SqliteConnection($"Data Source={_data.File("events.db")};Pooling=False"))
        {
            await db.OpenAsync();
            await using var command = db.CreateCommand();
#pragma warning disable CA2100 // the deeds stand above
            command.CommandText = deed;
#pragma warning restore CA2100
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }

        (code, told) = await DoAsync("verify", _data.Path);
        Assert.Equal(1, code);
        Assert.Contains(named, told, StringComparison.Ordinal);
        Assert.Single(told.Trim().Split('\n'));
        (code, told) = await DoAsync("backup", Copy, "--data", _data.Path);
        Assert.Equal(1, code);
        Assert.Contains("not sound", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OP1_the_health_of_a_server_is_asked_by_a_word_of_the_program()
    {
        await using var server = await ServerProcess.StartAsync(_data);
        Assert.Equal(0, (await DoAsync("health", server.Address.ToString())).Code);
        await server.KillAsync();
        Assert.Equal(1, (await DoAsync("health", server.Address.ToString())).Code);
    }

    public void Dispose()
    {
        _data.Dispose();
        _elsewhere.Dispose();
    }

    private async Task UsedAsync()
    {
        await using var server = await ServerProcess.StartAsync(_data);
        using var house = SessionHttp.To(server.Address);
        await house.EnterHouseAsync(await server.HouseTokenAsync());
        await house.PrepareAsync(new("REF-1", "The case", SessionKind.BetweenStates, ["en"]));
        await server.TermAsync();
        await server.EndedAsync();
    }

    private static async Task<(int Code, string Told)> DoAsync(params string[] words)
    {
        await using var program = ServerProcess.Run(words);
        var code = await program.EndedAsync();
        return (code, string.Join('\n', program.Screen.All.Concat(program.Log.All)));
    }

    private static async Task AssertDoesNotStartAsync(DataDirectory data, string why)
    {
        await using var server = ServerProcess.Run(data);
        Assert.Equal(1, await server.EndedAsync());
        Assert.Contains(why, string.Join('\n', server.Log.All), StringComparison.Ordinal);
    }
}
