using System.Text.Json;
using System.Text.Json.Serialization;
using IomSessions.Domain;
using IomSessions.Engine;

namespace IomSessions.Server.Hubs;

/// <summary>What a program sent, read strictly: unknown members, wrong types and missing values are refused.</summary>
internal static class Asked
{
    public static T? Read<T>(JsonElement json)
        where T : class
    {
        try
        {
            return json.Deserialize<T>(DomainJson.Options);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}

/// <summary>An argument of a hub's method that is read strictly and may be unreadable: then its value is null, and the caller is told.</summary>
[JsonConverter(typeof(SentConverterFactory))]
public readonly record struct Sent<T>(T? Value)
    where T : class;

internal sealed class SentConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Sent<>);

    public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(SentConverter<>).MakeGenericType(type.GetGenericArguments()))!;

    private sealed class SentConverter<T> : JsonConverter<Sent<T>>
        where T : class
    {
        public override Sent<T> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            // wherever the reading fails, the argument ends where it ends
            var from = reader;
            reader.Skip();
            try
            {
                return new(JsonSerializer.Deserialize<T>(ref from, options));
            }
            catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or InvalidOperationException or ArgumentException)
            {
                return default;
            }
        }

        public override void Write(Utf8JsonWriter writer, Sent<T> value, JsonSerializerOptions options) =>
            throw new NotSupportedException("The server only reads arguments.");
    }
}

public sealed record CommandAsked(CommandId Id, CommandBody Command);

internal sealed record HelloAsked(int Protocol, IReadOnlyList<CursorAsked> Cursors, EndedAsked? Closed, int? Recent)
{
    /// <summary>Null: not readable, or more than anybody holds.</summary>
    public IReadOnlyList<Cursor>? Held()
    {
        var held = new List<Cursor>();
        foreach (var asked in Cursors)
        {
            if (held.Count == Limits.Cursors || asked is null || !Marks.TryParse(asked.Hash, out var mark))
            {
                return null;
            }

            held.Add(new(asked.Circle, asked.Offset, mark));
        }

        return held;
    }

    /// <summary>Outer null: not readable; inner null: none given.</summary>
    public Box? HeldEnded() => Closed switch
    {
        null => new Box(null),
        _ when Marks.TryParse(Closed.Hash, out var mark) => new Box(new EndedCircles(Closed.Count, mark)),
        _ => null,
    };

    public sealed record Box(EndedCircles? Value);
}

internal sealed record CursorAsked(CircleId Circle, long Offset, string Hash);

internal sealed record EndedAsked(int Count, string Hash);

internal sealed record ReadAsked(CircleId Circle, long Before, int Max);

public sealed record EditAsked(CircleId Circle, EditorId Editor, long Version, IReadOnlyList<ChangeSet> Changes);

public sealed record FollowAsked(CircleId Circle, long? Version, string? Hash)
{
    /// <summary>False: not readable.</summary>
    internal bool TryHeld(out (long Version, UInt128 Mark)? held)
    {
        held = null;
        if (Version is not { } version || Hash is null)
        {
            return Version is null && Hash is null;
        }

        held = Marks.TryParse(Hash, out var mark) ? (version, mark) : null;
        return held is not null;
    }
}

public sealed record CaretAsked(CircleId Circle, EditorId Editor, long Version, int Anchor, int Head);

public sealed record CompareAsked(VersionPlace Before, VersionPlace After);

internal sealed record SearchAsked(string Text, SearchPlace? From);

internal sealed record SittingsAsked(CircleId? Before, int Max);
