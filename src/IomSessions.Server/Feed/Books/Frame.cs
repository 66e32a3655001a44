using System.Globalization;
using System.Text;
using System.Text.Json;
using IomSessions.Storage.Feed;

namespace IomSessions.Server.Feed.Books;

/// <summary>An item as it is sent, made once for everybody: an event of Server-Sent Events, and the same JSON for SignalR.</summary>
internal sealed class Frame
{
    private readonly byte[] _json;
    private JsonElement? _element;

    public Frame(FeedEntry entry)
    {
        _json = FeedJson.Write(entry);
        Plain = [.. Encoding.ASCII.GetBytes($"id: {SignedText.Id(entry.Item.Id)}\ndata: "), .. _json, .. "\n\n"u8];
        Chunked = Chunk(Plain);
    }

    public byte[] Plain { get; }

    /// <summary>As HTTP/1.1 sends it, so that nobody has to frame it again for each follower.</summary>
    public byte[] Chunked { get; }

    public ReadOnlySpan<byte> Json => _json;

    public JsonElement Element => _element ??= JsonDocument.Parse(_json).RootElement;

    public static byte[] Chunk(ReadOnlySpan<byte> bytes) =>
        [.. Encoding.ASCII.GetBytes(bytes.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"), .. bytes, .. "\r\n"u8];
}
