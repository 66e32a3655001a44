using System.Diagnostics;
using IomSessions.Server.Feed.Forms;
using IomSessions.Server.Feed.Signing;

namespace IomSessions.Server.Tests.Feed;

public sealed class SigningTests : IDisposable
{
    private readonly DataDirectory _data = new();
    private readonly DataDirectory _reader = new();

    [Fact]
    public async Task CL2_the_command_on_the_page_verifies_an_item_and_finds_a_changed_letter()
    {
        await using var app = await FeedApp.StartAsync(_data);
        var item = Items.InThree();
        await app.PublishAsync(item);
        Assert.Contains(VerifyHtml.Command, await app.TextAsync("/feed/verify"), StringComparison.Ordinal);
        await SaveAsync(app, "/feed/key", "key.pem");
        await SaveAsync(app, app.ToFeed($"/items/{item.Id:N}.txt"), "item.txt");
        await SaveAsync(app, app.ToFeed($"/items/{item.Id:N}.sig"), "item.sig");
        Assert.Contains("Signature Verified Successfully", await ShellAsync(VerifyHtml.Command), StringComparison.Ordinal);
        var name = await ShellAsync("openssl pkey -pubin -in key.pem -outform DER | tail -c 32 | sha256sum | cut -c 1-16");
        Assert.Contains($"key: {name.Trim()}\n", await File.ReadAllTextAsync(_reader.File("item.txt")), StringComparison.Ordinal);
        await File.WriteAllTextAsync(_reader.File("item.txt"), (await File.ReadAllTextAsync(_reader.File("item.txt"))).Replace("met", "fought", StringComparison.Ordinal));
        Assert.DoesNotContain("Verified Successfully", await ShellAsync(VerifyHtml.Command), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CL2_the_program_verifies_a_feed_from_an_address_and_from_a_file()
    {
        await using var app = await FeedApp.StartAsync(_data);
        var item = Items.InThree();
        await app.PublishAsync(item);
        await app.PublishAsync(Items.Correction(item));
        await app.PublishAsync(Items.Retraction(item, at: 2));
        var feed = new Uri(app.Address, app.ToFeed("/feed.json")).ToString();
        Assert.Equal((0, "verify: 2 items hold"), await VerifyAsync(feed));
        await SaveAsync(app, app.ToFeed("/feed.json"), "feed.json");
        await SaveAsync(app, "/feed/key", "key.pem");
        Assert.Equal((0, "verify: 2 items hold"), await VerifyAsync(_reader.File("feed.json"), "--key", _reader.File("key.pem")));
        await File.WriteAllTextAsync(_reader.File("feed.json"), (await File.ReadAllTextAsync(_reader.File("feed.json"))).Replace("met twice", "met once", StringComparison.Ordinal));
        Assert.Equal(1, (await VerifyAsync(_reader.File("feed.json"), "--key", _reader.File("key.pem"))).Code);
        Assert.Equal(1, (await VerifyAsync(_reader.File("key.pem"), "--key", _reader.File("key.pem"))).Code);
    }

    [Fact]
    public async Task CL2_a_new_key_signs_what_comes_and_the_earlier_one_still_verifies_what_was()
    {
        var (item, later) = (Items.Item(), Items.Item(at: 1));
        await using (var first = await FeedApp.StartAsync(_data))
        {
            await first.PublishAsync(item);
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(_data.File(SigningKey.FileName)));
        File.Delete(_data.File(SigningKey.FileName));
        await using var app = await FeedApp.StartAsync(_data);
        await app.PublishAsync(later);
        var keys = new List<string>();
        foreach (var one in new[] { item, later })
        {
            var text = await app.TextAsync(app.ToFeed($"/items/{one.Id:N}.txt"));
            keys.Add(text.Split("\nkey: ")[1].Split('\n')[0]);
            Assert.Equal(keys[^1], Proof.IdOf(Proof.FromPem(await app.TextAsync($"/feed/key/{keys[^1]}"))));
        }

        Assert.NotEqual(keys[0], keys[1]);
        Assert.Equal(keys[1], Proof.IdOf(Proof.FromPem(await app.TextAsync("/feed/key"))));
        Assert.Equal((0, "verify: 2 items hold"), await VerifyAsync(new Uri(app.Address, app.ToFeed("/feed.json")).ToString()));
    }

    [Fact]
    public void PE7_a_signing_key_that_others_can_read_is_refused()
    {
        using (SigningKey.Open(_data.File(SigningKey.FileName)))
        {
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_data.File(SigningKey.FileName), UnixFileMode.UserRead | UnixFileMode.GroupRead);
            Assert.Contains("chmod 600", Assert.Throws<IOException>(() => SigningKey.Open(_data.File(SigningKey.FileName))).Message, StringComparison.Ordinal);
        }
    }

    public void Dispose()
    {
        _data.Dispose();
        _reader.Dispose();
    }

    private async Task SaveAsync(FeedApp app, string path, string name)
    {
        using var answer = await app.GetAsync(path);
        await File.WriteAllBytesAsync(_reader.File(name), await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task<string> ShellAsync(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", command + " 2>&1"]) { WorkingDirectory = _reader.Path, RedirectStandardOutput = true })!;
        var text = await shell.StandardOutput.ReadToEndAsync().InTime();
        await shell.WaitForExitAsync().InTime();
        return text;
    }

    private static async Task<(int Code, string Told)> VerifyAsync(params string[] words)
    {
        await using var program = ServerProcess.Run(["verify", .. words]);
        var code = await program.EndedAsync();
        return (code, string.Concat(program.Screen.All).Split(',')[0]);
    }
}
