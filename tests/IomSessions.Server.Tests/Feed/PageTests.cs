using System.Net;
using System.Xml.Linq;
using IomSessions.Server.Feed;

namespace IomSessions.Server.Tests.Feed;

public sealed class PageTests : IDisposable
{
    private readonly DataDirectory _data = new();

    [Fact]
    public async Task CL3_the_page_runs_nothing_and_shows_every_language_as_it_is_written()
    {
        await using var app = await FeedApp.StartAsync(_data);
        await app.PublishAsync(Items.InThree());
        using var answer = await app.GetAsync(app.ToFeed());
        var page = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'; style-src 'sha256-", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("<div class=\"text\" lang=\"ar\" dir=\"rtl\"", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"text\" lang=\"zh-Hans\" dir=\"ltr\"", page, StringComparison.Ordinal);
        Assert.Contains("<p>They will meet &lt;again&gt; &amp; again.<br>In spring.</p>", page, StringComparison.Ordinal);
        Assert.Contains("<bdi>Aldova</bdi>, <bdi>Brenia</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("rel=\"alternate\" type=\"application/atom+xml\" href=\"/feed/IOM/2026/8/atom.xml\"", page, StringComparison.Ordinal);
        Assert.Contains("rel=\"alternate\" type=\"application/feed+json\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CL3_the_language_a_reader_wants_comes_first_and_none_is_left_out()
    {
        await using var app = await FeedApp.StartAsync(_data);
        await app.PublishAsync(Items.InThree());
        Assert.Equal(["en", "ar", "zh-Hans"], Tongues(await app.TextAsync(app.ToFeed())));
        Assert.Equal(["ar", "en", "zh-Hans"], Tongues(await app.TextAsync(app.ToFeed("?lang=ar"))));
        Assert.Equal(["zh-Hans", "en", "ar"], Tongues(await app.TextAsync(app.ToFeed(), ("Accept-Language", "fr, zh;q=0.8, en;q=0.3"))));
        Assert.Equal(["ar", "en", "zh-Hans"], Tongues(await app.TextAsync(app.ToFeed("?lang=ar"), ("Accept-Language", "zh"))));
        Assert.Equal(["en", "ar", "zh-Hans"], Tongues(await app.TextAsync(app.ToFeed("?lang=xx"))));
    }

    [Fact]
    public async Task OP3_what_a_client_calls_the_server_takes_no_place_of_what_is_kept_ready()
    {
        await using var app = await FeedApp.StartAsync(_data);
        await app.PublishAsync(Items.Item());
        for (var at = 0; at <= FeedLimits.Forms; at++)
        {
            Assert.Contains($"//h{at}.example/", await app.TextAsync(app.ToFeed("/feed.json"), ("Host", $"h{at}.example")), StringComparison.Ordinal);
        }

        await app.TextAsync(app.ToFeed("?lang=en"));
        Assert.NotNull(app.Shelf.Find(Items.Reference)!.Newest!.Made("page en", () => throw new InvalidOperationException("It was not kept.")));
    }

    [Fact]
    public async Task CL3_secret_and_absent_have_one_answer()
    {
        await using var app = await FeedApp.StartAsync(_data);
        await app.PublishAsync(Items.Item());
        var nothing = await app.RawAsync("/feed/IOM/2026/9");
        Assert.StartsWith("404\n", nothing, StringComparison.Ordinal);
        string[] others =
        [
            "/feed/x/atom.xml", "/feed/x/feed.json", "/feed/x/events", $"/feed/x/items/{Guid.NewGuid():N}", "/feed", "/feed/", "/feed/key/0011223344556677", "/feed/%0A",
            app.ToFeed("/nothing"), app.ToFeed($"/items/{Guid.NewGuid():N}"), app.ToFeed("/items/x"), app.ToFeed("/"), "/feed/../feed/x",
        ];
        foreach (var other in others)
        {
            Assert.Equal(nothing, await app.RawAsync(other));
        }

        Assert.Equal(nothing[..nothing.IndexOf("\n\n", StringComparison.Ordinal)].Length, (await app.RawAsync("/feed/x", "HEAD")).TrimEnd().Length);
    }

    [Fact]
    public async Task CL3_a_reference_with_slashes_is_found_however_a_proxy_writes_it()
    {
        await using var app = await FeedApp.StartAsync(_data);
        await app.PublishAsync(Items.Item());
        Assert.Equal(await app.TextAsync("/feed/IOM/2026/8"), await app.TextAsync("/feed/IOM%2F2026%2F8"));
        Assert.Equal(await app.TextAsync("/feed/IOM/2026/8/feed.json"), await app.TextAsync("/feed/IOM%2f2026%2f8/feed.json"));
    }

    [Fact]
    public async Task CL3_who_has_it_already_is_not_sent_it_again()
    {
        await using var app = await FeedApp.StartAsync(_data);
        await app.PublishAsync(Items.InThree());
        foreach (var form in new[] { "", "/atom.xml", "/feed.json" }.Select(app.ToFeed))
        {
            using var first = await app.GetAsync(form);
            var (tag, date) = (first.Headers.ETag!.ToString(), first.Content.Headers.LastModified!.Value);
            Assert.Equal("public, max-age=30", first.Headers.CacheControl!.ToString());
            using var known = await app.GetAsync(form, HttpStatusCode.NotModified, ("If-None-Match", $"\"x\", W/{tag}"));
            using var dated = await app.GetAsync(form, HttpStatusCode.NotModified, ("If-Modified-Since", date.ToString("R")));
            using var other = await app.GetAsync(form, HttpStatusCode.OK, ("If-None-Match", "\"x\""), ("If-Modified-Since", date.ToString("R")));

            // a second item of the same five minutes is news all the same
            await app.PublishAsync(Items.Item());
            using var news = await app.GetAsync(form, HttpStatusCode.OK, ("If-Modified-Since", date.ToString("R")));
            using var more = await app.GetAsync(form, HttpStatusCode.OK, ("If-None-Match", tag));
        }

        var get = await app.RawAsync(app.ToFeed());
        Assert.Equal(get.Split("\n\n")[0], (await app.RawAsync(app.ToFeed(), "HEAD")).TrimEnd());
    }

    [Fact]
    public async Task CL3_any_page_may_read_it_without_cookies_and_nobody_may_write()
    {
        await using var app = await FeedApp.StartAsync(_data);
        await app.PublishAsync(Items.Item());
        var plain = await app.RawAsync(app.ToFeed());
        Assert.Contains("Access-Control-Allow-Origin: *", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("Set-Cookie", plain, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(plain, await app.RawAsync(app.ToFeed(), headers: [("Cookie", "a=b"), ("Authorization", "Bearer x"), ("Origin", "https://example.org")]));
        Assert.StartsWith("405\n", await app.RawAsync(app.ToFeed(), "POST"), StringComparison.Ordinal);
        Assert.StartsWith("204\n", await app.RawAsync(app.ToFeed("/events"), "OPTIONS"), StringComparison.Ordinal);
        Assert.StartsWith("414\n", await app.RawAsync(app.ToFeed("?x=" + new string('x', 3_000))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CL3_Atom_has_what_RFC_4287_asks_for()
    {
        await using var app = await FeedApp.StartAsync(_data);
        var item = Items.InThree();
        await app.PublishAsync(item);
        await app.PublishAsync(Items.Correction(item));
        var feed = XDocument.Parse(await app.TextAsync(app.ToFeed("/atom.xml"))).Root!;
        var atom = feed.Name.Namespace;
        Assert.Equal("http://www.w3.org/2005/Atom", atom.NamespaceName);
        Assert.Equal(["id", "title", "updated", "author", "link", "link"], feed.Elements().Take(6).Select(element => element.Name.LocalName));
        Assert.Equal(new Uri(app.Address, app.ToFeed("/atom.xml")).ToString(), feed.Elements(atom + "link").Single(link => (string?)link.Attribute("rel") == "self").Attribute("href")!.Value);
        var entries = feed.Elements(atom + "entry").ToList();
        Assert.Equal(2, entries.Count);
        Assert.All(entries, entry => Assert.All((string[])["id", "title", "updated", "published", "author", "content", "category"], name => Assert.NotEmpty(entry.Elements(atom + name))));
        Assert.Equal($"urn:uuid:{item.Id:D}", entries[1].Element(atom + "id")!.Value);
        Assert.Contains("dir=\"rtl\"", entries[1].Element(atom + "content")!.Value, StringComparison.Ordinal);
        Assert.Contains(entries[1].Elements(atom + "link"), link => (string?)link.Attribute("rel") == "related");
    }

    public void Dispose() => _data.Dispose();

    private static List<string> Tongues(string page) =>
        [.. page.Split("<div class=\"text\" lang=\"").Skip(1).Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)])];
}
