using System.Globalization;
using IomSessions.Wire;

namespace IomSessions.Client.Tests;

/// <summary>A server's log on paper: circles with offsets and hashes.</summary>
internal sealed class Log
{
    private readonly Dictionary<string, (long Offset, string Hash)> _heads = [];

    public List<WireEvent> All { get; } = [];

    public string Root => _heads.Values.Aggregate(RollingHash.Nothing, (root, head) => root ^ RollingHash.Parse(head.Hash)).ToString();

    public WireEvent Add(string circle, CircleKind kind, EventBody body)
    {
        var offset = _heads.GetValueOrDefault(circle).Offset + 1;
        var told = new WireEvent(circle, kind, offset, Hash(All.Count + 1), DateTimeOffset.UnixEpoch, body);
        _heads[circle] = (offset, told.Hash);
        All.Add(told);
        return told;
    }

    public WireEvent Say(string circle, string text) =>
        Add(circle, CircleKind.Party, new Said("p", text, "en", Disclosure.ConfidentialUnlessReleased));

    public WireEvent Sit(string circle, params string[] people) =>
        Add(circle, CircleKind.Sitting, new SittingOpened("room", "Room", RoomKind.Joint, people));

    /// <summary>What a server sends to somebody who holds this: everything after it, in the order of the log.</summary>
    public IReadOnlyList<WireEvent> After(Hello hello)
    {
        var held = hello.Cursors.ToDictionary(cursor => cursor.Circle, cursor => cursor.Offset);
        return [.. All.Where(told => told.Offset > held.GetValueOrDefault(told.Circle))];
    }

    private static string Hash(int n) => ((UInt128)n * 0x9E3779B97F4A7C15UL).ToString("x32", CultureInfo.InvariantCulture);
}
