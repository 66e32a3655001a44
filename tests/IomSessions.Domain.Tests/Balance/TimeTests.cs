using System.Collections.Immutable;
using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Balance;

public sealed class TimeTests
{
    [Fact]
    public void RM13_the_bench_sees_the_time_of_each_party_in_joint_in_caucus_and_waiting()
    {
        var clock = new Clocked(Agreed());
        clock.Do(0, Mediator, new ChangePhase(Phase.Open, null));
        clock.Move(60, new Move(clock.Scene.Joint.Id, [Mediator], [A, B]));
        var caucus = clock.Scene.Room("caucus");
        clock.Move(180, new Move(caucus, [Mediator], [A]));
        // B stays alone in the joint room, then goes home
        clock.Do(200, HeadB, new GoHome(clock.Scene.SittingOf(HeadB), true));
        clock.Move(500, new Move(null, [], [A]));
        Assert.Equal((PartyMode.Waiting, 120, 320, 60), clock.Of(A));
        Assert.Equal((PartyMode.Waiting, 140, 0, 360), clock.Of(B));
    }

    [Fact]
    public void RM13_a_mediators_visit_in_a_home_room_is_a_caucus()
    {
        var clock = new Clocked(Stage.Open());
        clock.Move(10, new Move(clock.Scene.Home(A), [Mediator], []));
        Assert.Equal(PartyMode.Caucus, clock.Of(A).Mode);
        Assert.Equal(PartyMode.Waiting, clock.Of(B).Mode);
    }

    [Fact]
    public void RM13_any_member_counts_for_his_party_and_a_caucus_before_the_joint_room()
    {
        var clock = new Clocked(Stage.Together());
        clock.Move(10, new Move(clock.Scene.Room("aside"), [CoMediator, CounselB], []));
        Assert.Equal(PartyMode.Joint, clock.Of(A).Mode);
        Assert.Equal(PartyMode.Caucus, clock.Of(B).Mode);
        clock.Move(20, new Move(null, [CounselB], []));
        Assert.Equal(PartyMode.Joint, clock.Of(B).Mode);
    }

    [Fact]
    public void RM13_of_three_parties_two_with_a_mediator_are_in_caucus_and_all_of_them_are_joint_in_any_room()
    {
        var clock = new Clocked(Stage.Open(third: true));
        var room = clock.Scene.Room("small");
        clock.Move(10, new Move(room, [Mediator], [A, B]));
        Assert.Equal((PartyMode.Caucus, PartyMode.Caucus, PartyMode.Waiting), (clock.Of(A).Mode, clock.Of(B).Mode, clock.Of(C).Mode));
        clock.Move(20, new Move(room, [], [C]));
        Assert.Equal((PartyMode.Joint, PartyMode.Joint, PartyMode.Joint), (clock.Of(A).Mode, clock.Of(B).Mode, clock.Of(C).Mode));
    }

    [Fact]
    public void RM13_adjourned_time_is_not_counted()
    {
        var clock = new Clocked(Agreed());
        clock.Do(0, Mediator, new ChangePhase(Phase.Open, null));
        clock.Do(30, Mediator, new ChangePhase(Phase.Adjourned, null));
        Assert.Equal((null, 0, 0, 30), clock.Of(A));
        clock.Do(10_000, Mediator, new ChangePhase(Phase.Open, null));
        clock.Do(10_007, Mediator, new ChangePhase(Phase.Concluded, Outcome.Settled));
        Assert.Equal((null, 0, 0, 37), clock.Of(A));
    }

    [Fact]
    public void RM13_it_is_told_to_the_bench_alone_at_each_change_and_at_no_other_time()
    {
        var clock = new Clocked(Stage.Open());
        var scene = clock.Scene;
        var told = clock.Move(10, new Move(scene.Joint.Id, [Mediator], [A, B])).Single(one => one.Body is TimeCounted);
        Assert.Equal(scene.State.Bench, told.Circle);
        Expect.None<TimeCounted>(scene.Done(HeadA, new Say(scene.SittingOf(HeadA), "words", "en")));
        Expect.None<TimeCounted>(scene.Done(CounselA, new GoHome(scene.SittingOf(CounselA), false)));
        Expect.None<TimeCounted>(scene.Done(Mediator, new MakeRoom(Named.Room("empty"), "Empty")));
    }

    [Fact]
    public void PE8_a_new_bench_is_told_the_time_so_far()
    {
        var clock = new Clocked(Stage.Together());
        var before = clock.Scene.State.Times!.At;
        clock.Do(3_600, Secretary, new RemovePerson(CoMediator, "the registrar"));
        var told = Assert.Single(clock.Scene.Told(clock.Scene.State.Bench).OfType<TimeCounted>());
        Assert.True(told.At > before);
        Assert.Equal(Shape.Of(clock.Scene.State.Times), Shape.Of(told));
    }

    [Fact]
    public void RM13_whole_seconds_are_told_and_a_clock_that_runs_back_takes_nothing_away()
    {
        var scene = Stage.Open();
        At(scene, Scene.Noon.AddHours(1).AddMilliseconds(999), new Move(scene.Joint.Id, [Mediator], [A, B]));
        Assert.Equal(0, scene.State.Times!.At.Ticks % TimeSpan.TicksPerSecond);
        var joint = scene.State.Times.Parties[0].Waiting;
        At(scene, Scene.Noon, new Move(null, [], [A, B]));
        Assert.All(scene.State.Times!.Parties, row => Assert.Equal((0, joint), (row.Joint, row.Waiting)));
    }

    [Fact]
    public void RM13_the_time_told_is_what_the_log_amounts_to_second_by_second() => History.ForAll(60, seed =>
    {
        var start = History.Start(seed).State.Times!;
        var (last, before) = (start.At, History.Start(seed).State);
        var sums = start.Parties.SelectMany(row => new[]
        {
            ((row.Party, PartyMode.Joint), row.Joint), ((row.Party, PartyMode.Caucus), row.Caucus), ((row.Party, PartyMode.Waiting), row.Waiting),
        }).ToDictionary(sum => sum.Item1, sum => sum.Item2);
        int Of(PartyId party, PartyMode mode) => sums.GetValueOrDefault((party, mode));
        foreach (var step in History.Of(seed, 80).Steps)
        {
            foreach (var party in before.Parties.Keys)
            {
                if (Mode(before, party) is { } mode)
                {
                    sums[(party, mode)] = Of(party, mode) + (int)(step.Command.At - last).TotalSeconds;
                }
            }

            (last, before) = (step.Command.At, step.After!);
            foreach (var row in step.Events.Select(one => one.Body).OfType<TimeCounted>().SelectMany(told => told.Parties))
            {
                Assert.Equal(Mode(step.After!, row.Party), row.Mode);
                Assert.Equal(
                    (Of(row.Party, PartyMode.Joint), Of(row.Party, PartyMode.Caucus), Of(row.Party, PartyMode.Waiting)),
                    (row.Joint, row.Caucus, row.Waiting));
            }
        }
    });

    private static Scene Agreed()
    {
        var scene = Stage.Gathered();
        scene.Agree(Stage.Usual);
        return scene;
    }

    [Fact]
    public void RM13_the_time_of_a_party_that_withdrew_is_not_counted_and_what_it_had_stands()
    {
        var scene = Stage.Open(third: true);
        At(scene, Scene.Noon.AddHours(1), new Move(scene.Joint.Id, [Mediator], [A, B]));
        var before = scene.State.Times!.Parties.Single(row => row.Party == B);
        scene.Done(HeadB, new GrantAuthority(HeadB, Authority.Withdraw));
        Assert.IsType<Decision.Accepted>(scene.Do(scene.Next(HeadB, new WithdrawParty(B)) with { At = Scene.Noon.AddHours(1).AddSeconds(50) }));
        At(scene, Scene.Noon.AddHours(2), new Move(null, [], [A]));
        Assert.Equal(before with { Mode = null, Caucus = before.Caucus + 50 }, scene.State.Times!.Parties.Single(row => row.Party == B));
    }

    // said once more, from the rule and not from the code
    private static PartyMode? Mode(Session state, PartyId party)
    {
        if (state.Phase != Phase.Open || state.Parties[party].Withdrawn)
        {
            return null;
        }

        var rooms = state.Rooms.Values.Select(room => (room.Kind, People: room.People.Select(id => state.People[id]).ToList()))
            .Where(room => room.People.Exists(p => p.Party == party)).ToList();
        bool With(List<Person> people, bool all) => people.Exists(p => p.Role == Role.Mediator)
            && state.TakingPart.All(one => people.Exists(p => p.Party == one)) == all;
        return rooms.Exists(room => With(room.People, false)) ? PartyMode.Caucus
            : rooms.Exists(room => room.Kind == RoomKind.Joint || With(room.People, true)) ? PartyMode.Joint
            : PartyMode.Waiting;
    }

    private static void At(Scene scene, DateTimeOffset now, Move move)
    {
        var command = scene.Next(Mediator, scene.Arrange(null, move));
        var decision = scene.Do(command with { At = now });
        if (decision is Decision.Refused { Refusal.Detail: RefusalDetail.Needs needs })
        {
            decision = scene.Do(scene.Next(Mediator, scene.Arrange(Scene.Confirm(needs.Consequences), move)) with { At = now });
        }

        Assert.IsType<Decision.Accepted>(decision);
    }

    /// <summary>A scene with a clock that is set by hand, in seconds from its beginning.</summary>
    private sealed class Clocked(Scene scene)
    {
        private static readonly DateTimeOffset Start = Domain.Tests.Scene.Noon.AddHours(1);

        public Scene Scene => scene;

        public ImmutableArray<Event> Do(int second, PersonId by, CommandBody body) =>
            Assert.IsType<Decision.Accepted>(scene.Do(scene.Next(by, body) with { At = Start.AddSeconds(second) })).Events;

        public ImmutableArray<Event> Move(int second, params Move[] moves)
        {
            var decision = scene.Do(scene.Next(Mediator, scene.Arrange(null, moves)) with { At = Start.AddSeconds(second) });
            return decision is Decision.Refused { Refusal.Detail: RefusalDetail.Needs needs }
                ? Do(second, Mediator, scene.Arrange(Domain.Tests.Scene.Confirm(needs.Consequences), moves))
                : Assert.IsType<Decision.Accepted>(decision).Events;
        }

        public (PartyMode? Mode, int Joint, int Caucus, int Waiting) Of(PartyId party)
        {
            var row = scene.State.Times!.Parties.Single(one => one.Party == party);
            return (row.Mode, row.Joint, row.Caucus, row.Waiting);
        }
    }
}
