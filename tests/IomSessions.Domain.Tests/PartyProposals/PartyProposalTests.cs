using IomSessions.Domain.Tests.Positions;
using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.PartyProposals;

/// <summary>A proposal from one party to others, by way of the mediators (PR1 to PR3).</summary>
public sealed class PartyProposalTests
{
    private const string Words = "We pay half, by June.";
    private static readonly string Digest = MediatorsProposal.DigestOf("en", Words, [new(Bargaining.Money, "750000")]);

    [Fact]
    public void PR1_what_is_written_is_known_to_the_own_delegation_alone()
    {
        var scene = Begun();
        var told = Assert.Single(scene.Done(HeadA, Write("half")));
        Assert.Equal(scene.State.Parties[A].Circle, told.Circle);
        scene.Refused(Refusal.NotAuthorised, CounselA, Write("other"));
        scene.Refused(Refusal.NotAllowed, Mediator, Write("other"));
        scene.Refused(Refusal.Invalid, HeadA, Write("half"));
    }

    [Fact]
    public void PR1_handed_over_it_is_held_and_passed_on_to_nobody_before_it_is_authorised()
    {
        var scene = Begun();
        scene.Done(HeadA, Write("half"));
        var told = scene.Done(HeadA, Hand("half", [B, C]));
        Assert.Equal([scene.State.Parties[A].Circle, scene.State.Bench], told.Select(one => one.Circle));
        scene.Refused(Refusal.NotConveyable, Mediator, new ConveyPartyProposal(Id("half"), [B]));
        var authorised = scene.Done(HeadA, new AuthorisePartyProposal(Id("half")));
        Assert.All(authorised, one => Assert.Contains(one.Circle, new[] { scene.State.Parties[A].Circle, scene.State.Bench }));
        scene.Refused(Refusal.AlreadyDone, HeadA, new AuthorisePartyProposal(Id("half")));
    }

    [Fact]
    public void PR2_it_is_conveyed_to_named_recipients_separately_who_do_not_learn_of_each_other()
    {
        var scene = Ready("half", [B, C]);
        var told = scene.Done(Mediator, new ConveyPartyProposal(Id("half"), [B]));
        Assert.DoesNotContain(told, one => one.Circle == scene.State.Parties[C].Circle);
        var conveyed = Assert.IsType<PartyProposalConveyed>(told.First(one => one.Circle == scene.State.Parties[B].Circle).Body);
        Assert.Null(conveyed.Others);
        Assert.DoesNotContain(C, told.Where(one => one.Circle == scene.State.Parties[B].Circle).SelectMany(one => Shape.Find<PartyId>(one.Body)));
        scene.Refused(Refusal.NotConveyable, Mediator, new ConveyPartyProposal(Id("half"), [B]));
        scene.Refused(Refusal.Invalid, Mediator, new ConveyPartyProposal(Id("half"), [A]));
    }

    [Fact]
    public void PR2_conveyed_openly_each_learns_whom_else_it_is_meant_for()
    {
        var scene = Ready("half", [B, C], openly: true);
        var told = scene.Done(Mediator, new ConveyPartyProposal(Id("half"), [B]));
        Assert.Equal(C, Assert.Single(Expect.One<PartyProposalConveyed>(told).Others!.Value));
    }

    [Fact]
    public void PR1_recalled_before_it_is_conveyed_it_leaves_no_trace_with_those_it_was_meant_for()
    {
        var scene = Ready("half", [B, C]);
        scene.Done(Mediator, new ConveyPartyProposal(Id("half"), [B]));
        var told = scene.Done(HeadA, new RecallPartyProposal(Id("half")));
        Assert.DoesNotContain(told, one => one.Circle == scene.State.Parties[C].Circle);
        Assert.Equal(
            new ProposalStandingChanged(Id("half"), B, ProposalStanding.Withdrawn), Assert.Single(told, one => one.Circle == scene.State.Parties[B].Circle).Body);
        scene.Refused(Refusal.NotConveyable, Mediator, new ConveyPartyProposal(Id("half"), [C]));
        scene.Refused(Refusal.AlreadyDone, HeadA, new RecallPartyProposal(Id("half")));
        scene.Refused(Refusal.ProposalOver, HeadB, new AnswerPartyProposal(Id("half"), Digest, true));
        scene.Refused(Refusal.NotFound, HeadC, new AnswerPartyProposal(Id("half"), Digest, true));
    }

    [Fact]
    public void PR3_only_a_holder_of_accept_answers_for_his_party_that_exact_text()
    {
        var scene = Ready("half", [B, C]);
        scene.Done(Mediator, new ConveyPartyProposal(Id("half"), [B, C]));
        scene.Refused(Refusal.NotAuthorised, CounselB, new AnswerPartyProposal(Id("half"), Digest, true));
        scene.Refused(Refusal.ProposalChanged, HeadB, new AnswerPartyProposal(Id("half"), "", true));
        var told = scene.Done(HeadB, new AnswerPartyProposal(Id("half"), Digest, true));
        Assert.DoesNotContain(told, one => one.Circle == scene.State.Parties[C].Circle);
        Assert.Equal(
            new[] { scene.State.Parties[A].Circle, scene.State.Parties[B].Circle, scene.State.Bench }.OrderBy(one => one.Value),
            told.Where(one => one.Body is ProposalStandingChanged).Select(one => one.Circle).OrderBy(one => one.Value));
        Assert.Equal(scene.State.Parties[B].Circle, told.Single(one => one.Body is PartyProposalAnswered).Circle);
        scene.Refused(Refusal.AlreadyDone, HeadB, new AnswerPartyProposal(Id("half"), Digest, false));
    }

    [Fact]
    public void PR1_a_later_one_supersedes_where_both_have_reached_and_names_nothing_that_did_not()
    {
        var scene = Ready("half", [B, C]);
        scene.Done(Mediator, new ConveyPartyProposal(Id("half"), [B]));
        Hold(scene, HeadA, "two thirds", [B, C], Id("half"));
        var toB = scene.Done(Mediator, new ConveyPartyProposal(Id("two thirds"), [B]));
        Assert.Equal(Id("half"), Expect.One<PartyProposalConveyed>(toB).Instead);
        Assert.Contains(toB, one => one.Circle == scene.State.Parties[B].Circle && one.Body is ProposalStandingChanged { Standing: ProposalStanding.Superseded });
        var toC = scene.Done(Mediator, new ConveyPartyProposal(Id("two thirds"), [C]));
        Assert.Null(Expect.One<PartyProposalConveyed>(toC).Instead);
    }

    [Fact]
    public void PR1_a_counter_proposal_counters_when_it_is_conveyed()
    {
        var scene = Ready("half", [B]);
        scene.Refused(Refusal.NotFound, HeadB, Write("counter", Id("half")));
        scene.Done(Mediator, new ConveyPartyProposal(Id("half"), [B]));
        Hold(scene, HeadB, "counter", [A], Id("half"));
        var told = scene.Done(Mediator, new ConveyPartyProposal(Id("counter"), [A]));
        Assert.Equal(ProposalStanding.Countered, scene.State.PartyProposals[Id("half")].Standing[B]);
        Assert.Equal(Id("half"), Expect.One<PartyProposalConveyed>(told).Instead);
    }

    [Fact]
    public void PR1_without_an_answer_it_expires_also_where_it_has_not_been_conveyed()
    {
        var scene = Begun();
        var expires = Scene.Noon.AddHours(1);
        scene.Done(HeadA, Write("half"));
        scene.Done(HeadA, Hand("half", [B, C]) with { Expires = expires });
        scene.Done(HeadA, new AuthorisePartyProposal(Id("half")));
        scene.Done(Mediator, new ConveyPartyProposal(Id("half"), [B]));
        var late = scene.Do(scene.Next(HeadB, new AnswerPartyProposal(Id("half"), Digest, true)) with { At = expires });
        Assert.Equal(Refusal.ProposalOver.Code, Assert.IsType<Decision.Refused>(late).Refusal.Code);
        var told = Assert.IsType<Decision.Accepted>(scene.Do(scene.Next(Command.House, new NotePartyProposal(Id("half"), expires)) with { At = expires })).Events;
        Assert.Single(told, one => one.Circle == scene.State.Parties[B].Circle);
        Assert.DoesNotContain(told, one => one.Circle == scene.State.Parties[C].Circle);
        Assert.All(scene.State.PartyProposals[Id("half")].Standing.Values, one => Assert.Equal(ProposalStanding.Expired, one));
    }

    [Fact]
    public void PE8_another_bench_does_not_have_what_was_handed_to_the_earlier_one_until_it_is_handed_again()
    {
        var scene = Ready("half", [B, C]);
        scene.Done(Mediator, new ConveyPartyProposal(Id("half"), [B]));
        scene.Done(CoMediator, new Resign(scene.State.Bench));
        scene.Refused(Refusal.NotFound, Mediator, new ConveyPartyProposal(Id("half"), [C]));
        scene.Refused(Refusal.Invalid, HeadA, Hand("half", [B]));
        var told = scene.Done(HeadA, Hand("half", [B, C]));
        Assert.Contains(told, one => one.Circle == scene.State.Bench && one.Body is ProposalStandingChanged { Standing: ProposalStanding.Conveyed });
        scene.Done(Mediator, new ConveyPartyProposal(Id("half"), [C]));
    }

    private static ProposalId Id(string name) => new(Named.Of("proposal " + name));

    private static WritePartyProposal Write(string name, ProposalId? instead = null) =>
        new(Id(name), name, Words, "en", [new(Bargaining.Money, "750000")], instead);

    private static HandPartyProposal Hand(string name, PartyId[] parties) => new(Id(name), [.. parties], false, null);

    private static Scene Begun()
    {
        var scene = Bargaining.Begun(third: true);
        foreach (var head in (PersonId[])[HeadA, HeadB])
        {
            scene.Done(head, new GrantAuthority(head, Authority.Convey));
        }

        return scene;
    }

    private static Scene Ready(string name, PartyId[] parties, bool openly = false)
    {
        var scene = Begun();
        Hold(scene, HeadA, name, parties, null, openly);
        return scene;
    }

    private static void Hold(Scene scene, PersonId by, string name, PartyId[] parties, ProposalId? instead, bool openly = false)
    {
        scene.Done(by, Write(name, instead));
        scene.Done(by, Hand(name, parties) with { Openly = openly });
        scene.Done(by, new AuthorisePartyProposal(Id(name)));
    }
}
