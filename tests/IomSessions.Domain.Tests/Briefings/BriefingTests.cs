using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Briefings;

public sealed class BriefingTests
{
    private static readonly PersonId Newcomer = Named.Person("newcomer of A");
    private static readonly Protocol Jointly = Stage.Usual with { JointBriefing = true };

    [Fact]
    public void PE9_a_new_member_is_given_the_exact_words_of_a_sitting_of_his_party_and_who_sat_there()
    {
        var (scene, sitting) = AtHome();
        var told = scene.Done(HeadA, new Brief(Newcomer, sitting));
        var copy = Assert.Single(told, one => one.Body is BriefingOpened).Circle;
        Assert.True(scene.Reads(Newcomer, copy));
        var opened = Expect.One<BriefingOpened>(told);
        Assert.Equal((HeadA, Newcomer, sitting, RoomKind.Home), (opened.By, opened.Person, opened.Sitting, opened.Kind));
        Assert.Equal(scene.State.Circles[sitting].People, opened.People);
        var words = told.Select(one => one.Body).OfType<BriefingTold>().ToList();
        Assert.Equal(["We ask for nine.", "Seven will do.", "Sept suffira."], words.Select(one => one.Text));
        Assert.Equal([HeadA, CounselA, InterpreterA], words.Select(one => one.By));
        // where things stand in the copy: its first event is the opening
        Assert.Equal([null, 2, null], words.Select(one => one.ReplyTo));
        Assert.Equal([null, null, 3], words.Select(one => one.Renders));
        Assert.All(told.Where(one => one.Body is BriefingTold), one => Assert.Equal(copy, one.Circle));
    }

    [Fact]
    public void PE9_the_sitting_itself_is_opened_to_nobody()
    {
        var (scene, sitting) = AtHome();
        var members = scene.State.Circles[sitting].People;
        scene.Done(HeadA, new Brief(Newcomer, sitting));
        Assert.False(scene.Reads(Newcomer, sitting));
        Assert.Equal(members, scene.State.Circles[sitting].People);
    }

    [Fact]
    public void PE9_nobody_but_the_briefed_reads_the_copy()
    {
        var (scene, sitting) = AtHome();
        var copy = scene.Done(HeadA, new Brief(Newcomer, sitting))[0].Circle;
        Assert.All(scene.State.People.Keys.Where(id => id != Newcomer), id => Assert.False(scene.Reads(id, copy)));
    }

    [Fact]
    public void PE9_those_who_sat_there_are_told_who_was_briefed_and_by_whom_and_nobody_else_is()
    {
        var (scene, sitting) = AtHome(mediated: true);
        var told = scene.Done(HeadA, new Brief(Newcomer, sitting));
        var made = Assert.Single(told, one => one.Body is BriefingMade);
        Assert.Equal(new BriefingMade(HeadA, Newcomer, sitting, scene.Head(sitting)), made.Body);
        Assert.Equal(scene.State.Circles[sitting].People, scene.State.Circles[made.Circle].People);
        Assert.True(scene.Reads(Mediator, made.Circle));
        Assert.False(scene.Reads(HeadB, made.Circle) || scene.Reads(CoMediator, made.Circle) || scene.Reads(Secretary, made.Circle));
        Assert.All(told, one => Assert.Equal(CircleKind.Named, scene.State.Circles[one.Circle].Kind));
    }

    [Fact]
    public void PE9_it_takes_the_authority_and_having_sat_there()
    {
        var (scene, sitting) = AtHome();
        scene.Refused(Refusal.NotAuthorised, CounselA, new Brief(Newcomer, sitting));
        scene.Refused(Refusal.NotAuthorised, Mediator, new Brief(Newcomer, sitting));
        scene.Refused(Refusal.NotAuthorised, Secretary, new Brief(Newcomer, sitting));
        scene.Done(HeadA, new GrantAuthority(Newcomer, Authority.Brief));
        scene.Refused(Refusal.NotFound, Newcomer, new Brief(Newcomer, sitting));
        scene.Done(HeadB, new GrantAuthority(HeadB, Authority.Brief));
        scene.Refused(Refusal.NotFound, HeadB, new Brief(CounselB, sitting));
    }

    [Fact]
    public void PE9_only_somebody_of_the_own_party_who_is_admitted_and_did_not_sit_there_is_briefed_and_once()
    {
        var (scene, sitting) = AtHome();
        scene.Refused(Refusal.NotFound, HeadA, new Brief(HeadB, sitting));
        scene.Refused(Refusal.NotFound, HeadA, new Brief(Mediator, sitting));
        scene.Refused(Refusal.NotFound, HeadA, new Brief(Nobody, sitting));
        scene.Refused(Refusal.AlreadyDone, HeadA, new Brief(CounselA, sitting));
        scene.Arrive(Named.Person("in the lobby"), Role.Adviser, A);
        scene.Refused(Refusal.NotFound, HeadA, new Brief(Named.Person("in the lobby"), sitting));
        scene.Done(HeadA, new Brief(Newcomer, sitting));
        scene.Refused(Refusal.AlreadyDone, HeadA, new Brief(Newcomer, sitting));
    }

    [Fact]
    public void OP3_a_sitting_is_not_read_for_what_is_refused_anyway()
    {
        var (scene, sitting) = AtHome();
        Assert.Empty(scene.Next(HeadA, new Brief(CounselA, sitting)).Quotes);
        Assert.NotEmpty(scene.Next(HeadA, new Brief(Newcomer, sitting)).Quotes);
        scene.Done(HeadA, new Brief(Newcomer, sitting));
        Assert.Empty(scene.Next(HeadA, new Brief(Newcomer, sitting)).Quotes);
    }

    [Fact]
    public void PE9_a_sitting_that_is_not_over_is_not_copied_also_when_it_ends_while_it_is_asked_for()
    {
        var (scene, _) = AtHome();
        scene.Move(null, Mediator);
        var room = scene.Room("for two");
        scene.Move(room, HeadA, CounselA);
        var open = scene.SittingOf(HeadA);
        scene.Refused(Refusal.SittingOpen, HeadA, new Brief(Newcomer, open));
        var asked = scene.Next(HeadA, new Brief(Newcomer, open));
        scene.Move(null, CounselA);
        Assert.Equal(Refusal.SittingOpen, Assert.IsType<Decision.Refused>(scene.Do(asked)).Refusal);
        scene.Done(HeadA, new Brief(Newcomer, open));
    }

    [Fact]
    public void PE9_where_others_sat_it_is_not_copied()
    {
        var (scene, _) = AtHome();
        var together = Sat(scene, scene.Joint.Id, A, B);
        scene.Refused(Refusal.OthersSatThere, HeadA, new Brief(Newcomer, together));
        scene.Welcome(Guest, scene.Home(A));
        scene.Move(scene.Home(A), Guest);
        var guested = scene.SittingOf(HeadA);
        scene.Move(null, Guest);
        scene.Refused(Refusal.OthersSatThere, HeadA, new Brief(Newcomer, guested));
    }

    [Fact]
    public void PE9_an_interpreter_of_the_session_does_not_stand_in_the_way()
    {
        var (scene, _) = AtHome();
        scene.Move(scene.Room("elsewhere"), Newcomer);
        scene.Move(scene.Home(A), Interpreter);
        var interpreted = scene.SittingOf(HeadA);
        scene.Move(null, Interpreter);
        scene.Move(scene.Room("quiet"), HeadA);
        scene.Done(HeadA, new Brief(Newcomer, interpreted));
        Assert.True(scene.State.Circles[interpreted].People.Contains(Interpreter));
    }

    [Fact]
    public void PE9_joint_sittings_are_copied_when_the_protocol_allowed_it_all_the_time()
    {
        var (scene, _) = AtHome(Jointly);
        var together = Sat(scene, scene.Joint.Id, A, B);
        scene.Done(HeadA, new Brief(Newcomer, together));
        // tightening holds at once, loosening does not act backwards (SE2)
        var then = Sat(scene, scene.Joint.Id, A, B);
        scene.Propose(Stage.Usual);
        scene.Refused(Refusal.OthersSatThere, HeadA, new Brief(Newcomer, then));
        var meanwhile = Sat(scene, scene.Joint.Id, A, B);
        scene.Agree(Jointly);
        scene.Done(HeadA, new Brief(Newcomer, then));
        scene.Refused(Refusal.OthersSatThere, HeadA, new Brief(Newcomer, meanwhile));
    }

    [Fact]
    public void PE9_a_joint_sitting_in_which_the_protocol_was_tighter_for_a_while_is_not_copied()
    {
        var (scene, _) = AtHome(Jointly);
        scene.MoveParties(scene.Joint.Id, A, B);
        var sitting = scene.SittingOf(HeadA);
        scene.Propose(Stage.Usual);
        scene.Agree(Jointly);
        scene.MoveParties(null, A, B);
        scene.Refused(Refusal.OthersSatThere, HeadA, new Brief(Newcomer, sitting));
    }

    [Fact]
    public void PE9_what_others_said_in_caucus_is_never_copied_whatever_the_protocol_says()
    {
        var (scene, _) = AtHome(Jointly, third: true);
        var room = scene.Room("caucus of two");
        scene.Move(new Move(room, [Mediator, HeadA, HeadB], []));
        var caucus = scene.SittingOf(HeadA);
        scene.Move(null, HeadA, HeadB);
        scene.Refused(Refusal.OthersSatThere, HeadA, new Brief(Newcomer, caucus));
    }

    [Fact]
    public void PE9_a_party_that_withdrew_briefs_nobody_and_after_the_conclusion_nobody_is_briefed()
    {
        var (scene, sitting) = AtHome(third: true);
        scene.Withdraw(HeadA);
        scene.Refused(Refusal.PartyWithdrawn, HeadA, new Brief(Newcomer, sitting));
        (scene, sitting) = AtHome();
        scene.Done(Mediator, new ChangePhase(Phase.Adjourned, null));
        scene.Done(Mediator, new ChangePhase(Phase.Concluded, Outcome.Settled));
        scene.Refused(Refusal.WrongPhase, HeadA, new Brief(Newcomer, sitting));
    }

    [Fact]
    public void PE4_who_is_suspended_or_removed_reads_his_copy_no_more()
    {
        var (scene, sitting) = AtHome();
        var copy = scene.Done(HeadA, new Brief(Newcomer, sitting))[0].Circle;
        scene.Done(Mediator, new SuspendPerson(Newcomer));
        Assert.False(scene.Reads(Newcomer, copy));
        scene.Done(Mediator, new AdmitPeople([Newcomer]));
        Assert.True(scene.Reads(Newcomer, copy));
        scene.Done(HeadA, new RemovePerson(Newcomer, null));
        Assert.False(scene.Reads(Newcomer, copy));
    }

    [Fact]
    public void OP3_more_than_a_briefing_may_copy_is_refused()
    {
        var (scene, sitting) = AtHome();
        var asked = scene.Next(HeadA, new Brief(Newcomer, sitting));
        var many = asked with { Quotes = [.. Enumerable.Repeat(asked.Quotes[^1], Limits.EventsCopied), .. asked.Quotes] };
        Assert.Equal(Refusal.TooMany, Assert.IsType<Decision.Refused>(scene.Do(many)).Refusal);
    }

    // A party spoke among itself in its own room before somebody new came to it.
    private static (Scene Scene, CircleId Sitting) AtHome(Protocol? protocol = null, bool third = false, bool mediated = false)
    {
        var scene = Stage.Open(third, protocol);
        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Brief));
        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Speak));
        scene.Done(HeadA, new GrantAuthority(CounselA, Authority.Speak));
        scene.Arrive(Newcomer, Role.Adviser, A);
        if (mediated)
        {
            scene.Move(scene.Home(A), Mediator);
        }

        var sitting = scene.SittingOf(HeadA);
        scene.Done(HeadA, new Say(sitting, "We ask for nine.", "en"));
        scene.Done(CounselA, new Say(sitting, "Seven will do.", "en", ReplyTo: 2));
        scene.Done(Mediator, new AdmitPeople([Newcomer]));
        scene.Done(InterpreterA, new Render(sitting, 3, "Sept suffira.", "fr"));
        return (scene, sitting);
    }

    // parties sit together for a while
    private static CircleId Sat(Scene scene, RoomId room, params PartyId[] parties)
    {
        scene.MoveParties(room, parties);
        scene.Move(null, Newcomer);
        var sitting = scene.SittingOf(HeadA);
        scene.MoveParties(null, parties);
        return sitting;
    }
}
