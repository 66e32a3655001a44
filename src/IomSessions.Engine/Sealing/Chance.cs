using System.Security.Cryptography;

namespace IomSessions.Engine;

/// <summary>
/// The operating system's random generator, asked for a page at a time: to ask it costs more than to seal a sentence, and each sentence
/// needs three draws. What has been handed out is wiped at once. Thread-safe.
/// </summary>
public static class Chance
{
    private const int PageBytes = 4096;

    private static readonly Lock _gate = new();
    private static readonly byte[] _page = new byte[PageBytes];
    private static int _left;

    /// <summary>Unguessable bytes that nobody else gets.</summary>
    public static void Fill(Span<byte> bytes)
    {
        if (bytes.Length > PageBytes)
        {
            RandomNumberGenerator.Fill(bytes);
            return;
        }

        lock (_gate)
        {
            if (_left < bytes.Length)
            {
                RandomNumberGenerator.Fill(_page);
                _left = PageBytes;
            }

            _left -= bytes.Length;
            var drawn = _page.AsSpan(_left, bytes.Length);
            drawn.CopyTo(bytes);
            CryptographicOperations.ZeroMemory(drawn);
        }
    }

    public static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        Fill(bytes);
        return bytes;
    }
}
