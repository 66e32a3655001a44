using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// Where sealed files lie. It sees opaque bytes: what a file is called, what it is and who may read it stands in them or in the log.
/// Each file is written once, from its first to its last byte, and is there whole or not at all. Thread-safe.
/// </summary>
/// <remarks>Failures are told as <see cref="StoreUnavailableException"/>.</remarks>
public interface IFileStore
{
    /// <summary>Begins a file. Until it is kept nobody finds it; what is disposed of before, or cut off by the end of the process, leaves
    /// nothing.</summary>
    ValueTask<IFileWriter> CreateAsync(SessionId session, FileId file, CancellationToken stop = default);

    /// <summary>A kept file, or null.</summary>
    ValueTask<IFileReader?> OpenAsync(SessionId session, FileId file, CancellationToken stop = default);

    /// <summary>Removes a file; nothing happens when there is none.</summary>
    ValueTask DeleteAsync(SessionId session, FileId file, CancellationToken stop = default);

    /// <summary>The kept files of a session.</summary>
    ValueTask<IReadOnlyList<FileId>> FilesAsync(SessionId session, CancellationToken stop = default);

    /// <summary>The sessions that have files.</summary>
    ValueTask<IReadOnlyList<SessionId>> SessionsAsync(CancellationToken stop = default);
}

/// <summary>A file that is being written.</summary>
public interface IFileWriter : IAsyncDisposable
{
    /// <summary>Adds bytes at the end.</summary>
    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken stop = default);

    /// <summary>The file is whole: it survives a crash from here on and is found by everybody.</summary>
    ValueTask KeepAsync(CancellationToken stop = default);
}

/// <summary>A kept file.</summary>
public interface IFileReader : IAsyncDisposable
{
    /// <summary>Bytes as they were written.</summary>
    long Length { get; }

    /// <summary>Bytes from a place on; fewer than asked only at the end.</summary>
    ValueTask<int> ReadAsync(long at, Memory<byte> into, CancellationToken stop = default);
}
