using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Storage.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace IomSessions.Storage.Files;

/// <summary>
/// A folder per session and in it a file per file, named by their random ids and readable by their owner only. Of one process at a time.
/// </summary>
public sealed class FolderFileStore : IFileStore
{
    private const string Part = ".part";

    private readonly string _folder;

    private FolderFileStore(string folder) => _folder = folder;

    /// <summary>Opens the folder, made when it is missing. What was being written when the process before ended is thrown away.</summary>
    public static FolderFileStore Open(string folder)
    {
        OwnerOnly.CreateFolder(folder);
        foreach (var cut in Directory.EnumerateFiles(folder, "*" + Part, SearchOption.AllDirectories).ToList())
        {
            File.Delete(cut);
        }

        return new(folder);
    }

    /// <inheritdoc/>
    public ValueTask<IFileWriter> CreateAsync(SessionId session, FileId file, CancellationToken stop = default) =>
        new(Try(() =>
        {
            OwnerOnly.CreateFolder(FolderOf(session));
            var path = PathOf(session, file);
            return new Writer(OwnerOnly.OpenNew(path + Part), path);
        }));

    /// <inheritdoc/>
    public ValueTask<IFileReader?> OpenAsync(SessionId session, FileId file, CancellationToken stop = default) =>
        new(Try<IFileReader?>(() =>
        {
            try
            {
                return new Reader(File.OpenHandle(
                    PathOf(session, file), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.Asynchronous));
            }
            catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }
        }));

    /// <inheritdoc/>
    public ValueTask DeleteAsync(SessionId session, FileId file, CancellationToken stop = default)
    {
        Try(() =>
        {
            if (Directory.Exists(FolderOf(session)))
            {
                File.Delete(PathOf(session, file));
            }

            return true;
        });
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<FileId>> FilesAsync(SessionId session, CancellationToken stop = default) =>
        new(Try<IReadOnlyList<FileId>>(() => Directory.Exists(FolderOf(session))
            ? [.. Ids(Directory.EnumerateFiles(FolderOf(session))).Select(id => new FileId(id))]
            : []));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SessionId>> SessionsAsync(CancellationToken stop = default) =>
        new(Try<IReadOnlyList<SessionId>>(() => [.. Ids(Directory.EnumerateDirectories(_folder)).Select(id => new SessionId(id))]));

    private static IEnumerable<Guid> Ids(IEnumerable<string> paths) => paths
        .Select(path => Guid.TryParseExact(Path.GetFileName(path), "N", out var id) ? id : (Guid?)null).OfType<Guid>();

    private string FolderOf(SessionId session) => Path.Combine(_folder, session.Value.ToString("N"));

    private string PathOf(SessionId session, FileId file) => Path.Combine(FolderOf(session), file.Value.ToString("N"));

    private static T Try<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Failed(failure);
        }
    }

    // the message of the system names the path
    private static StoreUnavailableException Failed(Exception failure) => new($"files cannot be stored or read ({failure.GetType().Name})");

    private sealed class Writer(FileStream part, string path) : IFileWriter
    {
        private bool _kept;

        public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken stop = default)
        {
            try
            {
                await part.WriteAsync(bytes, stop);
            }
            catch (IOException failure)
            {
                throw Failed(failure);
            }
        }

        // The content is on the disk before the name is, and the name before anybody is told: the second flush writes the renaming down.
        public ValueTask KeepAsync(CancellationToken stop = default)
        {
            Try(() =>
            {
                part.Flush(flushToDisk: true);
                File.Move(part.Name, path);
                _kept = true;
                part.Flush(flushToDisk: true);
                return true;
            });
            return ValueTask.CompletedTask;
        }

        public async ValueTask DisposeAsync()
        {
            await part.DisposeAsync();
            if (!_kept)
            {
                Try(() =>
                {
                    File.Delete(part.Name);
                    return true;
                });
            }
        }
    }

    private sealed class Reader(SafeFileHandle handle) : IFileReader
    {
        public long Length { get; } = RandomAccess.GetLength(handle);

        public async ValueTask<int> ReadAsync(long at, Memory<byte> into, CancellationToken stop = default)
        {
            try
            {
                var read = 0;
                while (read < into.Length && await RandomAccess.ReadAsync(handle, into[read..], at + read, stop) is > 0 and var more)
                {
                    read += more;
                }

                return read;
            }
            catch (IOException failure)
            {
                throw Failed(failure);
            }
        }

        public ValueTask DisposeAsync()
        {
            handle.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
