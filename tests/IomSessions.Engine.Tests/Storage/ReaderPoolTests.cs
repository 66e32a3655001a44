using IomSessions.Storage.Sqlite;
using Xunit;

namespace IomSessions.Engine.Tests.Storage;

public sealed class ReaderPoolTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OP3_a_read_that_fails_for_whatever_reason_leaves_no_connection_behind()
    {
        var path = _folder.File("events.db");
        Db.OpenToWrite(path, "events").Dispose();
        using var pool = new ReaderPool(path, idle: 1, new Newest());
        for (var at = 0; at < 10; at++)
        {
            Assert.Throws<InvalidOperationException>(() => pool.Read<int, int>(at, (_, _) => throw new InvalidOperationException()));
        }

        Assert.Equal(0, OpenFiles(path));
        Assert.Equal(7, pool.Read(7, (_, asked) => asked));
        Assert.NotEqual(0, OpenFiles(path));
    }

    private static int OpenFiles(string path) =>
        Directory.EnumerateFileSystemEntries("/proc/self/fd").Count(file => new FileInfo(file).LinkTarget == path);
}
