using IomSessions.Client;
using IomSessions.Server.Tests.People;
using IomSessions.Wire;
using Limits = IomSessions.Domain.Limits;

namespace IomSessions.Server.Tests.Entrance;

/// <summary>What a thief of a telephone, and whoever holds an old link, can still do.</summary>
public sealed class StolenTests(ServerApp app) : IClassFixture<ServerApp>
{
    [Fact]
    public async Task PE6_a_code_taken_from_a_stolen_telephone_is_void_once_the_telephone_is_revoked()
    {
        await using var scene = await app.SceneAsync(open: false);
        using var telephone = SessionHttp.To(app.Address);
        var link = await scene.House.InviteAsync(scene.Session, scene.Anton.Person);
        await telephone.EnterAsync(new EnterRequest(link.Token, "Telephone"));
        var device = (await scene.Anton.Line.SeesAsync(view => !view.Pending.IsEmpty)).Pending.Keys.Single();
        await scene.Anton.DoAsync(new ConfirmDevice(device));
        var code = (await telephone.CodeAsync(scene.Session)).Code;
        await scene.Anton.DoAsync(new RevokeDevice(device));

        using var thief = SessionHttp.To(app.Address);
        Assert.Equal(RefusalCodes.NotFound, await RemovalTests.CodeOfAsync(() => thief.EnterAsync(new EnterCodeRequest(code, "Telephone"))));
        await RemovalTests.AssertNotKnownAsync(() => thief.MeAsync(scene.Session));
        await scene.Anton.DoAsync(new SayInDelegation("the thief is out", "en"));
        Assert.DoesNotContain(scene.Anton.Events, told => told.Body is DeviceOpened opened && opened.Label == "Telephone");
    }

    [Fact]
    public async Task PE6_whoever_holds_an_old_link_cannot_use_up_the_connections_of_its_person()
    {
        await using var scene = await app.SceneAsync(open: false);
        var entered = await scene.EnterAsync(scene.Boris.Person, "Not Boris");
        var lines = new List<RawLine>();
        try
        {
            for (var at = 0; at < Limits.ConnectionsPerPerson; at++)
            {
                var waiting = new RawLine(app.Address, scene.Session, entered.Bearer);
                lines.Add(waiting);
                await waiting.StartAsync();
                Assert.Equal(RefusalCodes.DevicePending, CodeOf(await waiting.HelloAsync()));
            }

            await using var own = scene.Boris.Raw();
            await own.StartAsync();
            Assert.True((await own.HelloAsync()).GetProperty("ok").GetBoolean());
            await using var late = new RawLine(app.Address, scene.Session, entered.Bearer);
            await late.StartAsync();
            Assert.Equal("limit_reached", CodeOf(await late.HelloAsync()));
        }
        finally
        {
            foreach (var line in lines)
            {
                await line.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task OP3_a_device_that_says_hello_without_end_is_told_to_wait_and_its_persons_other_device_is_not()
    {
        await using var scene = await app.SceneAsync(open: false);
        var entered = await scene.EnterAsync(scene.Boris.Person, "Not Boris");
        await using var flood = new RawLine(app.Address, scene.Session, entered.Bearer);
        await flood.StartAsync();
        var answers = new List<string?>();
        for (var at = 0; at < Limits.HelloBurst * 3; at++)
        {
            answers.Add(CodeOf(await flood.HelloAsync()));
        }

        Assert.Contains(RefusalCodes.TooFast, answers);
        Assert.Equal(RefusalCodes.DevicePending, answers[Limits.HelloBurst - 1]);
        await using var own = scene.Boris.Raw();
        await own.StartAsync();
        Assert.True((await own.HelloAsync()).GetProperty("ok").GetBoolean());
    }

    private static string? CodeOf(System.Text.Json.JsonElement reply) => reply.GetProperty("refusal").GetProperty("code").GetString();
}
