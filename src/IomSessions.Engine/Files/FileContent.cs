using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// The content of a file for one reader, from any place on. Whether he may read it is asked before every piece, and nothing that did not
/// open whole is handed out.
/// </summary>
public sealed class FileContent : Stream
{
    private readonly FileSeal _seal;
    private readonly IFileReader _stored;
    private readonly Func<bool> _mayRead;
    private readonly Action<Exception> _fault;
    private readonly Action _closed;
    private byte[] _chunk = [];
    private long _number = -1;
    private long _at;
    private int _isClosed;

    internal FileContent(FileFacts facts, FileSeal seal, IFileReader stored, Func<bool> mayRead, Action<Exception> fault, Action closed) =>
        (Facts, _seal, _stored, _mayRead, _fault, _closed) = (facts, seal, stored, mayRead, fault, closed);

    public FileFacts Facts { get; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => Facts.File.Size;

    public override long Position
    {
        get => _at;
        set => _at = Math.Max(0, value);
    }

    /// <exception cref="FileWithheldException">He may not read it any more, or it is damaged.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_at >= Length || buffer.IsEmpty)
        {
            return 0;
        }

        var number = _at / FileSeal.ChunkBytes;
        if (number != _number)
        {
            try
            {
                (_chunk, _number) = (await _seal.OpenAsync(_stored, number, Length, cancellationToken), number);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                _fault(failure);
                throw new FileWithheldException(failure);
            }
        }

        if (!_mayRead())
        {
            throw new FileWithheldException();
        }

        var rest = _chunk.AsMemory((int)(_at % FileSeal.ChunkBytes));
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        _at += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Files are read asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _at + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0)
        {
            _closed();
            await _stored.DisposeAsync();
        }

        await base.DisposeAsync();
    }
}

/// <summary>The rest of a file is not handed out. Never carries content.</summary>
public sealed class FileWithheldException : IOException
{
    public FileWithheldException(Exception inner) : base("the file cannot be read", inner) { }

    public FileWithheldException(string message) : base(message) { }

    public FileWithheldException(string message, Exception inner) : base(message, inner) { }

    public FileWithheldException() : this("the file is not his to read any more") { }
}
