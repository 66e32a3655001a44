using System.Text.Json;
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

internal sealed record CommandAsked(CommandId Id, CommandBody Command);

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

internal sealed record SittingsAsked(CircleId? Before, int Max);
