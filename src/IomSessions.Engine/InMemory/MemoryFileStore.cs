using System.Collections.Concurrent;
using IomSessions.Domain;

namespace IomSessions.Engine.InMemory;

/// <summary>Files that end with the process. Every call completes synchronously.</summary>
public sealed class MemoryFileStore : IFileStore
{
    private readonly ConcurrentDictionary<(SessionId Session, FileId File), byte[]> _kept = new();

    /// <inheritdoc/>
    public ValueTask<IFileWriter> CreateAsync(SessionId session, FileId file, CancellationToken stop = default) => new(new Writer(this, (session, file)));

    /// <inheritdoc/>
    public ValueTask<IFileReader?> OpenAsync(SessionId session, FileId file, CancellationToken stop = default) =>
        new(_kept.TryGetValue((session, file), out var bytes) ? new Reader(bytes) : null);

    /// <inheritdoc/>
    public ValueTask DeleteAsync(SessionId session, FileId file, CancellationToken stop = default)
    {
        _kept.TryRemove((session, file), out _);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<FileId>> FilesAsync(SessionId session, CancellationToken stop = default) =>
        new([.. _kept.Keys.Where(key => key.Session == session).Select(key => key.File).OrderBy(file => file.Value)]);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SessionId>> SessionsAsync(CancellationToken stop = default) =>
        new([.. _kept.Keys.Select(key => key.Session).Distinct()]);

    private sealed class Writer(MemoryFileStore store, (SessionId, FileId) key) : IFileWriter
    {
        private readonly MemoryStream _bytes = new();

        public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken stop = default)
        {
            _bytes.Write(bytes.Span);
            return ValueTask.CompletedTask;
        }

        public ValueTask KeepAsync(CancellationToken stop = default)
        {
            store._kept[key] = _bytes.ToArray();
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Reader(byte[] bytes) : IFileReader
    {
        public long Length => bytes.Length;

        public ValueTask<int> ReadAsync(long at, Memory<byte> into, CancellationToken stop = default)
        {
            var rest = at < bytes.Length ? bytes.AsMemory((int)at) : Memory<byte>.Empty;
            var count = Math.Min(rest.Length, into.Length);
            rest[..count].CopyTo(into);
            return new(count);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
