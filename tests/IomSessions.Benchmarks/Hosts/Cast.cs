namespace IomSessions.Benchmarks.Hosts;

/// <summary>What the load needs to know of a prepared house.</summary>
public sealed record Cast(IReadOnlyList<CastSession> Sessions)
{
    /// <summary>Those of one measurement.</summary>
    public IEnumerable<CastSession> Of(string shape) => Sessions.Where(session => session.Shape == shape);
}

/// <param name="Shape">Which measurement it belongs to.</param>
/// <param name="Draft">Circle of the draft that those in the joint room have.</param>
public sealed record CastSession(string Id, string Shape, CastPerson Mediator, IReadOnlyList<string> Parties, IReadOnlyList<CastRoom> Rooms, string? Draft = null);

/// <param name="Id">Of the room.</param>
public sealed record CastRoom(string Id, IReadOnlyList<CastPerson> People);

public sealed record CastPerson(string Id, string Bearer);

/// <summary>What is to be prepared.</summary>
/// <param name="Rooms">How many people sit in the joint room, and in each of the caucus rooms.</param>
/// <param name="Draft">Whether those in the joint room have a draft.</param>
/// <param name="Said">How much has been said in the joint room before.</param>
public sealed record Plan(string Shape, int Sessions, IReadOnlyList<int> Rooms, int Said = 0, bool Draft = false);
