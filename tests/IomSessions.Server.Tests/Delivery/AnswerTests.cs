namespace IomSessions.Server.Tests.Delivery;

/// <summary>How answers reach the connection that asked.</summary>
public sealed class AnswerTests(ServerApp app) : IClassFixture<ServerApp>
{
    [Fact]
    public async Task DL3_an_answer_goes_out_with_what_it_brings_to_its_connection()
    {
        await using var scene = await app.SceneAsync();
        await using var socket = await RawSocket.ConnectAsync(app.Address, scene.Session, scene.Ana.Bearer);
        await socket.CallAsync("Hello", """{"protocol":1,"cursors":[]}""", "hello");
        for (var at = 0; at < 20; at++)
        {
            var text = $"word {at}.";
            await socket.CallAsync("Do", Say(scene.Ana.Sitting, text), $"{at}");
            await socket.Messages.FirstAsync(message => message.Contains(text, StringComparison.Ordinal));
        }

        var answered = socket.Messages.All.Where(message => message.Contains("\"type\":3", StringComparison.Ordinal)).Skip(1).ToList();
        Assert.Equal(20, answered.Count);
        // a call that has not begun to wait when its answer is there is answered by itself: on a machine that stands still some are
        Assert.InRange(answered.Index().Count(one => one.Item.Contains($"word {one.Index}.", StringComparison.Ordinal)), 10, 20);
    }

    [Fact]
    public async Task DL3_an_answer_that_brings_nothing_comes_by_itself()
    {
        await using var scene = await app.SceneAsync();
        await using var socket = await RawSocket.ConnectAsync(app.Address, scene.Session, scene.Ana.Bearer);
        await socket.CallAsync("Hello", """{"protocol":1,"cursors":[]}""", "hello");
        var elsewhere = "0123456789abcdef0123456789abcdef";
        for (var at = 0; at < 5; at++)
        {
            Assert.Contains("\"ok\":false", await socket.CallAsync("Do", Say(elsewhere, "to nobody"), $"{at}"), StringComparison.Ordinal);
        }
    }

    private static string Say(string sitting, string text) =>
        $$"""{"id":"{{Guid.NewGuid():N}}","command":{"type":"say","sitting":"{{sitting}}","text":"{{text}}","language":"en"} }""";
}
