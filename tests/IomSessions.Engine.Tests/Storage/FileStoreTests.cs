using IomSessions.Domain;
using IomSessions.Engine.InMemory;
using IomSessions.Storage.Files;
using Xunit;

namespace IomSessions.Engine.Tests.Storage;

public sealed class MemoryFileStoreTests : FileStoreContract
{
    protected override IFileStore Files { get; } = new MemoryFileStore();
}

public sealed class FolderFileStoreTests : FileStoreContract, IDisposable
{
    private readonly TempFolder _folder = new();

    public FolderFileStoreTests() => Files = FolderFileStore.Open(_folder.File("files"));

    protected override IFileStore Files { get; }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SI3_what_was_being_written_when_the_process_ended_is_thrown_away()
    {
        var (session, kept, cut) = (Batches.Session(), new FileId(Guid.NewGuid()), new FileId(Guid.NewGuid()));
        await KeepAsync(session, kept, [1]);
        await using var writer = await Files.CreateAsync(session, cut);
        await writer.WriteAsync(new byte[] { 1 });
        var again = FolderFileStore.Open(_folder.File("files"));
        Assert.Equal([kept], await again.FilesAsync(session));
        Assert.Single(Directory.GetFiles(_folder.File("files"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task ST2_only_the_owner_reads_it()
    {
        var (session, file) = (Batches.Session(), new FileId(Guid.NewGuid()));
        await KeepAsync(session, file, [1]);
        if (!OperatingSystem.IsWindows())
        {
            var path = Assert.Single(Directory.GetFiles(_folder.File("files"), "*", SearchOption.AllDirectories));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(path)!));
        }
    }

    [Fact]
    public async Task OP3_a_disk_that_fails_is_told_as_such()
    {
        var (session, file) = (Batches.Session(), new FileId(Guid.NewGuid()));
        await File.WriteAllTextAsync(_folder.File($"files/{session.Value:N}"), "in the way");
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await Files.CreateAsync(session, file));
    }
}
