using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.People;

public sealed class EntryTests
{
    [Fact]
    public void PE3_nothing_but_the_undertaking_is_open_to_somebody_who_has_not_given_it()
    {
        var scene = Stage.Registered();
        scene.Refused(Refusal.NotAdmitted, HeadA, new SayInDelegation("hello", "en"));
        scene.Refused(Refusal.NotAdmitted, HeadA, new GoHome(Named.Circle("any"), false));
        Assert.False(scene.Reads(HeadA, scene.State.Hall));
        Assert.True(scene.Reads(HeadA, scene.Person(HeadA).Circle));
    }

    [Fact]
    public void PE3_the_undertaking_leads_to_the_lobby_where_one_sees_ones_own_delegation_only()
    {
        var scene = Stage.Registered();
        var events = scene.Done(HeadA, new GiveUndertaking("2026-1"));
        Assert.Equal(PersonStatus.Lobby, scene.Person(HeadA).Status);
        var listed = Expect.One<DelegationListed>(events);
        Assert.Equal(Company.Of(HeadA, CounselA, InterpreterA), Company.Of(listed.People.Select(member => member.Person)));
        Assert.False(scene.Reads(HeadA, scene.State.Hall));
        Assert.False(scene.Reads(HeadA, scene.State.Parties[A].Circle));
        scene.Refused(Refusal.NotAdmitted, HeadA, new SayInDelegation("hello", "en"));
        scene.Refused(Refusal.AlreadyDone, HeadA, new GiveUndertaking("2026-1"));
    }

    [Fact]
    public void PE3_presence_in_the_lobby_is_that_of_ones_own_delegation_in_the_lobby()
    {
        var scene = Stage.Registered();
        foreach (var person in new[] { HeadA, CounselA, HeadB, Guest, Interpreter })
        {
            scene.Done(person, new GiveUndertaking("2026-1"));
        }

        Assert.True(Access.MaySeePresence(scene.Person(HeadA), scene.Person(CounselA)));
        Assert.False(Access.MaySeePresence(scene.Person(HeadA), scene.Person(HeadB)));
        Assert.False(Access.MaySeePresence(scene.Person(Guest), scene.Person(Interpreter)));
    }

    [Fact]
    public void PE3_somebody_registered_later_appears_to_his_delegation_in_the_lobby()
    {
        var scene = Stage.Registered();
        scene.Done(HeadA, new GiveUndertaking("2026-1"));
        var events = scene.Done(Secretary, new RegisterPerson(Nobody, "New counsel", Role.Counsel, A));
        var told = Assert.Single(events, e => e.Body is DelegationListed);
        Assert.Equal(scene.Person(HeadA).Circle, told.Circle);
        Assert.Contains(((DelegationListed)told.Body).People, member => member.Person == Nobody);
        var gone = scene.Done(Secretary, new RemovePerson(Nobody, "State A, 2 March"));
        Assert.DoesNotContain(Expect.One<DelegationListed>(gone).People, member => member.Person == Nobody);
    }

    [Fact]
    public void PE3_a_mediator_admits_and_the_admitted_sit_at_home()
    {
        var scene = Stage.Registered();
        scene.Done(Mediator, new GiveUndertaking("2026-1"));
        scene.Done(HeadA, new GiveUndertaking("2026-1"));
        scene.Done(Guest, new GiveUndertaking("2026-1"));
        scene.Refused(Refusal.NotAllowed, Secretary, new AdmitPeople([HeadA]));
        scene.Refused(Refusal.NeedsUndertaking, Mediator, new AdmitPeople([HeadA, HeadB]));
        scene.Refused(Refusal.NotFound, Mediator, new AdmitPeople([HeadA, Nobody]));
        scene.Refused(Refusal.Invalid, Mediator, new AdmitPeople([]));
        scene.Refused(Refusal.Invalid, Mediator, new AdmitPeople(default));
        scene.Done(Mediator, new AdmitPeople([HeadA, Guest, HeadA]));
        Assert.Equal(scene.Home(A), scene.Person(HeadA).Room);
        Assert.Equal(RoomKind.Waiting, scene.RoomOf(Guest).Kind);
        Assert.Empty(scene.Done(Mediator, new AdmitPeople([HeadA])));
    }

    [Fact]
    public void PE3_a_new_person_is_announced_in_hall_before_he_is_admitted()
    {
        var scene = Stage.Open();
        var events = scene.Done(Secretary, new RegisterPerson(Nobody, "New expert", Role.Expert, B));
        Assert.Contains(events, told => told.Circle == scene.State.Hall && told.Body is PersonAnnounced { Person: var id } && id == Nobody);
        Assert.Equal(PersonStatus.Invited, scene.Person(Nobody).Status);
    }

    [Fact]
    public void PE3_mediators_and_secretariat_are_let_in_by_their_appointment()
    {
        var scene = Stage.Registered();
        scene.Register(Nobody, Role.Secretariat);
        scene.Done(Mediator, new GiveUndertaking("2026-1"));
        scene.Done(Nobody, new GiveUndertaking("2026-1"));
        Assert.Equal(RoomKind.Mediators, scene.RoomOf(Mediator).Kind);
        Assert.Equal(PersonStatus.Admitted, scene.Person(Nobody).Status);
        Assert.Null(scene.Person(Nobody).Room);
    }

    [Theory]
    [InlineData(Role.Head, false)]
    [InlineData(Role.Expert, false)]
    [InlineData(Role.Mediator, true)]
    [InlineData(Role.NonParty, true)]
    [InlineData(Role.Secretariat, true)]
    [InlineData((Role)77, false)]
    public void PE1_a_role_fits_its_side(Role role, bool withParty) =>
        Stage.Registered().Refused(Refusal.Invalid, Secretary, new RegisterPerson(Nobody, "N", role, withParty ? A : null));

    [Fact]
    public void PE1_only_the_secretariat_registers_and_only_what_is_well_formed()
    {
        var scene = Stage.Registered();
        var fine = new RegisterPerson(Nobody, "N", Role.Expert, A);
        scene.Done(Mediator, new GiveUndertaking("2026-1"));
        scene.Refused(Refusal.NotAllowed, Mediator, fine);
        scene.Refused(Refusal.NotFound, Nobody, fine);
        scene.Refused(Refusal.Invalid, Secretary, fine with { Party = C });
        scene.Refused(Refusal.Invalid, Secretary, fine with { Person = HeadA });
        scene.Refused(Refusal.Invalid, Secretary, fine with { Person = Command.House });
        scene.Refused(Refusal.Invalid, Secretary, fine with { Name = new string('x', Limits.NameLength + 1) });
        scene.Refused(Refusal.Invalid, Secretary, fine with { Name = "\udc00" });
        scene.Refused(Refusal.Invalid, Secretary, fine with { Name = null! });
        scene.Refused(Refusal.Invalid, Secretary, new AddParty(A, "again"));
        scene.Refused(Refusal.Invalid, Secretary, new AddParty(C, "\t"));
        scene.Refused(Refusal.NotAllowed, Mediator, new AddParty(C, "C"));
    }

    [Fact]
    public void OP3_a_session_takes_so_many_parties_and_people()
    {
        var scene = Stage.Prepared();
        for (var i = 0; i < Limits.Parties; i++)
        {
            scene.Done(Secretary, new AddParty(Named.Party($"party {i}"), "P"));
        }

        scene.Refused(Refusal.TooMany, Secretary, new AddParty(C, "C"));
        for (var i = 1; i < Limits.People; i++)
        {
            scene.Done(Secretary, new RegisterPerson(Named.Person($"person {i}"), "N", Role.NonParty, null));
        }

        scene.Refused(Refusal.TooMany, Secretary, new RegisterPerson(Nobody, "N", Role.NonParty, null));
    }
}
