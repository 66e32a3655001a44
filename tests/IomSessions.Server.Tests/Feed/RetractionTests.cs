using System.Net;
using System.Text;
using IomSessions.Storage.Feed;

namespace IomSessions.Server.Tests.Feed;

public sealed class RetractionTests : IDisposable
{
    private const string Secret = "Quinquagesima-Pfauenfeder";

    private readonly DataDirectory _data = new();

    [Fact]
    public async Task CL2_a_retraction_leaves_entry_date_and_kind_and_destroys_the_text_everywhere()
    {
        await using var app = await FeedApp.StartAsync(_data);
        var item = Items.Item($"It says {Secret}.");
        await app.PublishAsync(item);
        foreach (var form in Forms(app, item))
        {
            Assert.Contains(Secret, await app.TextAsync(form), StringComparison.Ordinal);
        }

        var earlier = await app.TextAsync(app.ToFeed($"/items/{item.Id:N}.sig"));
        var retraction = Items.Retraction(item);
        await app.PublishAsync(retraction);
        foreach (var form in Forms(app, item))
        {
            var text = await app.TextAsync(form);
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
            Assert.Contains(form.EndsWith(".xml", StringComparison.Ordinal) ? item.Id.ToString("D") : item.Id.ToString("N"), text, StringComparison.Ordinal);
            Assert.Contains("2026-03-02T09:00:00Z", text, StringComparison.Ordinal);
        }

        var page = await app.TextAsync(app.ToFeed());
        Assert.Contains("Joint statement, <time datetime=\"2026-03-02T09:00:00Z\">", page, StringComparison.Ordinal);
        Assert.Contains("published in error", page, StringComparison.Ordinal);
        Assert.Equal(page.IndexOf("<article", StringComparison.Ordinal), page.LastIndexOf("<article", StringComparison.Ordinal));
        Assert.NotEqual(earlier, await app.TextAsync(app.ToFeed($"/items/{item.Id:N}.sig")));
        AssertNotOnDisk();
    }

    [Fact]
    public async Task CL2_whoever_follows_is_told_of_a_retraction_and_whoever_comes_later_gets_no_text()
    {
        await using var app = await FeedApp.StartAsync(_data);
        var item = Items.Item($"It says {Secret}.");
        await app.PublishAsync(item);
        using var early = await EventLines.FollowAsync(app);
        await early.UntilIdAsync(item.Id);
        var retraction = Items.Retraction(item);
        await app.PublishAsync(retraction);
        await early.UntilIdAsync(retraction.Id);
        Assert.Contains(early.Lines.All, line => line.Contains($"\"retracts\":\"{item.Id:N}\"", StringComparison.Ordinal));
        using var late = await EventLines.FollowAsync(app);
        await late.UntilIdAsync(retraction.Id);
        Assert.Equal([item.Id.ToString("N"), retraction.Id.ToString("N")], late.Ids);
        Assert.DoesNotContain(late.Lines.All, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task CL2_what_was_retracted_does_not_come_back_when_it_is_handed_over_again()
    {
        await using var app = await FeedApp.StartAsync(_data);
        var item = Items.Item($"It says {Secret}.");
        await app.PublishAsync(item);
        await app.PublishAsync(item);
        await app.PublishAsync(Items.Retraction(item));
        await app.PublishAsync(item);
        Assert.DoesNotContain(Secret, await app.TextAsync(app.ToFeed()), StringComparison.Ordinal);
        AssertNotOnDisk();
        var again = await Assert.ThrowsAsync<FeedItemException>(() => app.PublishAsync(Items.Retraction(item, at: 2)));
        Assert.Equal("feed_retracted", again.Code);
        var unknown = await Assert.ThrowsAsync<FeedItemException>(() => app.PublishAsync(Items.Correction(Items.Item())));
        Assert.Equal("feed_about_unknown", unknown.Code);
    }

    [Fact]
    public async Task CL2_a_correction_is_a_new_item_and_each_leads_to_the_other()
    {
        await using var app = await FeedApp.StartAsync(_data);
        var item = Items.Item();
        var correction = Items.Correction(item);
        await app.PublishAsync(item);
        await app.PublishAsync(correction);
        Assert.Contains($"/items/{correction.Id:N}", await app.TextAsync(app.ToFeed($"/items/{item.Id:N}")), StringComparison.Ordinal);
        Assert.Contains($"/items/{item.Id:N}", await app.TextAsync(app.ToFeed($"/items/{correction.Id:N}")), StringComparison.Ordinal);
        using var gone = await app.GetAsync(app.ToFeed($"/items/{Guid.NewGuid():N}"), HttpStatusCode.NotFound);
    }

    public void Dispose() => _data.Dispose();

    private static IEnumerable<string> Forms(FeedApp app, FeedItem item) =>
        new[] { "", "/atom.xml", "/feed.json", $"/items/{item.Id:N}", $"/items/{item.Id:N}.txt", $"/items/{item.Id:N}.json" }.Select(app.ToFeed);

    private void AssertNotOnDisk()
    {
        foreach (var file in Directory.EnumerateFiles(_data.Path))
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[open.Length];
            open.ReadExactly(bytes);
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)) < 0, $"{Path.GetFileName(file)} still holds the text");
        }
    }
}
