using System.Runtime.CompilerServices;

namespace IomSessions.Domain.Tests.Laws;

/// <summary>Every event reaches exactly one circle, and its body is fit for every member of it.</summary>
public sealed class CircleLaws
{
    [Fact]
    public void An_event_reaches_a_circle_that_is_there_or_that_it_opens() => ForEvents((told, before, after) =>
    {
        var opens = told.Body is SessionPrepared or RegistryOpened or DelegationOpened or SelfOpened or BenchOpened or SittingOpened or DraftOpened or RemarksOpened or TableOpened or FeedOpened
            || (told.Body is Rendered or BriefingOpened or BriefingMade && !before.Circles.ContainsKey(told.Circle));
        Assert.Equal(!opens, before.Circles.ContainsKey(told.Circle));
        Assert.True(opens || !before.Circles[told.Circle].Ended || told.Body is BriefingTold);
        Assert.True(after.Circles.ContainsKey(told.Circle));
        Assert.True(after.Circles[told.Circle].Kind != CircleKind.Named || ((opens || told.Body is BriefingTold) && after.Circles[told.Circle].Ended));
    });

    [Fact]
    public void PE9_a_copy_is_told_all_of_it_in_one_append_and_never_more() => History.ForAll(100, seed =>
    {
        var copies = new HashSet<CircleId>();
        foreach (var step in History.Of(seed, 80).Steps)
        {
            var opened = step.Events.Where(told => told.Body is BriefingOpened).Select(told => told.Circle).ToHashSet();
            Assert.All(step.Events.Where(told => told.Body is BriefingTold), told => Assert.Contains(told.Circle, opened));
            Assert.DoesNotContain(step.Events, told => copies.Contains(told.Circle));
            copies.UnionWith(opened);
        }
    });

    [Fact]
    public void An_event_is_of_a_kind_that_its_circle_carries() => ForEvents((told, _, after) =>
        Assert.True(Carries(after.Circles[told.Circle].Kind, told.Body), $"{told.Body.GetType().Name} in {after.Circles[told.Circle].Kind}"));

    [Fact]
    public void RM10_an_event_names_only_people_and_rooms_that_its_readers_may_know() => ForEvents((told, _, after) =>
    {
        var circle = after.Circles[told.Circle];
        var (people, rooms, circles) = (
            Shape.Find<PersonId>(told.Body).ToList(), Shape.Find<RoomId>(told.Body).ToList(), Shape.Find<CircleId>(told.Body).ToList());
        switch (circle.Kind)
        {
            case CircleKind.Sitting:
                Assert.All(people, id => Assert.True(circle.People.Contains(id) || told.Body is Knocked or KnockAnswered));
                Assert.All(rooms, id => Assert.Equal(circle.Room, id));
                Assert.All(circles, id => Assert.Equal(told.Circle, id));
                break;
            case CircleKind.Draft:
                Assert.All(people, id => Assert.Contains(id, circle.People));
                Assert.True(rooms.Count == 0 && circles.Count == 0);
                break;
            case CircleKind.Remarks:
                Assert.All(people, id => Assert.Contains(id, circle.People));
                Assert.Empty(rooms);
                // whoever reads remarks has the draft that they are about
                Assert.All(circles, id => Assert.Equal(circle.TextOf, id));
                Assert.All(circle.People, id => Assert.Contains(id, after.Circles[circle.TextOf!.Value].People));
                break;
            case CircleKind.Named when told.Body is BriefingOpened or BriefingTold:
                // a copy names those who sat there, whom the hall has announced
                Assert.Empty(rooms);
                Assert.All(people, id => Assert.True(circle.People.Contains(id) || after.Circles[circle.CopyOf!.Value].People.Contains(id)));
                Assert.All(circles, id => Assert.Equal(circle.CopyOf, id));
                break;
            case CircleKind.Named when told.Body is BriefingMade made:
                Assert.Equal(made.Sitting, Assert.Single(circles));
                Assert.Equal(after.Circles[made.Sitting].People, circle.People);
                Assert.All(people, id => Assert.True(circle.People.Contains(id) || id == made.Person));
                break;
            case CircleKind.Named:
                Assert.All(people, id => Assert.Contains(id, circle.People));
                Assert.Empty(rooms);
                Assert.All(circles, id => Assert.Equal(circle.People, after.Circles[id].People));
                break;
            case CircleKind.Hall:
                Assert.True(rooms.Count == 0 && circles.Count == 0);
                Assert.True(people.Count == 0 || told.Body is PersonAnnounced or SettlementAttested or PersonLeft or MediatorProposed or MediatorConsented or WordSent
                    or InterpreterAssigned or CompanionAnnounced
                    or ConsentGiven or ConsentWithdrawn or ObjectionMade or ObjectionWithdrawn or ObjectionDecided or GuestItemsSet);
                break;
            case CircleKind.Table:
                Assert.True(rooms.Count == 0 && circles.Count == 0);
                Assert.True(people.Count == 0 || told.Body is StatementWritten or ClearancesChanged or SettlementSigned or SettlementVoided);
                break;
            case CircleKind.Public:
                Assert.True(people.Count == 0 && rooms.Count == 0 && circles.Count == 0 && !Shape.Find<PartyId>(told.Body).Any());
                break;
            case CircleKind.Registry:
                Assert.True(rooms.Count == 0 && circles.Count == 0);
                break;
            case CircleKind.Party when told.Body is ReleaseMade made:
                // a delegation is told what became of its own words: where they stand for those who sat there, and who received them
                Assert.Equal(circle.Party, made.Source);
                Assert.Equal([made.Sitting], circles);
                Assert.Equal(made.People.Append(made.By).Order(ById), people.Order(ById));
                break;
            case CircleKind.Party:
                Assert.True(rooms.Count == 0 && circles.Count == 0);
                Assert.All(people, id => Assert.True(circle.Party == after.People[id].Party || (told.Body is WordSent { By: var by } && by == id) || told.Body is ObjectionReasoned or StatementWritten));
                break;
            case CircleKind.Person:
                var self = after.People[circle.Person!.Value];
                Assert.True(rooms.Count == 0 || told.Body is InviteMade);
                Assert.Empty(circles);
                Assert.All(people, id => Assert.True(
                    id == self.Id || (self.Party is not null && after.People[id].Party == self.Party)
                    || (told.Body is DeviceConfirmed { By: var by } && by == id)
                    || (told.Body is CallClaimed or WordSent && after.People[id].IsMediator) || told.Body is StatementWritten));
                break;
        }
    });

    [Fact]
    public void SI3_a_file_is_told_once_and_belongs_to_the_circle_of_that_event() => History.ForAll(80, seed =>
    {
        var (scene, _) = History.Of(seed, 80);
        var told = scene.Log.SelectMany(e => e.Body is Said { Files: { } files } said ? files.Select(file => (file, said.By, e.Circle)) : []).ToList();
        Assert.Equal(told.Count, scene.State.Files.Count);
        Assert.All(told, one => Assert.Equal(new FilePlace(one.Circle, one.By, one.file.Size), scene.State.Files[one.file.File]));
    });

    [Fact]
    public void SI1_a_sitting_opens_once_with_the_people_of_the_floor() => History.ForAll(80, seed =>
    {
        foreach (var step in History.Of(seed, 60).Steps)
        {
            var rows = step.Events.Select(told => told.Body).OfType<FloorChanged>().SelectMany(floor => floor.Rooms)
                .Where(row => row.Sitting is not null).Select(row => (row.Sitting!.Value, row.Room, row.Name, row.Kind, row.People));
            var opened = step.Events.Where(told => told.Body is SittingOpened).Select(told => (told, (SittingOpened)told.Body))
                .Select(o => (o.told.Circle, o.Item2.Room, o.Item2.Name, o.Item2.Kind, o.Item2.People));
            Assert.Equal(rows, opened);
            Assert.True(step.Events.Count(told => told.Body is FloorChanged) <= 1);
        }
    });

    [Fact]
    public void PE8_a_bench_opens_with_the_floor_as_it_is() => ForEvents((told, _, after) =>
    {
        if (told.Body is BenchOpened bench)
        {
            Floors.AreAs(after, bench.Floor);
        }
    });

    [Fact]
    public void A_bench_that_follows_its_events_knows_the_floor() => History.ForAll(80, seed =>
    {
        var (scene, _) = History.Of(seed, 80);
        var floor = new Dictionary<RoomId, RoomOnFloor>();
        foreach (var body in scene.Told(scene.State.Bench))
        {
            switch (body)
            {
                case BenchOpened opened: floor = opened.Floor.ToDictionary(row => row.Room); break;
                case RoomMade made: floor[made.Room] = new(made.Room, made.Kind, made.Name, made.Party, null, Company.Nobody); break;
                case RoomRenamed named: floor[named.Room] = floor[named.Room] with { Name = named.Name }; break;
                case RoomClosed closed: floor.Remove(closed.Room); break;
                case FloorChanged changed: changed.Rooms.ToList().ForEach(row => floor[row.Room] = row); break;
            }
        }

        Floors.AreAs(scene.State, [.. floor.Values]);
    });

    [Fact]
    public void Evolve_and_decide_know_every_case()
    {
        var (missing, state) = (new List<string>(), Stage.Open().State);
        foreach (var type in typeof(EventBody).Assembly.GetTypes().Where(t => !t.IsAbstract))
        {
            try
            {
                if (type.IsSubclassOf(typeof(EventBody)))
                {
                    Evolution.Apply(state, new Event(state.Hall, (EventBody)RuntimeHelpers.GetUninitializedObject(type)));
                }
                else if (type.IsSubclassOf(typeof(CommandBody)))
                {
                    var body = (CommandBody)RuntimeHelpers.GetUninitializedObject(type);
                    Decider.Decide(state, new(new(Guid.Empty), Cast.Mediator, Scene.Noon, Named.Seed("x"), body));
                    Decider.Decide(state, new(new(Guid.Empty), Command.House, Scene.Noon, Named.Seed("x"), body));
                }
            }
            catch (System.Diagnostics.UnreachableException)
            {
                missing.Add(type.Name);
            }
            catch (Exception empty) when (type.IsSubclassOf(typeof(EventBody)) && empty is NullReferenceException
                or KeyNotFoundException or ArgumentNullException or InvalidOperationException)
            {
                // an empty body of a case that is handled
            }
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void OP3_an_empty_command_is_refused_and_throws_nothing()
    {
        var state = Stage.Open().State;
        foreach (var type in typeof(CommandBody).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CommandBody))))
        {
            var body = (CommandBody)RuntimeHelpers.GetUninitializedObject(type);
            foreach (var by in state.People.Keys.Append(Cast.Nobody).Append(Command.House))
            {
                var decision = Decider.Decide(state, new(new(Guid.Empty), by, Scene.Noon, Named.Seed("x"), body));
                Assert.True(decision is Decision.Refused or Decision.Accepted { Events.Length: <= 1 }, type.Name);
            }
        }
    }

    [Fact]
    public void The_histories_reach_every_kind_of_event()
    {
        var told = new HashSet<Type>();
        var all = typeof(EventBody).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(EventBody))).ToList();
        for (var seed = 0; seed < 3_000 && told.Count < all.Count; seed++)
        {
            // now and then a long one: some things take many others before them
            told.UnionWith(History.Of(seed, seed % 8 == 7 ? 400 : 80).Scene.Log.Select(e => e.Body.GetType()));
        }

        var never = all.Except(told).Select(type => type.Name).ToList();
        Assert.Empty(never);
        var steps = Enumerable.Range(0, 30).SelectMany(seed => History.Of(seed, 80).Steps).ToList();
        Assert.InRange(steps.Count(step => step.Decision is Decision.Accepted), steps.Count * 0.4, steps.Count * 0.9);
    }

    private static readonly Comparer<PersonId> ById = Comparer<PersonId>.Create((one, other) => one.Value.CompareTo(other.Value));

    private static bool Carries(CircleKind kind, EventBody body) => kind switch
    {
        CircleKind.Hall => body is SessionPrepared or PhaseChanged or MeetingSet or MeetingCancelled or ProtocolProposed or ProtocolAccepted or PartyAdded or PartyProposed or PartyRetracted or PartyWithdrawn
            or ConsentGiven or ConsentWithdrawn or ObjectionMade or ObjectionWithdrawn or ObjectionDecided or GuestItemsSet
            or PersonAnnounced or PersonLeft or MediatorProposed or MediatorConsented or CaucusBegan or CaucusEnded or CaucusesHeld
            or SettlementConcluded or SettlementAttested or MediatorsAbsent or MediatorsBack or WordSent or InterpreterAssigned or CompanionAnnounced or CompanionLeft,
        CircleKind.Registry => body is RegistryOpened or PersonRegistered or InvitationIssued or InvitationRevoked
            or InvitationRedeemed or UndertakingGiven or PersonAdmitted or PersonSuspended or PersonRemoved or AuthoritiesSet
            or CompanionDeclared or CompanionEnded,
        CircleKind.Person => body is SelfOpened or UndertakingGiven or PersonAdmitted or PersonSuspended or AuthoritiesSet
            or DelegationListed or DeviceOpened or DevicePending or DeviceConfirmed or DeviceRevoked
            or InviteMade or InviteAccepted or InviteDeclined or InviteLapsed or CallMade or CallClaimed or CallEnded or WordSent or Released
            or CompanionDeclared or CompanionEnded or MeetingSet or MeetingCancelled or PositionWithdrawn or ProposalStandingChanged or StatementWritten or ClearancesChanged or StatementDropped or StatementPublished,
        CircleKind.Table => body is TableOpened or SettlementPut or SettlementSigned or SettlementVoided or ResultStated or ResultVoided or IssueSet or IssueStatusSet or AgreementsChanged or PositionShown { Level: PositionLevel.Joint, Parties: null } or PositionWithdrawn or StatementWritten or ClearancesChanged or StatementScheduled or StatementHeld or StatementDropped or StatementPublished,
        CircleKind.Public => body is FeedOpened or ItemPublished,
        CircleKind.Party => body is PartyProposalWritten or PartyProposalHeld or PartyProposalConveyed or PartyProposalAnswered or ProposalStandingChanged or ProposalOffered or OfferAnswered or OfferEnded or ProposalMade or ProposalAnswered or ProposalEnded or PositionTaken or RaiseHeld or RaiseRecalled or PositionRaised or PositionWithdrawn or PositionShown { Level: PositionLevel.Disclosed, Parties: null } or StatementWritten or ClearancesChanged or StatementDropped or StatementPublished or DelegationOpened or Said or AuthoritiesSet or WordSent or Released or ReleaseMade or ObjectionReasoned,
        CircleKind.Bench => body is BenchOpened or RoomMade or RoomRenamed or RoomClosed or FloorChanged or WentHome or Said
            or InviteMade or InviteConfirmed or InviteAccepted or InviteDeclined or InviteLapsed
            or DevicePending or DeviceConfirmed or DeviceRevoked or GuestRoomsSet or ObjectionReasoned or FloorBefore or ArrangementSaved or ArrangementForgotten or TimeCounted
            or CallMade or CallClaimed or CallEnded or WordSent or DeadlineSet or DeadlineNear or RecallAnnounced or RecallCalledOff or TurnsSet or Knocked or KnockAnswered
            or Released or ReleaseMade or PositionShown { Level: PositionLevel.Confided or PositionLevel.Disclosed } or PositionWithdrawn
            or PartyProposalHeld or ProposalStandingChanged or ProposalOffered or OfferEnded or ProposalMade or ProposalEnded or AnswersOpened,
        CircleKind.Sitting => body is SittingOpened or Said or RoomRenamed or DeadlineSet or DeadlineNear or RecallAnnounced or RecallCalledOff or TurnsSet or HandRaised
            or FloorGiven or Knocked or KnockAnswered or LinkSet or Rendered,
        CircleKind.Named => body is Rendered or BriefingOpened or BriefingTold or BriefingMade,
        CircleKind.Draft => body is DraftOpened or VersionText or VersionFrozen or VersionReleased or VersionMarkedClean or WordingAgreed or DraftEnded,
        CircleKind.Remarks => body is RemarksOpened or CommentMade or CommentAnswered or CommentClosed,
        _ => false,
    };

    private static void ForEvents(Action<Event, Session, Session> law) => History.ForAll(100, seed =>
    {
        foreach (var step in History.Of(seed, 70).Steps.Where(step => step.Events.Count > 0))
        {
            var before = step.Before!;
            foreach (var told in step.Events)
            {
                var after = Evolution.Apply(before, told);
                law(told, before, after);
                before = after;
            }
        }
    });
}
