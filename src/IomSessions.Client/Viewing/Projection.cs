using IomSessions.Wire;

namespace IomSessions.Client;

/// <summary>How each event changes the view. What it does not know or need leaves the view as it is.</summary>
internal static class Projection
{
    public static SessionView Apply(SessionView view, WireEvent told) => told.Body switch
    {
        SessionPrepared body => view with { Title = body.Title },
        PhaseChanged body => view with { Phase = body.Phase },
        ProtocolProposed body => view with { ProtocolNumber = body.Number, Protocol = body.Protocol },
        PartyAdded body => view with { Parties = view.Parties.SetItem(body.Party, body.Name) },
        SelfOpened body => Know(view, body.Person, body.Name, body.Role, body.Party) with { Self = body, Title = body.Title },
        PersonAnnounced body => Know(view, body.Person, body.Name, body.Role, body.Party),
        PersonRegistered body => Know(view, body.Person, body.Name, body.Role, body.Party),
        MediatorProposed body => Know(view, body.Person, body.Name, Role.Mediator, null),
        DelegationListed body => body.People.Aggregate(
            view, (v, member) => Know(v, member.Person, member.Name, member.Role, view.Self?.Party)),
        AuthoritiesSet body => Edit(view, body.Person, person => person with { Authorities = body.Authorities }),
        PersonLeft body => Edit(view, body.Person, person => person with { Left = true }),
        UndertakingGiven body => view with { Bound = view.Bound.Add(body.Person) },
        PersonAdmitted body when body.Person == view.Self?.Person => view with { Admitted = true },
        PersonSuspended body when body.Person == view.Self?.Person => view with { Admitted = false, Here = null },
        DevicePending body => view with { Pending = view.Pending.SetItem(body.Device, body) },
        DeviceConfirmed body => view with { Pending = view.Pending.Remove(body.Device) },
        DeviceRevoked body => view with { Pending = view.Pending.Remove(body.Device) },
        InviteMade body => view with { Invites = view.Invites.SetItem(body.Invite, body) },
        InviteAccepted body => view with { Invites = view.Invites.Remove(body.Invite) },
        InviteDeclined body => view with { Invites = view.Invites.Remove(body.Invite) },
        InviteLapsed body => view with { Invites = view.Invites.Remove(body.Invite) },
        BenchOpened body => view with { Bench = told.Circle, Floor = view.Floor.Clear().SetItems(body.Floor.Select(ById)) },
        RoomMade body => view with
        {
            Floor = view.Floor.SetItem(body.Room, new(body.Room, body.Kind, body.Name, body.Party, null, [])),
        },
        RoomClosed body => view with { Floor = view.Floor.Remove(body.Room) },
        FloorChanged body => view with { Floor = view.Floor.SetItems(body.Rooms.Select(ById)) },
        RoomRenamed body => Rename(view, body),
        SittingOpened body => view with { Here = new(told.Circle, body.Room, body.Name, body.Kind, body.People) },
        Said body => view with
        {
            Talk = view.Talk.SetItem(told.Circle, view.Talk.GetValueOrDefault(told.Circle, []).Add(
                new(body.By, body.Text, body.Language, body.Rule, told.At) { Offset = told.Offset, ReplyTo = body.ReplyTo, Marked = body.Marked })),
        },
        _ => view,
    };

    private static KeyValuePair<string, RoomOnFloor> ById(RoomOnFloor room) => new(room.Room, room);

    private static SessionView Know(SessionView view, string id, string name, Role role, string? party)
    {
        var known = view.People.GetValueOrDefault(id);
        return view with { People = view.People.SetItem(id, new(id, name, role, party) { Authorities = known?.Authorities ?? [] }) };
    }

    private static SessionView Edit(SessionView view, string id, Func<PersonInView, PersonInView> edit) =>
        view.People.TryGetValue(id, out var person) ? view with { People = view.People.SetItem(id, edit(person)) } : view;

    private static SessionView Rename(SessionView view, RoomRenamed told)
    {
        var here = view.Here is { } sitting && sitting.Room == told.Room ? sitting with { Name = told.Name } : view.Here;
        return view.Floor.TryGetValue(told.Room, out var room)
            ? view with { Here = here, Floor = view.Floor.SetItem(told.Room, room with { Name = told.Name }) }
            : view with { Here = here };
    }
}
