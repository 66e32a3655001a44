using IomSessions.Domain.Tests.Positions;
using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.PartyProposals;

/// <summary>"We go to X if you go to Y" (PO6): the figures of the case in which a demand of 1.5 million met an offer of 50,000.</summary>
public sealed class BracketTests
{
    private static readonly ProposalId Id = new(Named.Of("proposal bracket"));

    [Fact]
    public void PO6_accepted_it_makes_both_firm_and_each_is_a_position_that_the_other_has()
    {
        var scene = Conveyed();
        var told = scene.Done(HeadB, Yes(scene));
        var shown = told.Where(one => one.Body is PositionShown).Select(one => (one.Circle, (PositionShown)one.Body)).ToList();
        Assert.Equal(
            [(scene.State.Bench, A, "900000"), (Of(scene, B), A, "900000"), (scene.State.Bench, B, "300000"), (Of(scene, A), B, "300000")],
            shown.Select(one => (one.Circle, one.Item2.Party, one.Item2.Value)));
        Assert.All(shown, one => Assert.Equal(PositionLevel.Disclosed, one.Item2.Level));
        Assert.Equal([HeadA, HeadB], told.Select(one => one.Body).OfType<PositionTaken>().Select(one => one.By));
        Assert.DoesNotContain(told, one => one.Circle == Of(scene, C));
        Assert.Equal(["300000", "900000"], scene.State.Positions.Values.Where(one => one.Level == PositionLevel.Disclosed).Select(one => one.Value).Order());
    }

    [Fact]
    public void PO6_nobody_has_moved_before_it_is_accepted_nor_by_a_refusal_a_counter_or_its_lapse()
    {
        var expires = Scene.Noon.AddHours(1);
        var scene = Conveyed(expires);
        Assert.Empty(scene.State.Positions);
        var counter = Counter(scene);
        Assert.Equal(ProposalStanding.Countered, scene.State.PartyProposals[Id].Standing[B]);
        scene.Refused(Refusal.ProposalOver, HeadB, Yes(scene));
        scene.Done(HeadA, new AnswerPartyProposal(counter, scene.State.PartyProposals[counter].Digest, false));
        Assert.Empty(scene.State.Positions);

        var lapsed = Conveyed(expires);
        lapsed.Do(lapsed.Next(Command.House, new NotePartyProposal(Id, expires)) with { At = expires });
        Assert.Equal(ProposalStanding.Expired, lapsed.State.PartyProposals[Id].Standing[B]);
        lapsed.Refused(Refusal.ProposalOver, HeadB, Yes(lapsed));
        Assert.Empty(lapsed.State.Positions);
    }

    [Fact]
    public void PO6_it_names_both_sides_and_each_goes_only_where_it_is_party_to_the_issue()
    {
        var scene = Begun();
        scene.Put("theirs", IssueKind.Share, null, [B, C]);
        var fine = Write();
        scene.Refused(Refusal.Invalid, HeadA, fine with { If = [] });
        scene.Refused(Refusal.Invalid, HeadA, fine with { Values = [], Text = "We pay." });
        scene.Refused(Refusal.Invalid, HeadA, fine with { If = [new(Bargaining.Money, "much")] });
        scene.Refused(Refusal.Invalid, HeadA, fine with { Values = [new(Bargaining.Issue("theirs"), "50")] });
        scene.Done(HeadA, fine with { If = [new(Bargaining.Issue("theirs"), "50")] });
        scene.Refused(Refusal.Invalid, HeadA, new HandPartyProposal(Id, [B, C], false, null));
        scene.Done(HeadA, new HandPartyProposal(Id, [B], false, null));
    }

    [Fact]
    public void PO6_it_is_not_for_a_party_that_is_none_to_the_issue_and_not_accepted_when_it_is_none_any_more()
    {
        var scene = Begun();
        scene.Put("theirs", IssueKind.Share, null, [B]);
        scene.Done(HeadA, Write() with { If = [new(Bargaining.Issue("theirs"), "50")] });
        scene.Refused(Refusal.Invalid, HeadA, new HandPartyProposal(Id, [C], false, null));
        Hand(scene, null);
        scene.Done(Mediator, new EditIssue(Bargaining.Issue("theirs"), "theirs", [C], null, 1));
        scene.Refused(Refusal.ProposalOver, HeadB, Yes(scene));
        scene.Done(HeadB, Yes(scene) with { Yes = false });
    }

    [Fact]
    public void PO6_the_digest_tells_a_bracket_from_an_offer_and_one_bracket_from_another()
    {
        var scene = Conveyed();
        scene.Refused(Refusal.ProposalChanged, HeadB, Yes(scene) with { Digest = MediatorsProposal.DigestOf("en", "", [new(Bargaining.Money, "900000")]) });
        scene.Refused(Refusal.ProposalChanged, HeadB, Yes(scene) with
        {
            Digest = MediatorsProposal.DigestOf("en", "", [new(Bargaining.Money, "900000")], [new(Bargaining.Money, "300001")]),
        });
    }

    [Fact]
    public void PE8_a_bench_that_never_had_the_bracket_is_not_told_what_came_of_it()
    {
        var scene = Conveyed();
        scene.Done(CoMediator, new Resign(scene.State.Bench));
        Assert.DoesNotContain(scene.Done(HeadB, Yes(scene)), one => one.Circle == scene.State.Bench);
    }

    [Fact]
    public void PO3_how_many_positions_the_author_keeps_changes_nothing_of_the_answer()
    {
        var (scene, full) = (Conveyed(), Conveyed());
        for (var i = 0; i < Limits.PositionsPerIssue; i++)
        {
            full.Take(HeadA, $"kept {i}", "1500000");
        }

        Assert.Equal(Told(scene, scene.Done(HeadB, Yes(scene))), Told(full, full.Done(HeadB, Yes(full))));

        static IEnumerable<string> Told(Scene scene, IEnumerable<Event> events) =>
            events.Where(one => one.Circle != Of(scene, A)).Select(one => one.Body switch
            {
                PositionTaken taken => taken.Value, PositionShown shown => $"{shown.Party} {shown.Value}", _ => one.Body.ToString()!.Split(' ')[0],
            });
    }

    private static WritePartyProposal Write() =>
        new(Id, "Move", "", "en", [new(Bargaining.Money, "900000")], null, [new(Bargaining.Money, "300000")]);

    private static AnswerPartyProposal Yes(Scene scene) => new(Id, scene.State.PartyProposals[Id].Digest, true);

    private static CircleId Of(Scene scene, PartyId party) => scene.State.Parties[party].Circle;

    private static Scene Begun()
    {
        var scene = Bargaining.Begun(third: true);
        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Convey));
        scene.Done(HeadB, new GrantAuthority(HeadB, Authority.Convey));
        return scene;
    }

    private static Scene Conveyed(DateTimeOffset? expires = null)
    {
        var scene = Begun();
        scene.Done(HeadA, Write());
        Hand(scene, expires);
        return scene;
    }

    private static void Hand(Scene scene, DateTimeOffset? expires)
    {
        scene.Done(HeadA, new HandPartyProposal(Id, [B], false, expires));
        scene.Done(HeadA, new AuthorisePartyProposal(Id));
        scene.Done(Mediator, new ConveyPartyProposal(Id, [B]));
    }

    private static ProposalId Counter(Scene scene)
    {
        var counter = new ProposalId(Named.Of("proposal counter"));
        scene.Done(HeadB, Write() with { Proposal = counter, Values = [new(Bargaining.Money, "200000")], Instead = Id, If = [new(Bargaining.Money, "700000")] });
        scene.Done(HeadB, new HandPartyProposal(counter, [A], false, null));
        scene.Done(HeadB, new AuthorisePartyProposal(counter));
        scene.Done(Mediator, new ConveyPartyProposal(counter, [A]));
        return counter;
    }
}
