using System.Text.Json;
using IomSessions.Client;
using IomSessions.Wire;
using Microsoft.AspNetCore.Http.Connections;

namespace IomSessions.Server.Tests.Drafts;

/// <summary>Drafts over the real hub: opened, written by several, frozen, taken to others.</summary>
public sealed class DraftTests(ServerApp app) : IClassFixture<ServerApp>
{
    public static TheoryData<HttpTransportType> Transports { get; } =
        [HttpTransportType.WebSockets, HttpTransportType.ServerSentEvents, HttpTransportType.LongPolling];

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task DL8_DR1_what_several_write_is_one_text_for_all_and_a_cut_line_resumes(HttpTransportType transport)
    {
        await using var scene = await app.SceneAsync();
        await scene.MoveAsync(scene.Joint.Room, scene.Ana, scene.Berta, scene.Mara);
        var circle = await OpenAsync(scene.Ana);
        await using var relay = new Relay(app.Address);
        await using var berta = new Actor(relay.Address, scene.Session, scene.Berta.Person, null, new SessionConnection(
            new(relay.Address, scene.Session) { Bearer = scene.Berta.Bearer, Transports = transport, Chance = () => 0.02 }));
        await berta.StartAsync();
        Assert.True((await berta.Line.Drafts.FollowAsync(circle).InTime()).Ok);
        // the answer comes before the text, which may then have the first words in it already
        await berta.News.FirstAsync(news => news is SessionNews.DraftTold);
        await WriteAsync(scene.Ana, circle, 0, 0, 0, "The Parties meet.");
        await berta.News.FirstAsync(news => news is SessionNews.DraftChanged { Changes.From: 0 });
        relay.Cut();
        await WriteAsync(scene.Ana, circle, 1, 17, 12, "shall ");
        relay.Open();
        var missed = (SessionNews.DraftChanged)await berta.News.FirstAsync(news => news is SessionNews.DraftChanged { Changes.From: 1 });
        Assert.Equal("""[12,[0,"shall "],5]""", missed.Changes.Changes[0].Change.GetRawText());
        Assert.Single(berta.News.All, news => news is SessionNews.DraftTold);
        Assert.Equal(scene.Ana.Person, missed.Changes.Changes[0].By);
    }

    [Fact]
    public async Task DR4_what_was_deleted_in_a_caucus_is_in_no_byte_that_is_sent_once_the_text_is_taken_to_the_joint_room()
    {
        await using var scene = await app.SceneAsync();
        await scene.MoveAsync(scene.Joint.Room, scene.Ana, scene.Berta, scene.Mara, scene.Milan);
        await using var before = scene.Berta.Raw();
        await before.StartAsync();
        await before.HelloAsync();
        var room = await scene.RoomAsync("Lakeside");
        await scene.MoveAsync(room, scene.Ana, scene.Mara);
        var circle = await OpenAsync(scene.Ana);
        await WriteAsync(scene.Ana, circle, 0, 0, 0, "We pay PLANTED seventy at most.");
        await WriteAsync(scene.Ana, circle, 1, 31, 7, "", end: 15);
        await scene.Ana.DoAsync(new FreezeDraft(Draft(scene.Ana, circle), circle, 2));
        await scene.Ana.DoAsync(new ReleaseVersion(circle, 1));
        await scene.MoveAsync(scene.Joint.Room, scene.Ana, scene.Mara);

        var offset = scene.Mara.Events.Single(told => told.Body is VersionText text && told.Circle == circle && text.Number == 1).Offset;
        var take = new TakeDraft(NewId.Next(), "For all", circle, offset, scene.Mara.Sitting, [], null);
        var preview = await scene.Mara.Line.Drafts.PreviewAsync(take).InTime();
        Assert.Equal("We pay seventy at most.", preview.Taken!.Text);
        await scene.Mara.DoAsync(take with { Confirm = preview.Taken.Confirm });
        var joint = await OpenedAsync(scene.Berta, take.Draft);
        await using var after = scene.Berta.Raw();
        await after.StartAsync();
        await after.HelloAsync();
        Assert.True((await scene.Berta.Line.Drafts.FollowAsync(joint).InTime()).Ok);
        var told = (SessionNews.DraftTold)await scene.Berta.News.FirstAsync(news => news is SessionNews.DraftTold);
        Assert.Equal(preview.Taken.Text, told.Text.Text);
        Assert.Equal(RefusalCodes.NotFound, (await scene.Berta.Line.Drafts.FollowAsync(circle).InTime()).Refusal!.Code);
        await scene.Berta.SayAsync("the end");
        await before.HearsAsync("the end");
        await after.HearsAsync("the end");
        var record = await (await Http(scene.Berta).GetAsync(new Uri($"/api/sessions/{scene.Session}/record.json", UriKind.Relative))).Content.ReadAsStringAsync();
        Assert.Contains("the end", record, StringComparison.Ordinal);
        foreach (var bytes in new[] { before.Everything, after.Everything, record, JsonSerializer.Serialize(scene.Berta.News.All.Select(one => one.ToString())) })
        {
            Assert.DoesNotContain("PLANTED", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain(circle, bytes, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task PR6_a_version_is_tabled_as_the_words_alone_and_no_byte_leads_another_party_back_to_the_draft()
    {
        await using var scene = await app.SceneAsync();
        var room = await scene.RoomAsync("Lakeside");
        await scene.MoveAsync(room, scene.Ana, scene.Mara);
        var circle = await OpenAsync(scene.Ana);
        await using var berta = scene.Berta.Raw();
        await berta.StartAsync();
        await berta.HelloAsync();
        await WriteAsync(scene.Ana, circle, 0, 0, 0, "We pay PLANTED seventy at most.");
        await WriteAsync(scene.Ana, circle, 1, 31, 7, "", end: 15);
        await scene.Ana.DoAsync(new FreezeDraft(Draft(scene.Ana, circle), circle, 2));
        await scene.Mara.News.FirstAsync(news => news is SessionNews.Told { Event.Body: VersionText { Number: 1 } });
        var frozen = scene.Mara.Events.Select(told => told.Body).OfType<VersionFrozen>().Single();
        var place = scene.Mara.Events.Single(told => told.Body is VersionText { Number: 1 });
        var (proposal, deadline) = (NewId.Next(), DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 3_600));
        string[] parties = [.. scene.Mara.Events.Select(told => told.Body).OfType<PartyAdded>().Select(added => added.Party)];
        await scene.Mara.DoAsync(new OfferProposal(proposal, "A way out", parties, deadline));
        foreach (var head in (Actor[])[scene.Ana, scene.Berta])
        {
            await head.DoAsync(new AnswerOffer(proposal, true));
        }

        var make = new MakeProposal(proposal, "", "en", [], deadline, new(circle, place.Offset, frozen.Hash));
        Assert.Equal(RefusalCodes.NotAuthorised, (await scene.Mara.Line.Drafts.PreviewAsync(make).InTime()).Refusal!.Code);
        Assert.Equal(RefusalCodes.NotFound, (await scene.Milan.Line.Drafts.PreviewAsync(make).InTime()).Refusal!.Code);
        await scene.Ana.DoAsync(new ReleaseVersion(circle, 1));
        var preview = await scene.Mara.Line.Drafts.PreviewAsync(make).InTime();
        Assert.Equal(("We pay seventy at most.", frozen.Hash), (preview.Taken!.Text, preview.Taken.Confirm));
        Assert.Equal(RefusalCodes.DraftUnconfirmed, (await scene.Mara.Line.DoAsync(make).InTime()).Refusal!.Code);
        await scene.Mara.DoAsync(make with { Text = preview.Taken.Text });
        await berta.HearsAsync("We pay seventy at most.");
        foreach (var secret in new[] { "PLANTED", circle, frozen.Hash, frozen.Salt, frozen.Draft, "The text" })
        {
            Assert.DoesNotContain(secret, berta.Everything, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task PE4_who_is_removed_while_he_writes_is_cut_and_nothing_of_his_enters_any_more()
    {
        await using var scene = await app.SceneAsync();
        await scene.MoveAsync(scene.Joint.Room, scene.Ana, scene.Anton, scene.Mara);
        var circle = await OpenAsync(scene.Ana);
        await WriteAsync(scene.Anton, circle, 0, 0, 0, "mine");
        await scene.Ana.DoAsync(new RemovePerson(scene.Anton.Person));
        await scene.Anton.News.FirstAsync(news => news is SessionNews.Line { State: ConnectionState.Ended });
        await Assert.ThrowsAsync<SessionEndedException>(() => WriteAsync(scene.Anton, circle, 1, 4, 0, "late"));
        Assert.True((await scene.Ana.Line.Drafts.FollowAsync(circle).InTime()).Ok);
        var told = (SessionNews.DraftTold)await scene.Ana.News.FirstAsync(news => news is SessionNews.DraftTold);
        Assert.Equal("mine", told.Text.Text);
    }

    [Fact]
    public async Task DR3_two_versions_are_compared_by_words()
    {
        await using var scene = await app.SceneAsync();
        await scene.MoveAsync(scene.Joint.Room, scene.Ana, scene.Mara);
        var circle = await OpenAsync(scene.Ana);
        await WriteAsync(scene.Ana, circle, 0, 0, 0, "The Parties shall meet.");
        await scene.Ana.DoAsync(new FreezeDraft(Draft(scene.Ana, circle), circle, 1));
        await WriteAsync(scene.Ana, circle, 1, 23, 12, "should", end: 17);
        await scene.Ana.DoAsync(new FreezeDraft(Draft(scene.Ana, circle), circle, 2));
        await scene.Ana.News.FirstAsync(news => news is SessionNews.Told { Event.Body: VersionText { Number: 2 } });
        VersionPlace[] places = [.. scene.Ana.Events.Where(told => told.Body is VersionText).Select(told => new VersionPlace(told.Circle, told.Offset))];
        var reply = await scene.Ana.Line.Drafts.CompareAsync(new(places[0], places[1])).InTime();
        Assert.Equal([new(RunKind.Kept, "The Parties "), new(RunKind.Removed, "shall"), new(RunKind.Added, "should"), new(RunKind.Kept, " meet.")], reply.Runs!);
        Assert.Equal(RefusalCodes.NotFound, (await scene.Berta.Line.Drafts.CompareAsync(new(places[0], places[1])).InTime()).Refusal!.Code);
    }

    private static async Task<string> OpenAsync(Actor by)
    {
        var draft = NewId.Next();
        await by.DoAsync(new OpenDraft(draft, "The text", by.Sitting));
        return await OpenedAsync(by, draft);
    }

    private static async Task<string> OpenedAsync(Actor by, string draft) =>
        ((SessionNews.Told)await by.News.FirstAsync(news => news is SessionNews.Told { Event.Body: DraftOpened opened } && opened.Draft == draft)).Event.Circle;

    private static string Draft(Actor by, string circle) =>
        by.Events.Where(told => told.Circle == circle).Select(told => told.Body).OfType<DraftOpened>().Single().Draft;

    private static async Task WriteAsync(Actor by, string circle, long version, int length, int at, string words, int? end = null)
    {
        var change = ((object?[])[at, new object[] { (end ?? at) - at }.Concat(words.Length > 0 ? [words] : []), length - (end ?? at)])
            .Where(part => part is not 0).ToArray();
        var edit = new EditDraft(circle, NewId.Next(), version, [JsonSerializer.SerializeToElement(change)]);
        var reply = await by.Line.Drafts.EditAsync(edit).InTime();
        Assert.True(reply.Ok, reply.Refusal?.Code);
    }

    private HttpClient Http(Actor of)
    {
        var http = new HttpClient { BaseAddress = app.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", of.Bearer);
        return http;
    }
}
