using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Laws;

/// <summary>mayRead against an oracle that knows nothing of the state: it reads the log from the beginning, every time.</summary>
public sealed class AccessLaws
{
    [Fact]
    public void SI4_mayRead_is_the_table_of_circles_on_long_histories() => History.ForAll(60, seed =>
    {
        var scene = Stage.Open(third: seed % 2 == 0, name: $"access {seed}");
        for (var part = 0; part < 6; part++)
        {
            History.Of((seed * 7) + part, 15, scene);
            Compare(scene);
        }
    });

    [Fact]
    public void SI4_mayRead_is_the_table_of_circles_at_every_step_of_small_sessions() => History.ForAll(400, seed =>
    {
        var scene = new Scene($"small {seed}");
        scene.Done(Command.House, Stage.Preparation);
        scene.Done(Secretary, new AddParty(A, "A"));
        scene.Done(Secretary, new AddParty(B, "B"));
        scene.Arrive(Mediator, Role.Mediator);
        scene.Arrive(HeadA, Role.Head, A);
        scene.Arrive(HeadB, Role.Head, B);
        scene.Propose(Stage.Usual);
        scene.Done(Mediator, new AdmitPeople([HeadA, HeadB]));
        scene.Done(Mediator, new ChangePhase(Phase.Open, null));
        for (var i = 0; i < 12; i++)
        {
            History.Of((seed * 31) + i, 1, scene);
            Compare(scene);
        }
    });

    [Fact]
    public void DL6_within_one_epoch_of_access_nobodys_right_to_an_old_circle_changes() => History.ForAll(60, seed =>
    {
        var scene = Stage.Open(third: seed % 2 == 0, name: $"epoch {seed}");
        for (var i = 0; i < 60; i++)
        {
            var (before, circles) = (scene.State, scene.State.Circles.Keys.ToList());
            History.Of((seed * 61) + i, 1, scene);
            if (scene.State.AccessEpoch == before.AccessEpoch)
            {
                foreach (var person in scene.State.People.Keys)
                {
                    Assert.All(circles, circle => Assert.Equal(Access.MayRead(person, circle, before), scene.Reads(person, circle)));
                }
            }
        }
    });

    [Fact]
    public void RM10_whoever_has_the_same_outlook_sees_the_same_others() => History.ForAll(40, seed =>
    {
        var scene = Stage.Open(third: seed % 2 == 0, name: $"outlook {seed}");
        History.Of(seed * 11, 40, scene);
        var people = scene.State.People.Values.ToList();
        foreach (var alike in people.GroupBy(Access.OutlookOf))
        {
            foreach (var other in people)
            {
                var answers = alike.Where(viewer => viewer.Id != other.Id).Select(viewer => Access.MaySeePresence(viewer, other)).Distinct();
                Assert.True(answers.Count() < 2, $"{other.Id} is seen by one and not by another of the same outlook");
            }
        }
    });

    private static void Compare(Scene scene)
    {
        foreach (var person in scene.State.People.Keys.Append(Nobody).Append(Command.House))
        {
            foreach (var circle in scene.State.Circles.Keys.Append(Named.Circle("unknown")))
            {
                Assert.Equal(Oracle(scene.Log, person, circle), scene.Reads(person, circle));
            }
        }
    }

    private static bool Oracle(List<Event> log, PersonId person, CircleId circle)
    {
        var self = log.Select(told => told.Body).OfType<SelfOpened>().FirstOrDefault(body => body.Person == person);
        var opened = log.FirstOrDefault(told => told.Circle == circle)?.Body;
        var coming = log.Select(told => told.Body).LastOrDefault(body => body switch
        {
            PersonAdmitted told => told.Person == person,
            PersonSuspended told => told.Person == person,
            PersonRemoved told => told.Person == person,
            _ => false,
        });
        if (self is null || opened is null || coming is PersonRemoved)
        {
            return false;
        }

        return opened switch
        {
            SelfOpened own => own.Person == person,
            _ when coming is not PersonAdmitted => false,
            SessionPrepared => true,
            RegistryOpened => self.Role is Role.Secretariat or Role.Mediator,
            DelegationOpened of => self.Party == of.Party,
            // who was a mediator of the session when this bench began
            BenchOpened => MediatorsAt(log, log.FindIndex(told => told.Circle == circle)).Contains(person),
            // not by the table's own word but by who had gone when it opened
            TableOpened => self.Role == Role.Mediator || (self.Party is { } party && !GoneAt(log, log.FindIndex(told => told.Circle == circle)).Contains(party)),
            FeedOpened => true,
            // not by the sitting's own word but by the floor's: where he was placed when it began
            SittingOpened => SatIn(log, circle).Contains(person),
            // those who sat where it was said, and nobody else
            Rendered rendered => SatIn(log, rendered.Sitting).Contains(person),
            // whom its first event names
            DraftOpened draft => draft.People.Contains(person),
            RemarksOpened remarks => remarks.People.Contains(person),
            BriefingMade made => SatIn(log, made.Sitting).Contains(person),
            // whoever is briefed, alone
            BriefingOpened copy => copy.Person == person,
            _ => false,
        };
    }

    private static Company SatIn(List<Event> log, CircleId sitting) => log.Select(told => told.Body).OfType<FloorChanged>()
        .SelectMany(floor => floor.Rooms).Single(row => row.Sitting == sitting).People;

    private static HashSet<PartyId> GoneAt(List<Event> log, int end)
    {
        var gone = new HashSet<PartyId>();
        foreach (var body in log.Take(end).Select(told => told.Body))
        {
            _ = body is PartyWithdrawn went ? gone.Add(went.Party) : body is PartyAdded came && gone.Remove(came.Party);
        }

        return gone;
    }

    private static HashSet<PersonId> MediatorsAt(List<Event> log, int end)
    {
        var mediators = new HashSet<PersonId>();
        foreach (var body in log.Take(end).Select(told => told.Body))
        {
            if (body is PersonAnnounced { Role: Role.Mediator } come)
            {
                mediators.Add(come.Person);
            }
            else if (body is PersonLeft or PersonSuspended)
            {
                mediators.Remove(body is PersonLeft left ? left.Person : ((PersonSuspended)body).Person);
            }
        }

        return mediators;
    }
}
