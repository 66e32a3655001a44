using System.Collections.Immutable;

namespace IomSessions.Domain.Tests;

/// <summary>Commands as they might come: mostly sensible, some stale, some nonsense. One seed, one history.</summary>
internal sealed partial class Chance(int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<CircleId> _old = [];
    private readonly bool _briefs = seed % 8 == 7;
    private int _made;

    public bool OneIn(int n) => _random.Next(n) == 0;

    public int Upto(int n) => _random.Next(n);

    public T Of<T>(IEnumerable<T> many)
    {
        var list = many.ToList();
        return list[_random.Next(list.Count)];
    }

    /// <summary>Who asks, and for what.</summary>
    public (PersonId By, CommandBody Body) Next(Session state)
    {
        foreach (var room in state.Rooms.Values.Where(room => room.Sitting is not null && !_old.Contains(room.Sitting.Value)))
        {
            _old.Add(room.Sitting!.Value);
        }

        // in every eighth history those who were not there are told of it again and again
        if (_briefs && OneIn(4))
        {
            return Briefing(state);
        }

        // who is asked back mostly answers
        if (state.Invites.Count > 0 && OneIn(2))
        {
            return Invitations(state);
        }

        if (state.Rooms.Values.Any(room => room.Recall is not null) && OneIn(3))
        {
            return Recalls(state);
        }

        if (state.Statements.Count > 0 && OneIn(3))
        {
            return Statements(state);
        }

        if (OneIn(state.MediatorsProposals.Count > 0 ? 5 : 40))
        {
            return Proposals(state);
        }

        if (OneIn(state.PartyProposals.Count > 0 ? 7 : 40))
        {
            return OfParties(state);
        }

        if (state.Issues.Values.Any(one => one.Status == IssueStatus.Agreed) && OneIn(4))
        {
            return Settlements(state);
        }

        if (OneIn(state.Issues.Count > 0 ? 6 : 25))
        {
            return Positions(state);
        }

        return Upto(80) switch
        {
            < 8 => Speak(state),
            < 16 => (Someone(state, p => p.IsMediator), Arrange(state, null)),
            16 or 17 => GoHome(state),
            18 or 19 or 36 or 37 => Invitations(state),
            20 => (Someone(state, p => p.IsMediator), new MakeRoom(Named.Room($"{seed} {_made++}"), $"room {_made}")),
            21 => Rooms(state),
            22 => (Someone(state, p => p.IsMediator), new SuspendPerson(Person(state))),
            23 or 24 => (Someone(state, p => p.IsMediator), new AdmitPeople([Person(state), .. Waiting(state)])),
            25 => Remove(state),
            26 => Register(state),
            27 or 38 => (Undertaking(state), new GiveUndertaking("2026-1")),
            39 or 40 => (Someone(state, p => p.Holds(Authority.Accept)), new ConsentToMediator(Proposed(state))),
            28 => (Someone(state, p => p.IsMediator), new ProposeProtocol(Protocol())),
            29 or 30 => (Someone(state, p => p.Holds(Authority.Accept)), new AcceptProtocol(state.Protocol.Number - Upto(8) / 7)),
            31 => Phase(state),
            32 => Authorities(state),
            33 or 34 => Devices(state),
            35 => OneIn(2) ? Meetings(state) : (Command.House, new NoteMediators(!state.MediatorsAbsent)),
            < 44 => Calls(state),
            < 47 => Deadlines(state),
            < 50 => Turns(state),
            50 => Knocks(state),
            < 57 => Followed(state),
            < 60 => Invitations(state),
            60 or 61 => Recalls(state),
            62 or 63 => Arrangements(state),
            64 => Interpreters(state),
            65 or 66 => Companions(state),
            > 66 and < 73 => People(state),
            > 72 and < 77 => Drafts(state),
            77 or 78 => Statements(state),
            _ => (Someone(state, p => p.IsMediator), Words(state)),
        };
    }

    /// <summary>The same arrangement with what was asked confirmed.</summary>
    public static CommandBody Confirmed(CommandBody body, Consequences asked) => body switch
    {
        Arrange arrange => arrange with { Confirm = Scene.Confirm(asked) },
        CloseRoom close => close with { Confirm = Scene.Confirm(asked) },
        RecallRoom recall => recall with { Confirm = Scene.Confirm(asked) },
        MakeInvite invite => invite with { Confirm = Scene.Confirm(asked) },
        _ => body,
    };

    private PersonId Person(Session state) => OneIn(25) ? Cast.Nobody : Of(state.People.Keys);

    private PersonId Someone(Session state, Func<Person, bool> who)
    {
        var fit = state.People.Values.Where(p => p.Status == PersonStatus.Admitted && who(p)).ToList();
        return fit.Count == 0 || OneIn(15) ? Person(state) : Of(fit).Id;
    }

    private PersonId Undertaking(Session state) =>
        Of(state.People.Values.Where(p => p.Status == PersonStatus.Invited).Select(p => p.Id).DefaultIfEmpty(Person(state)));

    private PersonId Proposed(Session state) =>
        Of(state.People.Values.Where(p => p.Status == PersonStatus.AwaitingConsent).Select(p => p.Id).DefaultIfEmpty(Person(state)));

    private IEnumerable<PersonId> Waiting(Session state) =>
        state.People.Values.Where(p => p.Status == PersonStatus.Lobby && OneIn(2)).Select(p => p.Id);

    private (PersonId, CommandBody) Speak(Session state)
    {
        var by = Someone(state, p => p.Room is not null);
        return Upto(6) switch
        {
            0 => (by, WithFiles(state, by, new SayInDelegation($"of {seed}", "en", ReplyTo: Answered()))),
            1 => WithFiles(state, (Someone(state, p => p.IsMediator), new SayOnBench(OneIn(6) ? Old(state) : state.Bench, $"of {seed}", "en", ReplyTo: Answered()))),
            _ => (by, WithFiles(state, by, new Say(Sitting(state, by), $"of {seed}", "en", ReplyTo: Answered(), Marked: OneIn(5)))),
        };
    }

    private CircleId Old(Session state) => _old.Count == 0 ? state.Hall : Of(_old);

    private CircleId Sitting(Session state, PersonId by) =>
        !OneIn(5) && state.People.TryGetValue(by, out var person) && state.SittingOf(person) is { } open ? open : Old(state);

    private Arrange Arrange(Session state, Confirmation? confirm)
    {
        var moves = Enumerable.Range(0, 1 + Upto(3)).Select(_ => new Move(
            OneIn(5) ? null : Of(state.Rooms.Keys),
            [.. Enumerable.Range(0, Upto(3)).Select(_ => Person(state))],
            OneIn(3) ? [Of(state.Parties.Keys)] : [])).ToImmutableArray();
        var sittings = state.People.Values
            .Where(p => p.Room is not null && !OneIn(60)).ToImmutableDictionary(p => p.Id, p => state.SittingOf(p)!.Value);
        return new(moves, new(sittings, state.Rooms.ToImmutableDictionary(r => r.Key, r => r.Value.Sitting)), confirm);
    }

    private (PersonId, CommandBody) GoHome(Session state)
    {
        var by = Someone(state, p => p.Room is not null);
        return (by, new GoHome(Sitting(state, by), OneIn(4)));
    }

    private (PersonId, CommandBody) Invitations(Session state)
    {
        if (state.Invites.Count > 0 && !OneIn(3))
        {
            var invite = Of(state.Invites.Values);
            var by = OneIn(6) ? Person(state) : invite.Person;
            return (by, OneIn(2) ? new DeclineInvite(invite.Id) : new AcceptInvite(invite.Id, OneIn(2)));
        }

        // invitations are for an open session
        if (state.Phase != Domain.Phase.Open && !OneIn(4))
        {
            return Phase(state);
        }

        // who stayed is not asked back: somebody goes home first
        if (!OneIn(6) && !state.People.Values.Any(p => p.WentHome))
        {
            return GoHome(state);
        }

        var left = state.People.Values.Where(p => p.WentHome).Select(p => p.Id).DefaultIfEmpty(Cast.Nobody);
        var id = Named.Invite($"{seed} {_made++}");
        var rooms = state.Rooms.Values.Where(room => OneIn(4) || (room.Kind is RoomKind.Joint or RoomKind.Caucus && !room.Closed));
        return (Someone(state, p => p.IsMediator), new MakeInvite(id, Of(left), Of(rooms.DefaultIfEmpty(state.RoomOfKind(RoomKind.Joint))).Id, null));
    }

    private (PersonId, CommandBody) Rooms(Session state)
    {
        var room = Of(state.Rooms.Values);
        var by = Someone(state, p => p.IsMediator);
        return (by, OneIn(2) ? new RenameRoom(room.Id, $"name {_made++}") : new CloseRoom(room.Id, room.Sitting, null));
    }

    private (PersonId, CommandBody) Remove(Session state)
    {
        var whom = Person(state);
        var spared = state.People.TryGetValue(whom, out var person) && person.Role is Role.Mediator or Role.Head && !OneIn(4);
        return OneIn(2)
            ? (Cast.Secretary, new RemovePerson(spared ? Cast.Nobody : whom, OneIn(2) ? "an order" : null))
            : (Someone(state, p => p.Holds(Authority.Appoint)), new RemovePerson(whom, null));
    }

    private (PersonId, CommandBody) Register(Session state)
    {
        var role = OneIn(3) ? Role.Mediator : Of(Enum.GetValues<Role>());
        PartyId? party = role is Role.Mediator or Role.NonParty or Role.Secretariat ? null : Of(state.Parties.Keys);
        return (Cast.Secretary, new RegisterPerson(Named.Person($"{seed} {_made++}"), $"somebody {_made}", role, party));
    }

    private static readonly Disclosure[] Disclosures = Enum.GetValues<Disclosure>();

    private Protocol Protocol() => Stage.Usual with
    {
        Disclosure = Of(Disclosures),
        CaucusNotice = Of(Enum.GetValues<CaucusNotice>()),
        JointBriefing = OneIn(2),
    };

    private (PersonId, CommandBody) Phase(Session state)
    {
        var to = state.Phase == Domain.Phase.Open && !OneIn(3) ? Domain.Phase.Adjourned : Of(Enum.GetValues<Phase>());
        to = state.Phase is Domain.Phase.Adjourned or Domain.Phase.Concluded ? Domain.Phase.Open : to;
        return (Someone(state, p => p.IsMediator), new ChangePhase(to, to == Domain.Phase.Concluded ? Outcome.Settled : null));
    }

    private (PersonId, CommandBody) Authorities(Session state)
    {
        var (whom, authority) = (Person(state), Of(Enum.GetValues<Authority>()));
        return Upto(4) switch
        {
            0 => (Cast.Secretary, new RecordCredentials(whom, [Authority.Appoint, authority])),
            1 => (Someone(state, p => p.Holds(Authority.Appoint)), new RevokeAuthority(whom, authority)),
            _ => (Someone(state, p => p.Holds(Authority.Appoint)), new GrantAuthority(whom, authority)),
        };
    }

    private (PersonId, CommandBody) Devices(Session state)
    {
        var device = state.Devices.Count == 0 ? Named.Device("none") : Of(state.Devices.Keys);
        return Upto(7) switch
        {
            0 or 1 => (Command.House, new OpenDevice(Named.Device($"{seed} {_made++}"), Person(state), "phone", OneIn(2))),
            2 => (OneIn(3) ? Person(state) : Of(state.People.Values.Where(p => p.Role is Role.Head or Role.Mediator)).Id,
                new ConfirmDevice(Of(state.Devices.Values.Where(d => d.Status == DeviceStatus.Pending).Select(d => d.Id).DefaultIfEmpty(device)))),
            3 => (OneIn(3) || !state.Devices.TryGetValue(device, out var own) ? Person(state) : own.Person, new RevokeDevice(device)),
            4 => (Command.House, new NoteMediators(!state.MediatorsAbsent)),
            5 => (Cast.Secretary, OneIn(2) ? new IssueInvitation(Person(state), Scene.Noon) : new RevokeInvitation(Person(state))),
            _ => (Command.House, new RedeemInvitation(Person(state))),
        };
    }
}
