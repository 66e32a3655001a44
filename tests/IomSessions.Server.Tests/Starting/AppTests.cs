namespace IomSessions.Server.Tests.Starting;

public sealed class AppTests(ServerApp app) : IClassFixture<ServerApp>
{
    [Fact]
    public async Task A_session_is_made_and_people_talk()
    {
        await using var scene = await app.SceneAsync();
        await scene.Ana.SayAsync("hello");
        await scene.Anton.HearsAsync("hello");
        Assert.False(scene.Berta.Heard("hello"));
        Assert.Single(await scene.House.SessionsAsync(), row => row.Session == scene.Session);
    }
}
