using IomSessions.Domain;
using Xunit;

namespace IomSessions.Engine.Tests.Storage;

/// <summary>What the engine may rely on, wherever files lie.</summary>
public abstract class FileStoreContract
{
    protected abstract IFileStore Files { get; }

    [Fact]
    public async Task ST2_what_is_kept_is_read_from_any_place_on()
    {
        var (session, file) = (Batches.Session(), new FileId(Guid.NewGuid()));
        await KeepAsync(session, file, [1, 2, 3], [4, 5]);
        await using var stored = await Files.OpenAsync(session, file);
        Assert.Equal(5, stored!.Length);
        var bytes = new byte[3];
        Assert.Equal(3, await stored.ReadAsync(1, bytes));
        Assert.Equal([2, 3, 4], bytes);
        Assert.Equal(1, await stored.ReadAsync(4, bytes));
        Assert.Equal(0, await stored.ReadAsync(5, bytes));
        Assert.Equal([file], await Files.FilesAsync(session));
        Assert.Contains(session, await Files.SessionsAsync());
    }

    [Fact]
    public async Task ST2_what_is_not_kept_is_not_there()
    {
        var (session, file) = (Batches.Session(), new FileId(Guid.NewGuid()));
        await using (var writer = await Files.CreateAsync(session, file))
        {
            await writer.WriteAsync(new byte[] { 1 });
            Assert.Null(await Files.OpenAsync(session, file));
            Assert.Empty(await Files.FilesAsync(session));
        }

        Assert.Null(await Files.OpenAsync(session, file));
        Assert.Empty(await Files.FilesAsync(session));
    }

    [Fact]
    public async Task SI3_what_is_deleted_is_gone_and_may_be_deleted_again()
    {
        var (session, file) = (Batches.Session(), new FileId(Guid.NewGuid()));
        await Files.DeleteAsync(session, file);
        await KeepAsync(session, file, [1]);
        await Files.DeleteAsync(session, file);
        await Files.DeleteAsync(session, file);
        Assert.Null(await Files.OpenAsync(session, file));
        Assert.Empty(await Files.FilesAsync(session));
    }

    [Fact]
    public async Task SE4_sessions_have_files_of_their_own()
    {
        var (one, other, file) = (Batches.Session(), Batches.Session(), new FileId(Guid.NewGuid()));
        await KeepAsync(one, file, [1]);
        Assert.Null(await Files.OpenAsync(other, file));
        Assert.Empty(await Files.FilesAsync(other));
    }

    protected async Task KeepAsync(SessionId session, FileId file, params byte[][] parts)
    {
        await using var writer = await Files.CreateAsync(session, file);
        foreach (var part in parts)
        {
            await writer.WriteAsync(part);
        }

        await writer.KeepAsync();
    }
}
