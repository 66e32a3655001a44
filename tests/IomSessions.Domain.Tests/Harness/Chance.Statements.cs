namespace IomSessions.Domain.Tests;

/// <summary>Statements that are written, cleared and published.</summary>
internal sealed partial class Chance
{
    private (PersonId, CommandBody) Statements(Session state)
    {
        var open = state.Statements.Values.ToList();
        if (open.Count == 0 || OneIn(8))
        {
            return Put(state);
        }

        if (!state.Protocol.InForce.ExistencePublic && OneIn(3))
        {
            return MakePublic(state);
        }

        var one = Of(open);
        var missing = Clearing.Needed(state, one)
            .SelectMany(side => one.Texts.Select(text => (side, text)))
            .Where(pair => !one.Cleared.Contains(new(pair.text.Language, pair.side.Party, pair.side.Person))).ToList();
        if (one.At is { } at)
        {
            return Upto(6) switch
            {
                0 => (Someone(state, p => p.IsMediator), new HoldStatement(one.Id)),
                1 => (Someone(state, p => p.Holds(Authority.Consent)), new WithdrawClearance(one.Id)),
                _ => (Command.House, new NoteStatement(one.Id, at)),
            };
        }

        return Upto(20) switch
        {
            0 => (Someone(state, p => p.IsMediator), new EditStatement(one.Id, one.Version, [Text()])),
            1 => (Someone(state, p => p.IsMediator), new DropStatement(one.Id)),
            2 => (Someone(state, p => p.Holds(Authority.Consent)), new WithdrawClearance(one.Id)),
            _ when missing.Count > 0 => Clear(state, one, Of(missing).side, Of(missing).text),
            _ => (Someone(state, p => p.IsMediator), new PublishStatement(one.Id, one.Version, null)),
        };
    }

    // without it nothing is ever published: proposed once, and accepted by whoever has not
    private (PersonId, CommandBody) MakePublic(Session state)
    {
        if (!state.Protocol.Proposed.ExistencePublic)
        {
            return (Someone(state, p => p.IsMediator), new ProposeProtocol(Stage.Usual with { ExistencePublic = true }));
        }

        var left = state.TakingPart.Where(party => !state.Protocol.AcceptedBy.Contains(party)).ToList();
        return (Someone(state, p => p.Holds(Authority.Accept) && left.Contains(p.Party ?? default)), new AcceptProtocol(state.Protocol.Number));
    }

    private (PersonId, CommandBody) Clear(Session state, Statement one, (PartyId? Party, PersonId? Person) side, StatementText text)
    {
        var clear = new ClearStatement(one.Id, one.Version, text.Language, text.Digest());
        if (side.Person is { } person)
        {
            return (person, clear);
        }

        var heads = state.People.Values.Where(p => p.Party == side.Party && p.Status == PersonStatus.Admitted && p.Holds(Authority.Appoint)).ToList();
        if (heads.Count == 0)
        {
            return (Person(state), clear);
        }

        var head = Of(heads);
        return (head.Id, head.Holds(Authority.Consent) ? clear : new GrantAuthority(head.Id, Authority.Consent));
    }

    private (PersonId, CommandBody) Put(Session state)
    {
        var guests = state.Admitted.Where(p => p.Role == Role.NonParty).Select(p => p.Id).ToList();
        var items = state.Items.Values.Where(item => !item.Retracted).ToList();
        var put = new PutStatement(new(Named.Of($"{seed} statement {_made++}")), (StatementKind)Upto(4), [Text()], null,
            guests.Count > 0 && OneIn(4) ? [guests[0]] : [], [.. state.Parties.Values.Where(p => p.Withdrawn && OneIn(2)).Select(p => p.Id)], null, null);
        if (put.Kind == StatementKind.Procedural)
        {
            put = put with { Texts = [], Fact = (ProceduralFact)Upto(3) };
        }

        if (items.Count > 0 && OneIn(2))
        {
            var item = Of(items);
            put = put with { About = item.Id, Relation = (StatementRelation)Upto(2), Kind = item.Kind, Fact = item.Kind == StatementKind.Procedural ? ProceduralFact.Opened : null, Texts = item.Kind == StatementKind.Procedural ? [] : [Text()] };
        }

        return (Someone(state, p => p.IsMediator || (p.Holds(Authority.Submit) && OneIn(2))), put);
    }

    private StatementText Text() => new("en", "A title", $"A text {_made++}.");
}
