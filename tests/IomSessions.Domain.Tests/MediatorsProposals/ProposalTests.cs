using System.Collections.Immutable;
using IomSessions.Domain.Tests.Positions;
using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.MediatorsProposals;

/// <summary>The mediator's proposal: blind to receive, blind to answer (PR4).</summary>
public sealed class ProposalTests
{
    private static readonly ProposalId Id = new(Named.Of("the proposal"));
    private static readonly DateTimeOffset Deadline = Scene.Noon.AddHours(1);
    private static readonly PersonId[] Heads = [HeadA, HeadB, HeadC];
    private static readonly ProposedValue[] Values = [new(Bargaining.Money, "900000")];
    private static readonly string Digest = MediatorsProposal.DigestOf("en", "Nine hundred thousand, paid by June.", [.. Values]);

    [Fact]
    public void PR4_whether_a_party_would_receive_one_is_told_to_itself_alone_until_all_would()
    {
        var scene = Offered();
        var first = Assert.Single(scene.Done(HeadA, new AnswerOffer(Id, true)));
        Assert.Equal(scene.State.Parties[A].Circle, first.Circle);
        Assert.Equal(scene.State.Parties[B].Circle, Assert.Single(scene.Done(HeadB, new AnswerOffer(Id, true))).Circle);
        var last = scene.Done(HeadC, new AnswerOffer(Id, true));
        AssertTold(scene, last, new OfferEnded(Id, ProposalResult.AllAgreed));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(null)]
    public void PR4_one_no_or_one_silence_ends_the_question_at_the_deadline_with_not_all(bool? third)
    {
        var scene = Offered();
        scene.Done(HeadA, new AnswerOffer(Id, true));
        scene.Done(HeadB, new AnswerOffer(Id, true));
        if (third is { } yes)
        {
            Assert.Single(scene.Done(HeadC, new AnswerOffer(Id, yes)));
        }

        Assert.Empty(scene.Over(Deadline, Deadline.AddSeconds(-1)));
        AssertTold(scene, scene.Over(Deadline, Deadline), new OfferEnded(Id, ProposalResult.NotAgreed));
        scene.Refused(Refusal.NotFound, Mediator, Make());
    }

    [Fact]
    public void PR4_it_is_put_before_each_party_separately_once_all_would_receive_it()
    {
        var scene = Offered();
        scene.Refused(Refusal.NeedsConsent, Mediator, Make());
        Receive(scene);
        var told = scene.Done(Mediator, Make());
        AssertTold(scene, told, new ProposalMade(Id, "Nine hundred thousand, paid by June.", "en", [.. Values], Deadline));
        scene.Refused(Refusal.AlreadyDone, Mediator, Make());
    }

    [Fact]
    public void PR4_all_yes_ends_it_with_the_last_yes_and_what_they_agree_to_is_agreed_at_the_table()
    {
        var scene = Made();
        Say(scene, HeadA, true);
        Say(scene, HeadB, true);
        var last = Say(scene, HeadC, true);
        AssertTold(scene, last, new ProposalEnded(Id, ProposalResult.AllAgreed));
        Assert.Equal(IssueStatus.Agreed, scene.State.Issues[Bargaining.Money].Status);
        Assert.Empty(scene.Over(Deadline, Deadline));
        scene.Refused(Refusal.NotFound, HeadA, new AnswerProposal(Id, Digest, true));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(null)]
    public void PR4_one_no_and_one_silence_end_alike_at_the_deadline_and_only_the_bench_learns_which(bool? third)
    {
        var scene = Made();
        Say(scene, HeadA, true);
        Say(scene, HeadB, true);
        if (third is { } yes)
        {
            Assert.Equal(scene.State.Parties[C].Circle, Assert.Single(Say(scene, HeadC, yes)).Circle);
        }

        var told = scene.Over(Deadline, Deadline);
        AssertTold(scene, told, new ProposalEnded(Id, ProposalResult.NotAgreed));
        var opened = Assert.Single(told, one => one.Body is AnswersOpened);
        Assert.Equal(scene.State.Bench, opened.Circle);
        Assert.Equal(
            new Dictionary<PartyId, bool?> { [A] = true, [B] = true, [C] = third },
            ((AnswersOpened)opened.Body).Answers.ToDictionary(one => one.Party, one => one.Yes));
        Assert.Equal(IssueStatus.Open, scene.State.Issues[Bargaining.Money].Status);
    }

    [Fact]
    public void PR4_called_off_it_is_over_and_no_answer_is_opened()
    {
        var scene = Made();
        Say(scene, HeadA, false);
        scene.Refused(Refusal.NotAllowed, HeadB, new CallOffProposal(Id));
        var told = scene.Done(CoMediator, new CallOffProposal(Id));
        AssertTold(scene, told, new ProposalEnded(Id, ProposalResult.CalledOff));
        Expect.None<AnswersOpened>(told);
    }

    [Fact]
    public void PR4_an_answer_is_final_to_the_exact_text_and_in_time()
    {
        var scene = Made();
        scene.Refused(Refusal.ProposalChanged, HeadA, new AnswerProposal(Id, Digest[..^1] + "0", true));
        scene.Refused(Refusal.NotAuthorised, CounselA, new AnswerProposal(Id, Digest, true));
        scene.Refused(Refusal.NotFound, Mediator, new AnswerProposal(Id, Digest, true));
        Say(scene, HeadA, false);
        scene.Refused(Refusal.AlreadyDone, HeadA, new AnswerProposal(Id, Digest, true));
        // late by the server's clock, though the house has not noted it yet
        var late = scene.Do(scene.Next(HeadB, new AnswerProposal(Id, Digest, true)) with { At = Deadline });
        Assert.Equal(Refusal.ProposalOver.Code, Assert.IsType<Decision.Refused>(late).Refusal.Code);
    }

    [Fact]
    public void PR4_an_answer_stands_though_its_author_loses_his_authority()
    {
        var scene = Made();
        Say(scene, HeadA, true);
        scene.Done(HeadA, new RevokeAuthority(HeadA, Authority.Accept));
        Say(scene, HeadB, true);
        AssertTold(scene, Say(scene, HeadC, true), new ProposalEnded(Id, ProposalResult.AllAgreed));
    }

    [Fact]
    public void PR4_a_party_that_withdraws_counts_as_silent_whatever_it_had_answered()
    {
        var scene = Made();
        Say(scene, HeadC, true);
        scene.Withdraw(HeadC);
        Say(scene, HeadA, true);
        Assert.Single(Say(scene, HeadB, true));
        var told = scene.Over(Deadline, Deadline);
        AssertTold(scene, told, new ProposalEnded(Id, ProposalResult.NotAgreed));
        Assert.Null(Expect.One<AnswersOpened>(told).Answers.Single(one => one.Party == C).Yes);
    }

    [Fact]
    public void PE8_a_new_bench_is_told_what_lies_before_the_parties_and_no_answer()
    {
        var scene = Made();
        Say(scene, HeadA, false);
        scene.Done(CoMediator, new Resign(scene.State.Bench));
        var told = scene.Told(scene.State.Bench).ToList();
        Assert.Contains(told, body => body is ProposalMade);
        Assert.DoesNotContain(told, body => body is ProposalAnswered or AnswersOpened);
    }

    [Fact]
    public void PR4_what_some_at_the_table_agreed_to_is_not_told_to_the_others()
    {
        var scene = Bargaining.Begun(third: true);
        scene.Done(Mediator, new OfferProposal(Id, "damages", [A, B], Deadline));
        scene.Done(HeadA, new AnswerOffer(Id, true));
        scene.Done(HeadB, new AnswerOffer(Id, true));
        scene.Done(Mediator, Make());
        Say(scene, HeadA, true);
        Assert.DoesNotContain(Say(scene, HeadB, true), one => one.Circle == scene.State.Table || one.Circle == scene.State.Parties[C].Circle);
    }

    private static MakeProposal Make() => new(Id, "Nine hundred thousand, paid by June.", "en", [.. Values], Deadline);

    private static Scene Offered()
    {
        var scene = Bargaining.Begun(third: true);
        var told = scene.Done(Mediator, new OfferProposal(Id, "damages", [A, B, C], Deadline));
        Assert.Equal(4, told.Length);
        return scene;
    }

    private static void Receive(Scene scene) => Array.ForEach(Heads, head => scene.Done(head, new AnswerOffer(Id, true)));

    private static Scene Made()
    {
        var scene = Offered();
        Receive(scene);
        scene.Done(Mediator, Make());
        return scene;
    }

    private static ImmutableArray<Event> Say(Scene scene, PersonId by, bool yes) => scene.Done(by, new AnswerProposal(Id, Digest, yes));

    // the bench and each party, each by itself, and nobody else
    private static void AssertTold(Scene scene, IEnumerable<Event> events, EventBody body)
    {
        CircleId[] circles = [scene.State.Bench, .. new[] { A, B, C }.Select(party => scene.State.Parties[party].Circle)];
        Assert.Equal(
            circles.OrderBy(one => one.Value), events.Where(one => one.Body.GetType() == body.GetType()).Select(one => one.Circle).OrderBy(one => one.Value));
        Assert.All(events.Where(one => one.Body.GetType() == body.GetType()), one => Assert.Equal(Shape.Of(body), Shape.Of(one.Body)));
    }
}

file static class Time
{
    public static ImmutableArray<Event> Over(this Scene scene, DateTimeOffset deadline, DateTimeOffset now)
    {
        var note = new NoteProposal(new(Named.Of("the proposal")), deadline);
        return Assert.IsType<Decision.Accepted>(scene.Do(scene.Next(Command.House, note) with { At = now })).Events;
    }
}
