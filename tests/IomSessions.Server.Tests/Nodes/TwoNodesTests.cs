using System.Diagnostics;
using System.Net;
using IomSessions.Client;
using IomSessions.Wire;

namespace IomSessions.Server.Tests.Nodes;

[Collection(SeveralNodes.Name)]
public sealed class TwoNodesTests(Neighbourhood around)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DL1_RM8_any_participant_is_at_home_on_any_node_and_any_command_goes_on_any_node(bool redis)
    {
        await using var cluster = await Cluster.StartAsync(around, 2, redis ? around.Redis.Address : null);
        await using var scene = await Scene.MakeAsync(cluster.Nodes[0].Address, await cluster.HouseTokenAsync());
        await using var anton = scene.LineAt(cluster.Nodes[1].Address, scene.Anton);
        await anton.StartAsync();
        await using var berta = scene.LineAt(cluster.Nodes[1].Address, scene.Berta);
        await berta.StartAsync();
        await scene.MoveAsync(await scene.RoomAsync("Caucus"), scene.Ana, scene.Anton, scene.Mara);
        await anton.Line.SeesAsync(view => view.Here?.Sitting == scene.Ana.Sitting);

        // each node in turn, and everybody hears everything once and in one order
        for (var at = 0; at < 10; at++)
        {
            await scene.Ana.SayAsync($"near {at}");
            await anton.SayAsync($"far {at}");
        }

        await scene.Ana.HearsAsync("far 9");
        await anton.HearsAsync("far 9");
        Assert.Equal(Spoken(scene.Ana), Spoken(anton));
        Assert.Equal(20, Spoken(anton).Count(text => text.StartsWith("near", StringComparison.Ordinal) || text.StartsWith("far", StringComparison.Ordinal)));
        Assert.DoesNotContain(berta.Events, told => told.Body is Said said && said.Text.StartsWith("near", StringComparison.Ordinal));

        // who is connected on another node is seen as here, and gone when he goes
        await anton.News.FirstAsync(news => news is SessionNews.Present present && present.Here.Contains(scene.Ana.Person));
        var seen = anton.News.All.Count;
        await scene.Ana.DisposeAsync();
        await anton.News.UntilAsync(all => all.Skip(seen).Any(news => news is SessionNews.Present present && !present.Here.Contains(scene.Ana.Person)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PE4_who_is_removed_on_one_node_is_cut_off_on_the_other_within_two_seconds(bool redis)
    {
        await using var cluster = await Cluster.StartAsync(around, 2, redis ? around.Redis.Address : null);
        await using var scene = await Scene.MakeAsync(cluster.Nodes[0].Address, await cluster.HouseTokenAsync());
        await using var line = new RawLine(cluster.Nodes[1].Address, scene.Session, scene.Boris.Bearer);
        await line.StartAsync();
        await line.HelloAsync();
        await scene.Berta.DoAsync(new RemovePerson(scene.Boris.Person));
        var since = Stopwatch.StartNew();
        Assert.Equal(GoodbyeCodes.Removed, (await line.GoodbyeAsync()).GetProperty("code").GetString());
        Assert.True(since.Elapsed < TimeSpan.FromSeconds(2), $"{since.Elapsed}");
        await scene.Berta.SayAsync("now among ourselves");
        await line.Closed.InTime();
        Assert.DoesNotContain("now among ourselves", line.Everything, StringComparison.Ordinal);

        // no cookie or token brings him back, on any node
        foreach (var node in cluster.Nodes)
        {
            await using var again = new RawLine(node.Address, scene.Session, scene.Boris.Bearer);
            try
            {
                await again.StartAsync();
                Assert.False((await again.HelloAsync()).GetProperty("ok").GetBoolean());
            }
            catch (HttpRequestException refused)
            {
                Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            }
        }
    }

    [Fact]
    public async Task SI3_a_file_is_taken_in_and_handed_out_by_a_node_that_was_not_told_of_the_room_yet()
    {
        await using var cluster = await Cluster.StartAsync(around);
        await using var scene = await Scene.MakeAsync(cluster.Nodes[0].Address, await cluster.HouseTokenAsync());
        // the other node runs the session, and hears of what happens once a second
        await using var berta = scene.LineAt(cluster.Nodes[1].Address, scene.Berta);
        await berta.StartAsync();
        using var http = new HttpClient { BaseAddress = cluster.Nodes[1].Address };
        var (up, down) = (FilesOf(scene.Ana), FilesOf(scene.Mara));
        for (var at = 0; at < 4; at++)
        {
            await scene.MoveAsync(at % 2 == 0 ? await scene.RoomAsync("Caucus") : scene.Joint.Room, scene.Ana, scene.Mara);
            var taken = await up.UploadAsync(scene.Ana.Sitting, "annex.txt", new MemoryStream("word for word"u8.ToArray()));
            await scene.Ana.DoAsync(new Say(scene.Ana.Sitting, "with a file", "en", [taken.File]));
            await using var stream = await down.DownloadAsync(taken.File);
            using var reader = new StreamReader(stream);
            Assert.Equal("word for word", await reader.ReadToEndAsync());
        }

        SessionFiles FilesOf(Actor who) => new(http, scene.Session, who.Bearer);
    }

    [Fact]
    public async Task DL3_what_was_answered_on_a_node_that_is_killed_is_heard_on_another_once_and_all_of_it()
    {
        await using var cluster = await Cluster.StartAsync(around, 2, around.Redis.Address);
        await using var scene = await Scene.MakeAsync(cluster.Nodes[0].Address, await cluster.HouseTokenAsync());
        await using var far = scene.LineAt(cluster.Nodes[1].Address, scene.Anton);
        await far.StartAsync();
        var acknowledged = new List<string>();
        for (var at = 0; at < 20; at++)
        {
            await scene.Ana.DoAsync(new SayInDelegation($"word {at}", "en"));
            acknowledged.Add($"word {at}");
        }

        await cluster.Nodes[0].KillAsync();
        await far.HearsAsync("word 19");
        Assert.Equal(acknowledged, Spoken(far));
        await far.DoAsync(new SayInDelegation("and on", "en"));
        await using var ana = scene.LineAt(cluster.Nodes[1].Address, scene.Ana);
        await ana.StartAsync();
        await ana.HearsAsync("and on");
        Assert.Equal([.. acknowledged, "and on"], Spoken(ana));
    }

    [Fact]
    public async Task ST2_a_node_without_the_master_key_of_the_house_does_not_start()
    {
        await using var cluster = await Cluster.StartAsync(around, 1);
        using var folder = new DataDirectory();
        await using var stranger = ServerProcess.Run(folder, 0, new Dictionary<string, string> { ["IOMSESSIONS_POSTGRES"] = cluster.Connection });
        Assert.Equal(1, await stranger.EndedAsync());
        Assert.Contains("master key is missing", string.Join('\n', stranger.Log.All), StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(folder.Path), file => file.EndsWith("master.key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PE4_of_a_session_that_a_node_cannot_follow_it_hands_nothing_out_and_says_so_to_the_operator()
    {
        await using var cluster = await Cluster.StartAsync(around, 1);
        await using var scene = await Scene.MakeAsync(cluster.Nodes[0].Address, await cluster.HouseTokenAsync());
        await using var line = new RawLine(cluster.Nodes[0].Address, scene.Session, scene.Ana.Bearer);
        await line.StartAsync();
        Assert.True((await line.HelloAsync()).GetProperty("ok").GetBoolean());
        using var http = new HttpClient { BaseAddress = cluster.Nodes[0].Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", scene.Ana.Bearer);
        var own = $"/api/sessions/{scene.Session}";
        Assert.Equal("yes\n", await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));

        // the log is said to be longer than what can be read of it
        await ExecuteAsync("UPDATE iom_events.sessions SET version = version + 1");
        await IsReadyAsync("partly\n");
        foreach (var path in (string[])["", "/me", "/people", "/circles", "/sittings", "/meetings", "/record.json", "/record.html", $"/files/{NewId.Next()}"])
        {
            Assert.Equal((path, HttpStatusCode.ServiceUnavailable), (path, await AskAsync(path)));
        }

        foreach (var (method, question) in ((string, object)[])
            [("Hello", RawLine.NoCursors), ("Read", new { circle = scene.Ana.Sitting, before = 9, max = 9 }), ("Sittings", new { max = 9 }), ("Search", new { text = "word" }),
            ("Do", new { id = NewId.Next(), command = new { type = "say", sitting = scene.Ana.Sitting, text = "word", language = "en" } }),
            ("FollowDraft", new { circle = NewId.Next() })])
        {
            var answer = await line.AskAsync(method, question);
            Assert.Equal((method, "unavailable"), (method, answer.GetProperty("refusal").GetProperty("code").GetString()));
        }

        await ExecuteAsync("UPDATE iom_events.sessions SET version = version - 1");
        await IsReadyAsync("yes\n");
        Assert.Equal(HttpStatusCode.OK, await AskAsync("/people"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync("/record.json"));

        Task ExecuteAsync(string sql) => around.Postgres.ExecuteAsync(sql, new Npgsql.NpgsqlConnectionStringBuilder(cluster.Connection).Database!);

        Task IsReadyAsync(string word) =>
            Testbed.Neighbour.UntilAsync(async () => await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)) == word);

        async Task<HttpStatusCode> AskAsync(string path)
        {
            using var answer = await http.GetAsync(new Uri(own + path, UriKind.Relative));
            return answer.StatusCode;
        }
    }

    private static List<string> Spoken(Actor actor) => [.. actor.Events.Select(told => told.Body).OfType<Said>().Select(said => said.Text)];
}
