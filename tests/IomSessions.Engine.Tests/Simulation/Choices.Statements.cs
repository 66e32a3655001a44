using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>Statements: by whoever may, most of the time, so that some are published.</summary>
internal sealed partial class Choices
{
    private (PersonId By, CommandBody Body) OfStatements(Session seen)
    {
        var open = seen.Statements.Values.OrderBy(one => one.Id.Value).ToList();
        if (open.Count == 0 || chance.Next(20) == 0)
        {
            return Put(seen);
        }

        var one = open[0];
        var missing = Clearing.Needed(seen, one).SelectMany(side => one.Texts.Select(text => (side.Party, side.Person, Text: text)))
            .Where(need => !one.Cleared.Contains(new(need.Text.Language, need.Party, need.Person))).ToList();
        return chance.Next(24) switch
        {
            0 => (Any(cast.Mediators), new EditStatement(one.Id, one.Version, [new("en", "Title", $"Text {_made++}.")])),
            1 => (Any(cast.Mediators), new DropStatement(one.Id)),
            2 => (Person(seen), new WithdrawClearance(one.Id)),
            3 => (Any(cast.Mediators), new HoldStatement(one.Id)),
            _ when missing.Count > 0 => Clear(seen, one, Any(missing)),
            _ => (Any(cast.Mediators), new PublishStatement(one.Id, one.Version, null)),
        };
    }

    private (PersonId By, CommandBody Body) Put(Session seen)
    {
        var (items, guests) = (seen.Items.Values.Where(item => !item.Retracted).OrderBy(item => item.Id.Value).ToList(),
            seen.Admitted.Where(p => p.Role == Role.NonParty).OrderBy(p => p.Id.Value).ToList());
        var put = new PutStatement(new(New("statement")), (StatementKind)chance.Next(2), [new("en", "Title", $"Text {_made++}.")], null,
            guests.Count > 0 && chance.Next(3) == 0 ? [guests[0].Id] : [], [], null, null);
        return (Any(cast.Mediators), items.Count > 0 && chance.Next(2) == 0
            ? put with { Kind = items[0].Kind, About = items[0].Id, Relation = (StatementRelation)chance.Next(2) }
            : put);
    }

    private (PersonId By, CommandBody Body) Clear(Session seen, Statement one, (PartyId? Party, PersonId? Person, StatementText Text) need)
    {
        var clear = new ClearStatement(one.Id, one.Version, need.Text.Language, need.Text.Digest());
        if (need.Person is { } person)
        {
            return (person, clear);
        }

        var heads = seen.People.Values.Where(p => p.Party == need.Party && p.Status == PersonStatus.Admitted && p.Holds(Authority.Appoint))
            .OrderBy(p => p.Id.Value).ToList();
        return heads.Count == 0 ? (Person(seen), clear)
            : (heads[0].Id, heads[0].Holds(Authority.Consent) ? clear : new GrantAuthority(heads[0].Id, Authority.Consent));
    }
}
