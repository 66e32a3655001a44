using IomSessions.Client;
using IomSessions.Wire;

namespace IomSessions.Server.Tests.People;

public sealed class DeviceTests(ServerApp app) : IClassFixture<ServerApp>
{
    [Fact]
    public async Task PE6_the_secretariat_cannot_become_somebody_by_a_link()
    {
        await using var scene = await app.SceneAsync();
        var entered = await scene.EnterAsync(scene.Anton.Person, "Not Anton's");
        Assert.True(entered.Pending);
        await using var impostor = scene.Line(scene.Anton.Person, entered.Bearer!);
        var waiting = Assert.IsType<ConnectionState.Waiting>(await impostor.Line.ConnectAsync().InTime());
        Assert.Equal(RefusalCodes.DevicePending, waiting.Refusal.Code);
        await using var line = impostor.Raw();
        await line.StartAsync();
        Assert.False((await line.HelloAsync()).GetProperty("ok").GetBoolean());

        // he, his head and the bench are told; the secretariat can do nothing with it
        var device = (await scene.Anton.Line.SeesAsync(view => !view.Pending.IsEmpty)).Pending.Keys.Single();
        await scene.Ana.Line.SeesAsync(view => view.Pending.ContainsKey(device));
        await scene.Milan.Line.SeesAsync(view => view.Pending.ContainsKey(device));
        Assert.Empty(scene.Berta.Line.View.Pending);
        foreach (var other in (Actor[])[scene.Secretary, scene.Berta, scene.Mara])
        {
            Assert.Equal(RefusalCodes.NotFound, (await other.RefusedAsync(new ConfirmDevice(device))).Code);
        }

        var reply = await line.DoAsync(new { id = NewId.Next(), command = new { type = "device.confirm", device } });
        Assert.Equal(RefusalCodes.NotKnown, reply.GetProperty("refusal").GetProperty("code").GetString());
        await scene.Ana.DoAsync(new SayInDelegation("not for him", "en"));
        await scene.Anton.HearsAsync("not for him");
        Assert.Empty(line.Events);

        await scene.Anton.DoAsync(new RevokeDevice(device));
        var goodbye = await line.GoodbyeAsync();
        Assert.Equal((GoodbyeCodes.DeviceRevoked, false), (goodbye.GetProperty("code").GetString(), goodbye.GetProperty("retry").GetBoolean()));
        await line.Closed.InTime();
        Assert.Empty(line.Events);
        await RemovalTests.EndOfAsync(impostor.Line);
    }

    [Fact]
    public async Task PE6_a_device_that_is_confirmed_comes_in_by_itself()
    {
        await using var scene = await app.SceneAsync();
        var entered = await scene.EnterAsync(scene.Anton.Person);
        await using var second = scene.Line(scene.Anton.Person, entered.Bearer!);
        Assert.IsType<ConnectionState.Waiting>(await second.Line.ConnectAsync().InTime());
        var device = (await scene.Ana.Line.SeesAsync(view => !view.Pending.IsEmpty)).Pending.Keys.Single();
        await scene.Ana.DoAsync(new ConfirmDevice(device));
        await second.Line.SeesAsync(view => view.Here?.Sitting == scene.Anton.Sitting);
        await second.SayAsync("from my telephone");
        await scene.Ana.HearsAsync("from my telephone");
    }

    [Fact]
    public async Task PE6_a_device_that_leaves_is_forgotten_and_the_others_stay()
    {
        await using var scene = await app.SceneAsync();
        using var browser = SessionHttp.To(app.Address);
        var link = await scene.House.InviteAsync(scene.Session, scene.Anton.Person);
        await browser.EnterAsync(new EnterRequest(link.Token, "A browser"));
        var device = (await scene.Anton.Line.SeesAsync(view => !view.Pending.IsEmpty)).Pending.Keys.Single();
        Assert.True((await browser.MeAsync(scene.Session)).Pending);
        Assert.Equal(RefusalCodes.NotKnown, await RemovalTests.CodeOfAsync(() => browser.CodeAsync(scene.Session)));
        await scene.Anton.DoAsync(new ConfirmDevice(device));
        await using var line = new SessionConnection(new(app.Address, scene.Session) { Cookies = browser.Cookies });
        Assert.IsType<ConnectionState.Connected>(await line.ConnectAsync().InTime());
        Assert.Equal("Anton", Assert.Single(await browser.MineAsync()).Name);

        await browser.LeaveAsync(scene.Session);
        Assert.Equal(GoodbyeCodes.DeviceRevoked, (await RemovalTests.EndOfAsync(line)).Code);
        Assert.Empty(await browser.MineAsync());
        await RemovalTests.AssertNotKnownAsync(() => browser.MeAsync(scene.Session));
        await scene.Anton.SayAsync("I am still here");
    }

    [Fact]
    public async Task PE6_a_device_that_leaves_while_its_person_floods_is_told_to_try_again()
    {
        await using var scene = await app.SceneAsync();
        using var browser = SessionHttp.To(app.Address);
        var link = await scene.House.InviteAsync(scene.Session, scene.Anton.Person);
        await browser.EnterAsync(new EnterRequest(link.Token, "A browser"));
        var device = (await scene.Anton.Line.SeesAsync(view => !view.Pending.IsEmpty)).Pending.Keys.Single();
        await scene.Anton.DoAsync(new ConfirmDevice(device));
        await using var line = new SessionConnection(new(app.Address, scene.Session) { Cookies = browser.Cookies });
        await line.ConnectAsync().InTime();
        await using var flood = scene.Anton.Raw();
        await flood.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 90).Select(_ =>
            flood.DoAsync(new { id = NewId.Next(), command = new { type = "device.confirm", device = NewId.Next() } })));
        try
        {
            await browser.LeaveAsync(scene.Session);
            Assert.Equal(GoodbyeCodes.DeviceRevoked, (await RemovalTests.EndOfAsync(line)).Code);
        }
        catch (RefusedException refused)
        {
            // never "left" while its lines go on hearing
            Assert.True(refused.Refusal.Retry);
            Assert.False((await browser.MeAsync(scene.Session)).Pending);
        }
    }
}
