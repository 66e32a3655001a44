using System.Text.Json;
using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>
/// Who may read what, worked out from the raw log in the plainest way and by nothing that the engine uses: neither the state of a session
/// nor its rule of access.
/// </summary>
internal sealed class Oracle(SessionId session, IEventStore store, IKeyStore keys)
{
    private readonly Dictionary<CircleId, CircleFacts> _circles = [];
    private readonly Dictionary<Guid, PersonFacts> _people = [];
    private readonly Dictionary<Guid, List<(long Version, string Status)>> _devices = [];
    private readonly Dictionary<(Guid By, string Text), int> _said = [];

    /// <summary>The log from the first event on.</summary>
    public List<Entry> Log { get; } = [];

    public async Task AdvanceAsync()
    {
        while (await store.ReadAsync(session, Log.Count, 512) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                await TakeAsync(row);
            }
        }
    }

    public bool MayRead(PersonId person, CircleId circle, long at)
    {
        if (!_people.TryGetValue(person.Value, out var who) || !_circles.TryGetValue(circle, out var what) || what.Opened > at)
        {
            return false;
        }

        var status = who.StatusAt(at);
        return what.Kind switch
        {
            "person" => what.Owner == person.Value && status != "removed",
            _ when status != "admitted" => false,
            "hall" or "public" => true,
            // its people are the parties that had gone
            "table" => who.Role == "mediator" || (who.Party is { } party && !what.People.Contains(party)),
            "registry" => who.Role is "secretariat" or "mediator",
            "party" => who.Party is not null && who.Party == what.Owner,
            "bench" or "sitting" or "named" or "draft" or "remarks" => what.People.Contains(person.Value),
            _ => throw new BrokenException($"a circle of kind {what.Kind}"),
        };
    }

    public bool MayKnowConnected(PersonId viewer, PersonId other, long at)
    {
        var (me, he) = (_people[viewer.Value], _people[other.Value]);
        return viewer == other || me.StatusAt(at) switch
        {
            "admitted" => me.Role == "mediator" || (me.RoomAt(at) is { } room && room == he.RoomAt(at)),
            "lobby" => me.Party is not null && me.Party == he.Party && he.StatusAt(at) == "lobby",
            _ => false,
        };
    }

    public bool IsRemoved(PersonId person, long at) => StatusOf(person, at) == "removed";

    /// <summary>Whether somebody was sent back to the lobby: he is told to forget what he held.</summary>
    public bool WasSuspended(PersonId person) =>
        _people[person.Value].Statuses.SkipWhile(one => one.Status != "admitted").Any(one => one.Status == "lobby");

    public string? StatusOf(PersonId person, long at) => _people.TryGetValue(person.Value, out var who) ? who.StatusAt(at) : null;

    public string? DeviceAt(DeviceId device, long at) =>
        _devices.TryGetValue(device.Value, out var history) ? history.LastOrDefault(one => one.Version <= at).Status : null;

    /// <summary>Whether somebody came to read, after this event, what he could not read when it happened.</summary>
    public bool AdmittedSince(PersonId person, long version) =>
        _people[person.Value].Statuses.Exists(one => one.Version > version && one.Status == "admitted");

    public int TimesSaid(PersonId by, string text) => _said.GetValueOrDefault((by.Value, text));

    public Entry? Find(CircleId circle, long offset) =>
        _circles.TryGetValue(circle, out var facts) && offset > 0 && offset <= facts.Entries.Count ? facts.Entries[(int)offset - 1] : null;

    /// <summary>The events of a circle up to an offset, as they stand on the wire.</summary>
    public IEnumerable<Told> Beginning(CircleId circle, long to) => _circles[circle].Entries
        .TakeWhile(entry => entry.Offset <= to)
        .Select(entry => new Told(circle, _circles[circle].Kind, entry.Offset, entry.Mark, entry.Type, entry.Body));

    /// <summary>The circles that somebody could read when the log was this long.</summary>
    public IEnumerable<CircleId> CirclesReadable(PersonId person, long at) => _circles.Keys.Where(circle => MayRead(person, circle, at));

    public IEnumerable<Entry> Readable(PersonId person) => Log.Where(entry => MayRead(person, entry.Circle, Log.Count));

    private async Task TakeAsync(StoredEvent row)
    {
        var key = (await keys.FindAsync(session, [row.Circle]))[row.Circle];
        using var document = JsonDocument.Parse(
            Sealer.Open(key, Chain.Place(session, row.Circle, row.Offset, row.AtMs), row.Sealed));
        var body = document.RootElement.Clone();
        var type = body.GetProperty("type").GetString()!;
        if (row.Offset == 1)
        {
            _circles.Add(row.Circle, CircleFacts.Of(row.Version, type, body, sitting => _circles[sitting].People));
        }

        var entry = new Entry(row.Version, row.Circle, row.Offset, Chain.Mark(row.Hash), type, body);
        Log.Add(entry);
        _circles[row.Circle].Entries.Add(entry);
        Learn(row.Version, type, body);
    }

    private void Learn(long version, string type, JsonElement body)
    {
        switch (type)
        {
            case "self.opened":
                _people.Add(Id(body, "person")!.Value, new PersonFacts(body.GetProperty("role").GetString()!, Id(body, "party")));
                break;
            case "undertaking.given" or "person.suspended":
                _people[Id(body, "person")!.Value].Statuses.Add((version, "lobby"));
                break;
            case "person.admitted" or "person.removed":
                _people[Id(body, "person")!.Value].Statuses.Add((version, type["person.".Length..]));
                break;
            case "device.opened" or "device.pending" or "device.confirmed" or "device.revoked":
                var device = Id(body, "device")!.Value;
                _devices.TryAdd(device, []);
                _devices[device].Add((version, type["device.".Length..]));
                break;
            case "sitting.opened":
                foreach (var person in Ids(body, "people"))
                {
                    _people[person].Rooms.Add((version, Id(body, "room")!.Value));
                }

                break;
            case "said":
                var said = (Id(body, "by")!.Value, body.GetProperty("text").GetString()!);
                _said[said] = _said.GetValueOrDefault(said) + 1;
                break;
        }
    }

    private static Guid? Id(JsonElement body, string name) =>
        body.TryGetProperty(name, out var id) && id.ValueKind == JsonValueKind.String ? Guid.ParseExact(id.GetString()!, "N") : null;

    private static HashSet<Guid> Ids(JsonElement body, string name) =>
        [.. body.GetProperty(name).EnumerateArray().Select(id => Guid.ParseExact(id.GetString()!, "N"))];

    internal sealed record Entry(long Version, CircleId Circle, long Offset, UInt128 Mark, string Type, JsonElement Body);

    private sealed record CircleFacts(long Opened, string Kind, Guid? Owner, HashSet<Guid> People)
    {
        public List<Entry> Entries { get; } = [];

        public static CircleFacts Of(long version, string type, JsonElement body, Func<CircleId, HashSet<Guid>> satIn) => type switch
        {
            "session.prepared" => new(version, "hall", null, []),
            "registry.opened" => new(version, "registry", null, []),
            "delegation.opened" => new(version, "party", Id(body, "party"), []),
            "self.opened" => new(version, "person", Id(body, "person"), []),
            "bench.opened" => new(version, "bench", null, Ids(body, "mediators")),
            "sitting.opened" => new(version, "sitting", null, Ids(body, "people")),
            "rendered" or "briefing.made" => new(version, "named", null, satIn(new(Id(body, "sitting")!.Value))),
            "briefing.opened" => new(version, "named", null, [Id(body, "person")!.Value]),
            "remarks.opened" => new(version, "remarks", null, Ids(body, "people")),
            "draft.opened" => new(version, "draft", null, Ids(body, "people")),
            "table.opened" => new(version, "table", null, Ids(body, "without")),
            "feed.opened" => new(version, "public", null, []),
            _ => throw new BrokenException($"a circle begins with {type}"),
        };
    }

    private sealed record PersonFacts(string Role, Guid? Party)
    {
        public List<(long Version, string Status)> Statuses { get; } = [];

        public List<(long Version, Guid Room)> Rooms { get; } = [];

        public string StatusAt(long at) => Statuses.LastOrDefault(one => one.Version <= at).Status ?? "invited";

        // a room is left by leaving the session: what was before the last admission does not count
        public Guid? RoomAt(long at)
        {
            if (StatusAt(at) != "admitted")
            {
                return null;
            }

            var since = Statuses.Last(one => one.Version <= at && one.Status == "admitted").Version;
            var last = Rooms.LastOrDefault(one => one.Version <= at && one.Version >= since);
            return last.Version == 0 ? null : last.Room;
        }
    }
}
