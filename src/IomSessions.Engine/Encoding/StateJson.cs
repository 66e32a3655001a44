using System.IO.Compression;
using System.Text.Json;

namespace IomSessions.Engine;

/// <summary>The state of a session as bytes, for snapshots. Not a format that anybody else reads: each build reads its own.</summary>
internal static class StateJson
{
    // what is worked out from other members is not written; a member that could not be set again would be lost
    private static readonly JsonSerializerOptions Options = new(DomainJson.Options) { IgnoreReadOnlyProperties = true };

    public static byte[] Write(Applied applied)
    {
        using var bytes = new MemoryStream();
        using (var packed = new BrotliStream(bytes, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(packed, applied, Options);
        }

        return bytes.ToArray();
    }

    /// <exception cref="JsonException">Not what this build writes.</exception>
    public static Applied Read(byte[] bytes)
    {
        using var packed = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<Applied>(packed, Options) ?? throw new JsonException("null where a state is needed");
    }
}
