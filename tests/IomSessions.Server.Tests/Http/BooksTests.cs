using IomSessions.Client;
using IomSessions.Wire;

namespace IomSessions.Server.Tests.Http;

/// <summary>The .NET library asks for what is not live.</summary>
public sealed class BooksTests(ServerApp app) : IClassFixture<ServerApp>
{
    [Fact]
    public async Task SI4_a_program_that_does_not_stay_connected_reads_what_its_person_may_and_nothing_else()
    {
        await using var scene = await app.SceneAsync();
        await scene.Ana.SayAsync("at home");
        await scene.Ana.HearsAsync("at home");
        var home = scene.Ana.Sitting;
        await scene.MoveAsync(scene.Joint.Room, scene.Ana, scene.Berta, scene.Mara);
        var meeting = NewId.Next();
        var at = new DateTimeOffset(app.Clock.GetUtcNow().UtcDateTime.Date.AddDays(2), TimeSpan.Zero);
        await scene.Secretary.DoAsync(new SetMeeting(meeting, at, 60));
        using var ana = SessionHttp.To(app.Address, scene.Ana.Bearer);
        using var berta = SessionHttp.To(app.Address, scene.Berta.Bearer);
        using var mara = SessionHttp.To(app.Address, scene.Mara.Bearer);

        Assert.Equal(scene.Ana.Person, (await ana.MeAsync(scene.Session)).Person);
        var sheet = await ana.SessionAsync(scene.Session);
        Assert.Equal(("REF-1", Phase.Open, SessionKind.BetweenStates), (sheet.Reference, sheet.Phase, sheet.Kind));
        var people = await ana.PeopleAsync(scene.Session);
        Assert.Equal(["Aland", "Borduria"], people.Parties.Select(party => party.Name));
        Assert.All(people.People, row => Assert.Null(row.Status));
        Assert.All((await mara.PeopleAsync(scene.Session)).People, row => Assert.NotNull(row.Status));
        Assert.Equal(2, (await ana.ProtocolAsync(scene.Session)).AcceptedBy.Count);
        Assert.DoesNotContain(await ana.CirclesAsync(scene.Session), row => row.Kind is CircleKind.Bench or CircleKind.Registry);
        Assert.Contains(await ana.SittingsAsync(scene.Session), one => one.Opened.Circle == home);
        var page = await ana.EventsAsync(scene.Session, home);
        Assert.Contains(page.Events, told => told.Body is Said { Text: "at home" });
        Assert.Single((await ana.EventsAsync(scene.Session, home, before: 2, max: 1)).Events);
        Assert.Equal(new MeetingRow(meeting, at, 60, 0, false), Assert.Single(await berta.MeetingsAsync(scene.Session)));
        Assert.StartsWith("BEGIN:VCALENDAR", await berta.CalendarEntryAsync(scene.Session, meeting), StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => berta.EventsAsync(scene.Session, home));
        Assert.Equal("not_found", refused.Refusal.Code);
        Assert.DoesNotContain(await berta.SittingsAsync(scene.Session), one => one.Opened.Circle == home);
    }
}
