using IomSessions.Client;

namespace IomSessions.Server.Tests.Nodes;

[Collection(SeveralNodes.Name)]
public sealed class MoveTests(Neighbourhood around) : IDisposable
{
    private readonly DataDirectory _data = new();
    private readonly DataDirectory _node = new();

    [Fact]
    public async Task ST1_ST2_a_house_in_a_folder_is_moved_to_PostgreSQL_and_everybody_is_where_he_was_with_the_same_link_and_key()
    {
        string session, bearer, person, sitting;
        var server = await ServerProcess.StartAsync(_data);
        await using (var scene = await Scene.MakeAsync(server.Address, await server.HouseTokenAsync()))
        {
            await scene.MoveAsync(await scene.RoomAsync("Caucus"), scene.Ana, scene.Milan);
            for (var at = 0; at < 5; at++)
            {
                await scene.Ana.SayAsync($"before {at}");
            }

            (session, bearer, person, sitting) = (scene.Session, scene.Ana.Bearer, scene.Ana.Person, scene.Ana.Sitting);
            await server.TermAsync();
            await server.EndedAsync();
        }

        await server.DisposeAsync();
        var postgres = await around.Postgres.DatabaseAsync();
        var (code, told) = await DoAsync("move", "--data", _data.Path, "--postgres", postgres);
        Assert.True(code == 0, told);
        Assert.Contains("1 sessions", told, StringComparison.Ordinal);
        (code, told) = await DoAsync("verify", "--postgres", postgres);
        Assert.True(code == 0, told);
        (code, told) = await DoAsync("move", "--data", _data.Path, "--postgres", postgres);
        Assert.Equal(1, code);
        Assert.Contains("never writes over anything", told, StringComparison.Ordinal);

        File.Copy(_data.File("master.key"), _node.File("master.key"));
        await using var node = await ServerProcess.StartAsync(_node, 0, new Dictionary<string, string> { ["IOMSESSIONS_POSTGRES"] = postgres });
        await using var ana = new Actor(node.Address, session, person, bearer, new SessionConnection(new(node.Address, session) { Bearer = bearer }));
        await ana.StartAsync();
        await ana.HearsAsync("before 4");
        Assert.Equal(sitting, ana.Sitting);
        await ana.SayAsync("and after");
        await ana.HearsAsync("and after");
        await node.TermAsync();
        await node.EndedAsync();

        // an altered event is named, whoever altered it
        await around.Postgres.ExecuteAsync(
            "UPDATE iom_events.events SET sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) WHERE version = 7", new Npgsql.NpgsqlConnectionStringBuilder(postgres).Database!);
        (code, told) = await DoAsync("verify", "--postgres", postgres);
        Assert.Equal(1, code);
        Assert.Contains("event 7 of session", told, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _data.Dispose();
        _node.Dispose();
    }

    private static async Task<(int Code, string Told)> DoAsync(params string[] words)
    {
        await using var program = ServerProcess.Run(words);
        var code = await program.EndedAsync();
        return (code, string.Join('\n', program.Screen.All.Concat(program.Log.All)));
    }
}
