using System.Net;
using System.Net.Http.Json;
using System.Text;
using IomSessions.Client;
using IomSessions.Server.Tests.People;
using IomSessions.Wire;

namespace IomSessions.Server.Tests.Entrance;

public sealed class InvitationTests(ServerApp app) : IClassFixture<ServerApp>
{
    [Fact]
    public async Task PE6_of_twenty_who_redeem_a_link_at_once_one_comes_in()
    {
        await using var scene = await app.SceneAsync(open: false);
        var (person, token) = await InvitedAsync(scene);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TryAsync(token)));
        Assert.Equal(person, Assert.Single(outcomes, outcome => outcome.Entered is not null).Entered!.Person);
        Assert.Equal(19, outcomes.Count(outcome => outcome.Code == "invitation_spent"));
        Assert.Equal("invitation_spent", (await TryAsync(token)).Code);
    }

    [Fact]
    public async Task PE6_a_link_that_was_replaced_withdrawn_or_never_issued_opens_nothing()
    {
        await using var scene = await app.SceneAsync(open: false);
        var (person, first) = await InvitedAsync(scene);
        var second = (await scene.House.InviteAsync(scene.Session, person)).Token;
        Assert.Equal("invitation_revoked", (await TryAsync(first)).Code);
        await scene.House.RevokeInvitationAsync(scene.Session, person);
        Assert.Equal("invitation_revoked", (await TryAsync(second)).Code);
        foreach (var garbage in (string[])["", "x", new string('A', 43), second[..^1], second + "A", new string('\u4e2d', 5_000), "\0"])
        {
            Assert.Equal("invitation_unknown", (await TryAsync(garbage)).Code);
        }
    }

    [Fact]
    public async Task PE6_a_link_opens_until_it_expires_and_not_after()
    {
        await using var scene = await app.SceneAsync(open: false);
        var (_, good) = await InvitedAsync(scene);
        var (_, late) = await InvitedAsync(scene);
        app.Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromMinutes(5));
        Assert.NotNull((await TryAsync(good)).Entered);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("invitation_expired", (await TryAsync(late)).Code);
    }

    [Fact]
    public async Task PE6_a_request_that_is_refused_for_its_form_spends_nothing()
    {
        await using var scene = await app.SceneAsync(open: false);
        var (person, token) = await InvitedAsync(scene);
        using var http = new HttpClient { BaseAddress = app.Address };
        string[] bodies =
        [
            "", "null", "{}", "[]", "not json", $$"""{"token":"{{token}}"}""", $$"""{"token":"{{token}}","label":null}""",
            $$"""{"token":"{{token}}","label":""}""", $$"""{"token":"{{token}}","label":"{{new string('x', 201)}}"}""",
            $$"""{"token":"{{token}}","label":"\ud800"}""", """{"token":null,"label":"x"}""", """{"token":7,"label":"x"}""",
            $$"""{"token":"{{token}}","label":"x","program":"yes"}""", $$"""{"token":"{{token}}","label":"\u202eneat"}""",
        ];
        foreach (var body in bodies)
        {
            using var answer = await http.PostAsync(
                new Uri("api/enter", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{body[..Math.Min(60, body.Length)]}: {answer.StatusCode} {text}");
            Assert.Contains("\"code\":\"invalid\"", text, StringComparison.Ordinal);
        }

        using var form = await http.PostAsync(new Uri("api/enter", UriKind.Relative), new StringContent("token=" + token));
        Assert.False(form.IsSuccessStatusCode);
        Assert.Equal(person, (await TryAsync(token)).Entered!.Person);
    }

    [Theory]
    [InlineData("api/enter", """{"token":"PAD","label":"x"}""")]
    [InlineData("api/enter/code", """{"code":"PAD","label":"x"}""")]
    [InlineData("api/house/enter", """{"token":"PAD"}""")]
    public async Task OP3_a_body_larger_than_a_frame_is_refused_unread(string path, string body)
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        var giant = body.Replace("PAD", new string('x', 200_000), StringComparison.Ordinal);
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), new StringContent(giant, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("too_long", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PE6_only_the_secretariat_of_the_session_issues_and_withdraws_links()
    {
        await using var scene = await app.SceneAsync(open: false);
        await using var other = await app.SceneAsync(open: false);
        foreach (var actor in (Actor[])[scene.Ana, scene.Mara, other.Ana])
        {
            using var http = new HttpClient { BaseAddress = app.Address };
            http.DefaultRequestHeaders.Authorization = new("Bearer", actor.Bearer);
            var path = new Uri($"api/sessions/{scene.Session}/people/{scene.Boris.Person}/invitation", UriKind.Relative);
            using var issued = await http.PostAsJsonAsync(path, new { });
            Assert.False(issued.IsSuccessStatusCode);
            using var withdrawn = await http.DeleteAsync(path);
            Assert.False(withdrawn.IsSuccessStatusCode);
        }

        Assert.Equal("not_found", await RemovalTests.CodeOfAsync(() => scene.House.InviteAsync(scene.Session, NewId.Next())));
        Assert.Equal("not_found", await RemovalTests.CodeOfAsync(() => scene.House.InviteAsync(scene.Session, other.Boris.Person)));
        Assert.Equal("not_found", await RemovalTests.CodeOfAsync(() => scene.House.InviteAsync(scene.Session, "garbage")));
    }

    private static async Task<(string Person, string Token)> InvitedAsync(Scene scene)
    {
        var person = NewId.Next();
        await scene.Secretary.DoAsync(new RegisterPerson(person, "Guest", Role.Counsel, scene.Aland));
        return (person, (await scene.House.InviteAsync(scene.Session, person)).Token);
    }

    private async Task<(EnterAnswer? Entered, string? Code)> TryAsync(string token)
    {
        using var http = SessionHttp.To(app.Address);
        try
        {
            return (await http.EnterAsync(new EnterRequest(token, "A guest", Program: true)), null);
        }
        catch (RefusedException refused)
        {
            return (null, refused.Refusal.Code);
        }
    }
}
