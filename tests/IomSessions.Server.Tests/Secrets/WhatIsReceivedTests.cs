using System.Text.Json;
using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Wire;

namespace IomSessions.Server.Tests.Secrets;

/// <summary>Every byte that reaches a participant while others move, talk and are administered.</summary>
public sealed class WhatIsReceivedTests(ServerApp app) : IClassFixture<ServerApp>
{
    [Fact]
    public async Task SI4_RM6_RM10_a_party_receives_nothing_of_a_caucus_that_it_is_not_in()
    {
        await using var scene = await app.SceneAsync();
        await scene.MoveAsync(scene.Joint.Room, scene.Ana, scene.Anton, scene.Berta, scene.Boris, scene.Mara);
        await using var berta = scene.Berta.Raw();
        await berta.StartAsync();
        await berta.HelloAsync();
        await scene.Berta.SayAsync("we are all here");
        await berta.HearsAsync("we are all here");

        var caucus = await scene.RoomAsync("Lakeside");
        await scene.MoveAsync(caucus, scene.Ana, scene.Mara);
        var sitting = scene.Ana.Sitting;
        await scene.Ana.SayAsync("our bottom line");
        await scene.Mara.HearsAsync("our bottom line");
        await scene.Mara.DoAsync(new Wire.RenameRoom(caucus, "Hillside"));
        await scene.Mara.DoAsync(new Wire.SayOnBench(scene.Mara.Line.View.Bench!, "they would take less", "en"));
        await scene.Ana.DoAsync(new Wire.SayInDelegation("do not tell them", "en"));
        await scene.Ana.Line.TypingAsync(sitting);
        await scene.EnterAsync(scene.Anton.Person, "Anton's telephone");
        await scene.MoveAsync(caucus, scene.Milan);
        await scene.MoveAsync(null, scene.Ana);
        await scene.Boris.SayAsync("the end");
        await berta.HearsAsync("the end");
        await berta.Calls.FirstAsync(call => call.Target == "Beat");

        await using var fresh = scene.Berta.Raw();
        await fresh.StartAsync();
        await fresh.HelloAsync();
        await fresh.HearsAsync("the end");
        foreach (var line in (RawLine[])[berta, fresh])
        {
            string[] forbidden =
            [
                "our bottom line", "they would take less", "do not tell them", "Lakeside", "Hillside", "telephone", caucus, sitting,
                scene.Ana.Sitting, scene.Milan.Sitting, scene.Mara.Line.View.Bench!,
            ];
            Assert.All(forbidden, word => Assert.DoesNotContain(word, line.Everything, StringComparison.Ordinal));
            Assert.Equal([], line.Events.Select(CircleOf).Distinct().Except(await AllowedAsync(scene, scene.Berta)));
            Assert.DoesNotContain(line.Calls.All, call => call.Target == "Typing");
        }

        // presence: of her own room only, whoever it is
        var here = berta.Calls.All.Last(call => call.Target == "Presence").Argument.GetProperty("here");
        Assert.Equal(
            scene.Berta.Line.View.Here!.People.Order(StringComparer.Ordinal),
            here.EnumerateArray().Select(person => person.GetString()!).Order(StringComparer.Ordinal));
        var opened = berta.Events.Where(told => TypeOf(told) == "sitting.opened").ToList();
        Assert.Equal(scene.Berta.Sitting, CircleOf(opened[^1]));
        Assert.All(opened, told => Assert.Equal(
            ["companions", "kind", "name", "people", "room", "type"],
            told.GetProperty("body").EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task SI4_what_happens_apart_from_a_party_changes_not_one_byte_of_what_it_receives()
    {
        await using var scene = await app.SceneAsync();
        await using var berta = scene.Berta.Raw();
        await berta.StartAsync();
        await berta.HelloAsync();
        await scene.Berta.SayAsync("before");
        await berta.HearsAsync("before");
        var before = berta.Calls.All.Count(call => call.Target != "Beat");
        var caucus = await scene.RoomAsync("Lakeside");
        await scene.MoveAsync(caucus, scene.Ana, scene.Anton, scene.Mara);
        for (var at = 0; at < 30; at++)
        {
            await scene.Ana.SayAsync($"apart {at}");
        }

        await scene.Mara.DoAsync(new Wire.SayOnBench(scene.Mara.Line.View.Bench!, "apart", "en"));
        await scene.MoveAsync(null, scene.Ana);
        await scene.Berta.SayAsync("after");
        await berta.HearsAsync("after");
        var since = berta.Calls.All.Where(call => call.Target != "Beat").Skip(before).ToList();
        var only = Assert.Single(since).Argument.EnumerateArray().ToList();
        Assert.Equal(("after", 3L), (RawLine.TextOf(Assert.Single(only)), only[0].GetProperty("offset").GetInt64()));
    }

    [Fact]
    public async Task SI2_a_message_reaches_the_company_its_sender_saw_or_fewer_or_it_is_refused()
    {
        await using var scene = await app.SceneAsync();
        await scene.MoveAsync(scene.Joint.Room, scene.Ana, scene.Berta, scene.Mara);
        var seen = scene.Ana.Sitting;
        await scene.MoveAsync(scene.Joint.Room, scene.Boris);
        await scene.Ana.Line.SeesAsync(view => view.Here!.Sitting == scene.Boris.Sitting);
        var refusal = await scene.Ana.RefusedAsync(new Wire.Say(seen, "not for Boris", "en"));
        Assert.Equal(RefusalCodes.SittingChanged, refusal.Code);
        Assert.Equal(scene.Boris.Sitting, refusal.Detail!.Room!.Sitting);
        Assert.Contains(scene.Boris.Person, refusal.Detail.Room.People);

        seen = scene.Ana.Sitting;
        await scene.MoveAsync(null, scene.Berta);
        var reply = await scene.Ana.DoAsync(new Wire.Say(seen, "whoever stayed", "en"));
        Assert.Equal([scene.Berta.Person], reply.Answer!.Left);
        await scene.Boris.HearsAsync("whoever stayed");

        // out of the room: his message goes nowhere
        seen = scene.Ana.Sitting;
        await scene.MoveAsync(null, scene.Ana);
        refusal = await scene.Ana.RefusedAsync(new Wire.Say(seen, "too late", "en"));
        Assert.Equal(RefusalCodes.SittingChanged, refusal.Code);
        Assert.Equal(scene.Ana.Sitting, refusal.Detail!.Room!.Sitting);
        await scene.Berta.SayAsync("the end");
        await scene.Boris.SayAsync("the end");
        await scene.Mara.HearsAsync("the end");
        Assert.All(scene.Everybody, actor => Assert.False(actor.Heard("not for Boris") || actor.Heard("too late")));
        Assert.False(scene.Berta.Heard("whoever stayed"));
    }

    [Fact]
    public async Task PE6_the_secretariat_reads_no_sitting_party_or_bench()
    {
        await using var scene = await app.SceneAsync();
        await using var line = new RawLine(app.Address, scene.Session, scene.House.Cookies.GetCookies(app.Address)
            .Single(cookie => cookie.Name == "iom-s-" + scene.Session).Value);
        await line.StartAsync();
        await line.HelloAsync();
        await scene.Ana.SayAsync("said at home");
        await scene.Ana.DoAsync(new Wire.SayInDelegation("said in the party", "en"));
        await scene.Mara.DoAsync(new Wire.SayOnBench(scene.Mara.Line.View.Bench!, "said on the bench", "en"));
        await line.Calls.FirstAsync(call => call.Target == "Beat");
        Assert.Equal(
            ["hall", "person", "registry"],
            line.Events.Select(told => told.GetProperty("kind").GetString()!).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain("said ", line.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Ana.Sitting, line.Everything, StringComparison.Ordinal);
    }

    private static string CircleOf(JsonElement told) => told.GetProperty("circle").GetString()!;

    private static string? TypeOf(JsonElement told) => told.GetProperty("body").GetProperty("type").GetString();

    // an oracle of its own, by the table of circles and not by the rule that is tested
    private async Task<List<string>> AllowedAsync(Scene scene, Actor actor)
    {
        var state = (await app.The<SessionHouse>().FindAsync(new SessionId(Guid.Parse(scene.Session))))!.State!;
        var person = new PersonId(Guid.Parse(actor.Person));
        return [.. state.Circles.Where(circle => circle.Value.Kind switch
            {
                Domain.CircleKind.Hall => true,
                Domain.CircleKind.Party => circle.Value.Party == state.People[person].Party,
                Domain.CircleKind.Person => circle.Value.Person == person,
                Domain.CircleKind.Sitting => circle.Value.People.Contains(person),
                _ => false,
            }).Select(circle => circle.Key.Value.ToString("N"))];
    }
}
