namespace IomSessions.Domain;

/// <summary>
/// The one rule of confidentiality. Live delivery, replay, history, presence and every later way out ask here, with the newest applied
/// state; nothing else decides who may see.
/// </summary>
public static class Access
{
    /// <summary>Whether a person may read a circle, all of it (SI4, RM9, PE6).</summary>
    public static bool MayRead(PersonId person, CircleId circle, Session state) =>
        state.People.TryGetValue(person, out var reader)
        && state.Circles.TryGetValue(circle, out var read)
        && MayRead(reader, read);

    /// <summary>Whether a person may know that another is connected (RM10): the bench of all, others of those in their own room, in
    /// the lobby of their own party.</summary>
    public static bool MaySeePresence(Person viewer, Person other) => viewer.Status switch
    {
        PersonStatus.Admitted => viewer.Id == other.Id
            || viewer.Role == Role.Mediator
            || (viewer.Room is not null && viewer.Room == other.Room),
        PersonStatus.Lobby => viewer.Id == other.Id
            || (viewer.Party is not null && viewer.Party == other.Party && other.Status == PersonStatus.Lobby),
        _ => viewer.Id == other.Id,
    };

    /// <summary>Whether a person may know when the session meets (SE5): whoever reads the hall, and who waits in the lobby, where he is told.</summary>
    public static bool MayKnowMeetings(PersonId person, Session state) =>
        state.People.TryGetValue(person, out var who) && who.Status is (PersonStatus.Admitted or PersonStatus.Lobby);

    /// <summary>All that <see cref="MaySeePresence"/> looks at in a viewer but who he is: whoever has the same sees the same others.</summary>
    public static Outlook OutlookOf(Person viewer) => new(viewer.Status, viewer.Role == Role.Mediator, viewer.Room, viewer.Party);

    /// <summary>Whether a device of a person opens the session at all (PE4, PE6).</summary>
    public static bool MayConnect(PersonId person, DeviceId device, Session state) =>
        state.People.TryGetValue(person, out var who)
        && who.Status != PersonStatus.Removed
        && state.Devices.TryGetValue(device, out var entry)
        && entry.Person == person
        && entry.Status == DeviceStatus.Open;

    /// <summary>Where a device of this person stands; null: it is none of his.</summary>
    public static DeviceStatus? Standing(PersonId person, DeviceId device, Session state) =>
        state.Devices.TryGetValue(device, out var entry) && entry.Person == person ? entry.Status : null;

    /// <summary>Whether he is no participant, or no longer.</summary>
    public static bool IsRemoved(PersonId person, Session state) =>
        !state.People.TryGetValue(person, out var who) || who.Status == PersonStatus.Removed;

    private static bool MayRead(Person reader, Circle read) => read.Kind switch
    {
        CircleKind.Person => read.Person == reader.Id && reader.Status != PersonStatus.Removed,
        _ when reader.Status != PersonStatus.Admitted => false,
        CircleKind.Hall => true,
        CircleKind.Registry => reader.Role is Role.Secretariat or Role.Mediator,
        CircleKind.Bench => reader.Role == Role.Mediator && read.People.Contains(reader.Id),
        CircleKind.Party => reader.Party is not null && reader.Party == read.Party,
        CircleKind.Table => reader.IsMediator || (reader.Party is { } party && !read.Without.Contains(party)),
        CircleKind.Public => true,
        CircleKind.Sitting or CircleKind.Named or CircleKind.Draft or CircleKind.Remarks => read.People.Contains(reader.Id),
        _ => false,
    };
}

/// <summary>What decides whose presence somebody sees.</summary>
public readonly record struct Outlook(PersonStatus Status, bool IsMediator, RoomId? Room, PartyId? Party);
