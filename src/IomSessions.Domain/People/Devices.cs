namespace IomSessions.Domain;

/// <summary>Where a device stands (PE6).</summary>
public enum DeviceStatus
{
    /// <summary>Opens nothing until confirmed.</summary>
    Pending,
    Open,
    Revoked,
}

/// <param name="Label">What the person calls it, such as "Firefox on a laptop".</param>
public sealed record Device(DeviceId Id, PersonId Person, string Label, DeviceStatus Status);

/// <summary>By the house, when a link or a code was redeemed.</summary>
/// <param name="Vouched">By a code shown on an open device of the same person; a link vouches for nobody who was already admitted.</param>
/// <param name="ShownOn">The device that showed the code: what has been revoked meanwhile vouches for nobody.</param>
public sealed record OpenDevice(DeviceId Device, PersonId Person, string Label, bool Vouched, DeviceId? ShownOn = null) : CommandBody;

/// <summary>By the same person from an open device, his head of delegation or a holder of <see cref="Authority.Appoint"/> of his party;
/// for a mediator by another mediator; for people without a party by a mediator.</summary>
public sealed record ConfirmDevice(DeviceId Device) : CommandBody;

/// <summary>By the same person, or by who may confirm it.</summary>
public sealed record RevokeDevice(DeviceId Device) : CommandBody;

/// <summary>Person.</summary>
public sealed record DeviceOpened(DeviceId Device, PersonId Person, string Label) : EventBody;

/// <summary>Person, bench, and those who may confirm it.</summary>
public sealed record DevicePending(DeviceId Device, PersonId Person, string Label) : EventBody;

/// <summary>Person, bench, and those who may confirm it.</summary>
public sealed record DeviceConfirmed(DeviceId Device, PersonId Person, PersonId By) : EventBody;

/// <summary>Person, bench, and those who may confirm it.</summary>
public sealed record DeviceRevoked(DeviceId Device, PersonId Person) : EventBody;

/// <summary>Nobody, not even the house, becomes somebody by a new link (PE6).</summary>
internal static class Devices
{
    public static Decision Decide(Session state, OpenDevice ask, Command command)
    {
        if (command.By != Command.House || !state.People.TryGetValue(ask.Person, out var person)
            || person.Status == PersonStatus.Removed || state.Devices.ContainsKey(ask.Device)
            || (ask.ShownOn is { } shown && !Access.MayConnect(ask.Person, shown, state)))
        {
            return Refusal.NotFound;
        }

        if (!Words.IsName(ask.Label))
        {
            return Refusal.Invalid;
        }

        if (state.Devices.Values.Count(d => d.Person == person.Id && d.Status != DeviceStatus.Revoked) >= Limits.DevicesPerPerson)
        {
            return Refusal.TooMany;
        }

        return !ask.Vouched && (person.WasAdmitted || HasOpenDevice(state, person))
            ? Tell(state, person, new DevicePending(ask.Device, person.Id, ask.Label))
            : new List<Event> { new(person.Circle, new DeviceOpened(ask.Device, person.Id, ask.Label)) };
    }

    public static Decision Decide(Session state, ConfirmDevice ask, Person by) =>
        Find(state, ask.Device, by) is not { Status: DeviceStatus.Pending } device
            ? Refusal.NotFound
            : Tell(state, state.People[device.Person], new DeviceConfirmed(device.Id, device.Person, by.Id));

    public static Decision Decide(Session state, RevokeDevice ask, Person by) =>
        Find(state, ask.Device, by) is not { } device || device.Status == DeviceStatus.Revoked
            ? Refusal.NotFound
            : Tell(state, state.People[device.Person], new DeviceRevoked(device.Id, device.Person));

    /// <summary>For a bench that opens: devices that wait to be confirmed.</summary>
    public static IEnumerable<EventBody> Pending(Session state) => state.Devices.Values
        .Where(device => device.Status == DeviceStatus.Pending && state.People[device.Person].Status != PersonStatus.Removed)
        .OrderBy(device => device.Id.Value)
        .Select(device => new DevicePending(device.Id, device.Person, device.Label));

    // the first link makes him known here; whoever follows with another may be somebody else
    private static bool HasOpenDevice(Session state, Person person) =>
        state.Devices.Values.Any(device => device.Person == person.Id && device.Status == DeviceStatus.Open);

    private static Device? Find(Session state, DeviceId id, Person by) =>
        state.Devices.TryGetValue(id, out var device)
        && state.People[device.Person] is { Status: not PersonStatus.Removed } whom
        && (whom.Id == by.Id || MayConfirm(by, whom)) ? device : null;

    private static bool MayConfirm(Person by, Person whom) =>
        by.Status == PersonStatus.Admitted && by.Id != whom.Id && whom.Party switch
        {
            null => by.IsMediator,
            _ => by.Party == whom.Party && (by.Role == Role.Head || by.Holds(Authority.Appoint)),
        };

    private static List<Event> Tell(Session state, Person person, EventBody body)
    {
        var events = new List<Event> { new(person.Circle, body), new(state.Bench, body) };
        events.AddRange(state.People.Values
            .Where(other => !other.IsMediator && MayConfirm(other, person))
            .OrderBy(other => other.Id.Value)
            .Select(other => new Event(other.Circle, body)));
        return events;
    }
}
