using IomSessions.Domain.Tests.Positions;
using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Settlements;

/// <summary>A settlement agreement: put together from what is agreed, signed, voided, attested (SG1 to SG4).</summary>
public sealed class SettlementTests
{
    private const string Words = "The Parties shall meet.";
    private static readonly SettlementId Id = new(Named.Of("settlement"));
    private static readonly DraftId Draft = Named.Draft("settled");

    [Fact]
    public void SG1_it_rests_on_issues_that_all_who_sign_have_agreed_and_on_whole_packages()
    {
        var scene = Bargaining.Begun(third: true);
        scene.Put("one", IssueKind.YesNo, null, [A, B], "package");
        scene.Put("other", IssueKind.YesNo, null, [A, B], "package");
        var put = Put() with { Issues = [Bargaining.Issue("one")] };
        scene.Refused(Refusal.NotAgreedYet, Mediator, put);
        Agree(scene, "one", "yes");
        scene.Refused(Refusal.NotAgreedYet, Mediator, put);
        Agree(scene, "other", "yes");
        scene.Refused(Refusal.NotAgreedYet, Mediator, put);
        put = put with { Issues = [Bargaining.Issue("one"), Bargaining.Issue("other")] };
        scene.Refused(Refusal.NotAgreedYet, Mediator, put with { Parties = [B, C] });
        scene.Refused(Refusal.Invalid, Mediator, put with { Parties = [A] });
        scene.Refused(Refusal.Invalid, Mediator, put with { Issues = [] });
        scene.Refused(Refusal.NotAllowed, HeadA, put);
        var told = Assert.Single(scene.Done(Mediator, put));
        Assert.Equal(scene.State.Table, told.Circle);
        Assert.Equal(["yes", "yes"], Assert.IsType<SettlementPut>(told.Body).Values.Select(one => one.Value));
        scene.Refused(Refusal.Invalid, Mediator, put);
    }

    [Fact]
    public void SG1_a_text_stands_in_it_only_as_a_clean_frozen_version_that_may_be_told_to_all_at_the_table()
    {
        var (scene, circle) = Drafted("The Parties [shall][should] meet.");
        scene.Refused(Refusal.NotFound, Mediator, Put(new SettlementSource(circle, 9, "en", true)));
        scene.Refused(Refusal.NotClean, Mediator, Put(new SettlementSource(circle, 3, "en", true)));
        Freeze(scene, circle, Words);
        var source = new SettlementSource(circle, 5, "en", true);
        scene.Refused(Refusal.Invalid, Mediator, Put(source with { Authentic = false }));
        scene.Refused(Refusal.Invalid, Mediator, Put(source, source));
        Assert.Equal(Words, Expect.One<SettlementPut>(scene.Done(Mediator, Put(source))).Texts[0].Text);
    }

    [Fact]
    public void SG1_what_a_party_wrote_in_caucus_stands_in_no_settlement_before_that_party_releases_it()
    {
        var (scene, circle) = Drafted(Words, inCaucus: true);
        var source = new SettlementSource(circle, 3, "en", true);
        scene.Refused(Refusal.NotAuthorised, Mediator, Put(source));
        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Release));
        scene.Done(HeadA, new ReleaseVersion(circle, 1));
        scene.Done(Mediator, Put(source));
    }

    [Fact]
    public void SG2_only_a_holder_of_sign_signs_once_for_his_party_exactly_what_lay_before_him()
    {
        var scene = Ready();
        var digest = scene.State.Settlements[Id].Put.Digest;
        scene.Refused(Refusal.NotAuthorised, CounselA, new SignSettlement(Id, digest));
        scene.Refused(Refusal.NotFound, Mediator, new SignSettlement(Id, digest));
        scene.Refused(Refusal.SettlementChanged, HeadA, new SignSettlement(Id, ""));
        var told = Assert.Single(scene.Done(HeadA, new SignSettlement(Id, digest)));
        Assert.Equal((scene.State.Table, A, HeadA), (told.Circle, ((SettlementSigned)told.Body).Party, ((SettlementSigned)told.Body).By));
        scene.Refused(Refusal.AlreadyDone, HeadA, new SignSettlement(Id, digest));
        var last = scene.Done(HeadB, new SignSettlement(Id, digest));
        var concluded = Assert.Single(last, one => one.Circle == scene.State.Hall);
        Assert.Equal(digest, Assert.IsType<SettlementConcluded>(concluded.Body).Digest);
        Assert.DoesNotContain("900000", Shape.Of(concluded.Body));
    }

    [Fact]
    public void SG2_the_digest_changes_with_every_part_of_what_is_signed()
    {
        var put = new SettlementPut(Id, "Title", [A, B], [new("en", true, "a"), new("ar", false, "b")], [new(Bargaining.Money, "Money", "USD", "1")], Scene.Noon, "00", "");
        SettlementPut[] others =
        [
            put with { Title = "Titles" }, put with { Parties = [A, C] }, put with { Salt = "01" },
            put with { Texts = [new("en", true, "a"), new("ar", true, "b")] }, put with { Texts = [new("en", true, "a\nb"), new("ar", false, "")] },
            put with { Texts = [new("en", true, "a")] }, put with { Values = [new(Bargaining.Money, "Money", "USD", "2")] },
            put with { Values = [new(Bargaining.Money, "Money", null, "1")] }, put with { Values = [new(Bargaining.Money, "MoneyU", "SD", "1")] }, put with { Values = [] },
        ];
        Assert.Equal(others.Length + 1, others.Append(put).Select(Settlement.DigestOf).Distinct().Count());
        Assert.Equal(Settlement.DigestOf(put), Settlement.DigestOf(put with { Digest = "x" }));
    }

    [Fact]
    public void SG3_after_the_first_signature_nothing_changes_but_by_voiding_all_which_leaves_its_trace()
    {
        var scene = Ready();
        var digest = scene.State.Settlements[Id].Put.Digest;
        scene.Done(HeadA, new SignSettlement(Id, digest));
        scene.Refused(Refusal.SettlementBeingSigned, Mediator, new SetIssueStatus(Bargaining.Money, IssueStatus.Open));
        scene.Refused(Refusal.NotAllowed, HeadA, new VoidSettlement(Id));
        var voided = Expect.One<SettlementVoided>(scene.Done(Mediator, new VoidSettlement(Id)));
        Assert.Equal((Mediator, A), (voided.By, Assert.Single(voided.SignedBy)));
        scene.Refused(Refusal.SettlementVoid, HeadB, new SignSettlement(Id, digest));
        scene.Refused(Refusal.AlreadyDone, Mediator, new VoidSettlement(Id));
        scene.Done(Mediator, new SetIssueStatus(Bargaining.Money, IssueStatus.Open));
    }

    [Fact]
    public void SG3_one_that_nobody_has_signed_goes_with_the_issues_that_it_rests_on()
    {
        var scene = Ready();
        Expect.One<SettlementVoided>(scene.Done(Mediator, new SetIssueStatus(Bargaining.Money, IssueStatus.Open)));
        Assert.True(scene.State.Settlements[Id].Void);
    }

    [Fact]
    public void SG3_what_all_have_signed_stands_whatever_becomes_of_the_issues()
    {
        var scene = Signed();
        scene.Refused(Refusal.SettlementStands, Mediator, new VoidSettlement(Id));
        Expect.None<SettlementVoided>(scene.Done(Mediator, new SetIssueStatus(Bargaining.Money, IssueStatus.Open)));
        Assert.True(scene.State.Settlements[Id] is { IsComplete: true, Void: false });
    }

    [Fact]
    public void SG4_mediators_and_the_institution_attest_it_when_all_have_signed_also_after_the_conclusion()
    {
        var scene = Ready();
        var digest = scene.State.Settlements[Id].Put.Digest;
        scene.Refused(Refusal.NotFound, Secretary, new AttestSettlement(Id, digest));
        scene.Done(HeadA, new SignSettlement(Id, digest));
        scene.Done(HeadB, new SignSettlement(Id, digest));
        scene.Done(Mediator, new ChangePhase(Phase.Concluded, Outcome.Settled));
        scene.Refused(Refusal.NotAllowed, HeadA, new AttestSettlement(Id, digest));
        scene.Refused(Refusal.SettlementChanged, Secretary, new AttestSettlement(Id, ""));
        foreach (var (by, role) in ((PersonId, Role)[])[(Mediator, Role.Mediator), (CoMediator, Role.Mediator), (Secretary, Role.Secretariat)])
        {
            var told = Assert.Single(scene.Done(by, new AttestSettlement(Id, digest)));
            Assert.Equal((scene.State.Hall, role), (told.Circle, ((SettlementAttested)told.Body).Role));
            scene.Refused(Refusal.AlreadyDone, by, new AttestSettlement(Id, digest));
        }

        Assert.False(scene.Reads(Secretary, scene.State.Table!.Value));
    }

    [Fact]
    public void SG3_a_table_that_opens_later_is_told_what_stands_with_its_signatures()
    {
        var scene = Signed(third: true);
        scene.Done(HeadC, new GrantAuthority(HeadC, Authority.Withdraw));
        scene.Done(HeadC, new WithdrawParty(C));
        scene.Put("later", IssueKind.YesNo, null, [A, B]);
        var told = scene.Told(scene.State.Table!.Value).ToList();
        Assert.Equal(scene.State.Settlements[Id].Put, Assert.Single(told.OfType<SettlementPut>()));
        Assert.Equal([A, B], told.OfType<SettlementSigned>().Select(one => one.Party));
        Assert.Equal(2, scene.State.Settlements[Id].Signatures.Count);
    }

    private static PutSettlement Put(params SettlementSource[] texts) => new(Id, "Settlement agreement", [A, B], [.. texts], []);

    private static Scene Ready(bool third = false)
    {
        var scene = Bargaining.Begun(third);
        if (third)
        {
            scene.Done(Mediator, new EditIssue(Bargaining.Money, "money", [A, B], null, 1));
        }

        Agree(scene, "money", "900000");
        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Sign));
        scene.Done(HeadB, new GrantAuthority(HeadB, Authority.Sign));
        scene.Done(Mediator, Put() with { Issues = [Bargaining.Money] });
        return scene;
    }

    private static Scene Signed(bool third = false)
    {
        var scene = Ready(third);
        scene.Done(HeadA, new SignSettlement(Id, scene.State.Settlements[Id].Put.Digest));
        scene.Done(HeadB, new SignSettlement(Id, scene.State.Settlements[Id].Put.Digest));
        return scene;
    }

    private static void Agree(Scene scene, string issue, string value)
    {
        scene.Done(HeadA, new AgreeToIssue(Bargaining.Issue(issue), value));
        scene.Done(HeadB, new AgreeToIssue(Bargaining.Issue(issue), value));
    }

    // a draft of the mediators, or of one party with them in caucus, with its first frozen version
    private static (Scene Scene, CircleId Circle) Drafted(string text, bool inCaucus = false)
    {
        var scene = inCaucus ? Stage.Caucus().Scene : Stage.Open();
        var by = inCaucus ? HeadA : Mediator;
        scene.Done(by, new OpenDraft(Draft, "Text", inCaucus ? scene.SittingOf(by) : scene.State.Bench));
        var circle = scene.State.Drafts[Draft].Circle;
        Freeze(scene, circle, text);
        return (scene, circle);
    }

    private static void Freeze(Scene scene, CircleId circle, string text)
    {
        // each time another change has been written
        var version = 7 + scene.State.Drafts[Draft].Frozen.Count;
        Assert.IsType<Decision.Accepted>(scene.Do(scene.Next(Mediator, new FreezeDraft(Draft, circle, version)) with { Drafts = [new(circle, version, text)] }));
    }
}
