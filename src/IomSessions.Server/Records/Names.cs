using IomSessions.Domain;

namespace IomSessions.Server.Records;

/// <summary>Who and what is called how, as far as the record itself has told it.</summary>
internal sealed class Names
{
    private readonly Dictionary<Guid, string> _names = [];
    private readonly Dictionary<PersonId, (Role? Role, PartyId? Party)> _people = [];

    public void Learn(EventBody body)
    {
        switch (body)
        {
            case PartyAdded party:
                _names[party.Party.Value] = party.Name;
                break;
            case PersonAnnounced person:
                Learn(person.Person, person.Name, person.Role, person.Party);
                break;
            case PersonRegistered person:
                Learn(person.Person, person.Name, person.Role, person.Party);
                break;
            case SelfOpened self:
                Learn(self.Person, self.Name, self.Role, self.Party);
                break;
            case MediatorProposed mediator:
                Learn(mediator.Person, mediator.Name, Role.Mediator, null);
                break;
            case CompanionAnnounced companion:
                _names[companion.Companion.Value] = companion.Name;
                break;
            case RoomMade room:
                _names[room.Room.Value] = room.Name;
                break;
            case RoomRenamed room:
                _names[room.Room.Value] = room.Name;
                break;
            case SittingOpened sitting:
                _names[sitting.Room.Value] = sitting.Name;
                break;
        }
    }

    /// <summary>Null: not known.</summary>
    public string? Of(Guid id) => _names.GetValueOrDefault(id);

    /// <summary>A name, so set that its direction of writing changes nothing around it.</summary>
    public Markup Of(PersonId person) => Markup.Of($"<bdi>{Of(person.Value) ?? "a participant"}</bdi>");

    public Markup Of(PartyId party) => Markup.Of($"<bdi>{Of(party.Value) ?? "a party"}</bdi>");

    public Markup Full(PersonId person) => _people.GetValueOrDefault(person) switch
    {
        (null, _) => Of(person),
        ({ } role, null) => Markup.Of($"{Of(person)} ({RecordWords.Plain(role)})"),
        ({ } role, { } party) => Markup.Of($"{Of(person)} ({RecordWords.Plain(role)}, {Of(party)})"),
    };

    private void Learn(PersonId person, string name, Role role, PartyId? party) =>
        (_names[person.Value], _people[person]) = (name, (role, party));
}
