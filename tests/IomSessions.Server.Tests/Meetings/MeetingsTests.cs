using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ical.Net;
using IomSessions.Client;
using IomSessions.Wire;

namespace IomSessions.Server.Tests.Meetings;

public sealed class MeetingsTests(ServerApp app) : IClassFixture<ServerApp>
{
    private static readonly string[] Telling = ["Aland", "Borduria", "The case", "Mara", "Ana", "mediat", "token", "Bearer", "ATTENDEE"];

    [Fact]
    public async Task SE5_a_meeting_is_an_entry_for_the_calendar_that_changes_and_is_cancelled_and_tells_nothing_of_the_case()
    {
        await using var scene = await app.SceneAsync();
        var (meeting, at) = (NewId.Next(), Minute(app.Clock.GetUtcNow().AddDays(3)));
        await scene.Secretary.DoAsync(new SetMeeting(meeting, at, 90));
        await scene.Ana.News.FirstAsync(news => news is SessionNews.Told { Event.Body: MeetingSet set } && set.Meeting == meeting && set.At == at);
        var (first, text) = await EntryAsync(scene, scene.Ana, meeting);
        Assert.Equal(("PUBLISH", 0, "CONFIRMED"), (first.Method, first.Events[0]!.Sequence, first.Events[0]!.Status));
        Assert.Equal(at.UtcDateTime, first.Events[0]!.Start!.AsUtc);
        Assert.Equal(at.UtcDateTime.AddMinutes(90), first.Events[0]!.End!.AsUtc);
        Assert.All(Telling, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(("REF-1", new Uri(app.Address, $"/s/{scene.Session}")), (first.Events[0]!.Summary, first.Events[0]!.Url));

        await scene.Secretary.DoAsync(new SetMeeting(meeting, at.AddHours(1), 60));
        var (second, _) = await EntryAsync(scene, scene.Ana, meeting);
        Assert.Equal((first.Events[0]!.Uid, 1), (second.Events[0]!.Uid, second.Events[0]!.Sequence));
        await scene.Secretary.DoAsync(new CancelMeeting(meeting));
        var (last, _) = await EntryAsync(scene, scene.Ana, meeting);
        Assert.Equal(("CANCEL", 2, "CANCELLED"), (last.Method, last.Events[0]!.Sequence, last.Events[0]!.Status));
    }

    [Fact]
    public async Task SE5_an_entry_stands_in_lines_that_calendars_read_and_its_words_are_words()
    {
        var reference = $"REF-1, 调解; \\n BEGIN:VALARM {new string('é', 60)}";
        await using var scene = await Scene.MakeAsync(app.Address, await app.HouseTokenAsync(), name: word => word == "REF-1" ? reference : word);
        var meeting = NewId.Next();
        await scene.Mara.DoAsync(new SetMeeting(meeting, Minute(app.Clock.GetUtcNow().AddDays(3)), 90));
        var (entry, text) = await EntryAsync(scene, scene.Ana, meeting);
        Assert.Equal(reference, entry.Events[0]!.Summary);
        Assert.Empty(entry.Events[0]!.Alarms);
        Assert.All(text.Split("\r\n"), line =>
        {
            Assert.DoesNotContain('\n', line);
            Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line);
        });
    }

    [Fact]
    public async Task SE5_who_waits_in_the_lobby_is_told_when_the_session_meets_and_of_no_meeting_that_was()
    {
        await using var scene = await app.SceneAsync();
        var (held, gone, next) = (NewId.Next(), NewId.Next(), NewId.Next());
        foreach (var meeting in (string[])[gone, next])
        {
            await scene.Secretary.DoAsync(new SetMeeting(meeting, Minute(app.Clock.GetUtcNow().AddDays(3)), 90));
        }

        await scene.Secretary.DoAsync(new CancelMeeting(gone));
        var waiting = await scene.ActorAsync("Waiting", Role.Counsel, scene.Aland);
        await waiting.News.FirstAsync(news => news is SessionNews.Told { Event.Body: MeetingSet set } && set.Meeting == next);
        await scene.Secretary.DoAsync(new SetMeeting(held, Minute(app.Clock.GetUtcNow().AddDays(4)), 60));
        await waiting.News.FirstAsync(news => news is SessionNews.Told { Event.Body: MeetingSet set } && set.Meeting == held);
        Assert.DoesNotContain(waiting.Events, told => told.Body is MeetingSet set && set.Meeting == gone);
        using var http = SessionHttp.To(app.Address, waiting.Bearer);
        Assert.Equal([next, held], (await http.MeetingsAsync(scene.Session)).Select(row => row.Meeting));
        var (entry, _) = await EntryAsync(scene, waiting, held);
        Assert.Equal(held, entry.Events[0]!.Uid);
    }

    [Fact]
    public async Task SE5_who_has_not_given_the_undertaking_gets_one_answer_for_a_meeting_that_is_and_one_that_is_not()
    {
        await using var scene = await app.SceneAsync();
        var meeting = NewId.Next();
        await scene.Secretary.DoAsync(new SetMeeting(meeting, Minute(app.Clock.GetUtcNow().AddDays(3)), 90));
        var person = NewId.Next();
        await scene.Secretary.DoAsync(new RegisterPerson(person, "Invited", Role.Counsel, scene.Aland));
        await using var invited = scene.Line(person, (await scene.EnterAsync(person)).Bearer!);
        var answers = new List<string>();
        foreach (var path in (string[])[$"meetings/{meeting}.ics", $"meetings/{NewId.Next()}.ics", "meetings"])
        {
            using var answer = await AskAsync(scene, invited, path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            answers.Add(await answer.Content.ReadAsStringAsync());
        }

        Assert.Single(answers.Distinct());
        using var list = await AskAsync(scene, scene.Berta, "meetings");
        var rows = await list.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(meeting, rows[0].GetProperty("meeting").GetString());
    }

    private static DateTimeOffset Minute(DateTimeOffset at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

    private static async Task<(Calendar Calendar, string Text)> EntryAsync(Scene scene, Actor actor, string meeting)
    {
        using var answer = await AskAsync(scene, actor, $"meetings/{meeting}.ics");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        return (Calendar.Load(text)!, text);
    }

    private static async Task<HttpResponseMessage> AskAsync(Scene scene, Actor actor, string path)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", actor.Bearer);
        return await http.GetAsync(new Uri(scene.Server, $"/api/sessions/{scene.Session}/{path}"));
    }
}
