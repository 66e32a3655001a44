using static IomSessions.Domain.Tests.Cast;
using static IomSessions.Domain.Tests.Statements.Drafting;

namespace IomSessions.Domain.Tests.Statements;

public sealed class ClearanceTests
{
    [Fact]
    public void CL1_it_is_published_when_each_party_and_each_mediator_has_cleared_each_language()
    {
        var scene = Scene(third: true);
        scene.Done(HeadA, Joint(English, French));
        PersonId[] needed = [Mediator, CoMediator, HeadA, HeadB, HeadC];
        foreach (var last in needed)
        {
            scene.Clear([.. needed.Where(one => one != last)]);
            scene.Done(last, new ClearStatement(First, 1, "fr", French.Digest()));
            scene.Refused(Refusal.NeedsClearance, Mediator, scene.Publish());
            scene.Done(HeadA, new EditStatement(First, scene.One().Version, [English, French with { Text = $"Sans {last.Value:N}." }]));
            scene.Done(HeadA, new EditStatement(First, scene.One().Version, [English, French]));
            scene.Done(HeadA, new DropStatement(First));
            scene.Done(HeadA, Joint(English, French));
        }

        scene.Clear(needed);
        scene.Done(Mediator, scene.Publish());
        Assert.Equal<StatementText>([English, French], Expect.One<ItemPublished>(scene.Due()).Texts);
    }

    [Fact]
    public void CL1_an_edit_voids_every_clearance_and_the_order_to_publish()
    {
        var scene = Cleared();
        scene.Done(Mediator, scene.Publish());
        scene.Done(HeadA, new EditStatement(First, 1, [English with { Text = English.Text + "!" }]));
        Assert.Empty(scene.One().Cleared);
        Assert.Null(scene.One().At);
        scene.Refused(Refusal.NeedsClearance, Mediator, scene.Publish());
        scene.Refused(Refusal.StatementChanged, HeadB, new ClearStatement(First, 1, "en", English.Digest()));
        scene.Refused(Refusal.StatementChanged, Mediator, new PublishStatement(First, 1, null));
        scene.Refused(Refusal.StatementChanged, HeadA, new EditStatement(First, 1, [English]));
    }

    [Fact]
    public void CL1_one_clears_the_exact_text_that_was_before_ones_eyes()
    {
        var scene = Scene();
        scene.Done(Mediator, Joint(English, French));
        scene.Refused(Refusal.StatementChanged, HeadA, new ClearStatement(First, 1, "en", French.Digest()));
        scene.Refused(Refusal.StatementChanged, HeadA, new ClearStatement(First, 1, "ar", English.Digest()));
        scene.Done(HeadA, new ClearStatement(First, 1, "en", English.Digest()));
        Assert.Empty(scene.Done(HeadA, new ClearStatement(First, 1, "en", English.Digest())));
        Assert.Equal<ClearedBy>([new ClearedBy("en", A, null)], scene.One().Cleared);
    }

    [Fact]
    public void CL1_a_clearance_can_be_taken_back_until_it_is_public()
    {
        var scene = Cleared();
        scene.Done(Mediator, scene.Publish());
        scene.Done(HeadB, new WithdrawClearance(First));
        Assert.Null(scene.One().At);
        scene.Refused(Refusal.NeedsClearance, Mediator, scene.Publish());
        scene.Clear(HeadB);
        scene.Done(Mediator, scene.Publish());
        scene.Due();
        scene.Refused(Refusal.NotFound, HeadB, new WithdrawClearance(First));
    }

    [Fact]
    public void CL1_a_party_clears_by_a_holder_of_consent_and_a_mediator_for_himself()
    {
        var scene = Scene();
        scene.Done(Mediator, Joint(English));
        var clear = new ClearStatement(First, 1, "en", English.Digest());
        scene.Refused(Refusal.NotAuthorised, CounselA, clear);
        scene.Refused(Refusal.NotAuthorised, InterpreterA, clear);
        scene.Refused(Refusal.NotAuthorised, CounselA, new WithdrawClearance(First));
        foreach (var outsider in (PersonId[])[Secretary, Guest, Interpreter])
        {
            scene.Refused(Refusal.NotFound, outsider, clear);
            Assert.False(scene.Reads(outsider, scene.State.Table!.Value));
        }
    }

    [Fact]
    public void CL1_who_comes_between_order_and_publication_must_clear_too()
    {
        var scene = Cleared();
        scene.Done(Mediator, scene.Publish());
        scene.Register(Nobody, Role.Mediator);
        scene.Done(HeadA, new GiveConsent(Nobody, null));
        scene.Done(HeadB, new GiveConsent(Nobody, null));
        scene.Done(Nobody, new GiveUndertaking("2026-1"));
        var told = scene.Due();
        Assert.Equal(First, Expect.One<StatementHeld>(told).Statement);
        Assert.Null(scene.State.Public);
        scene.Clear(Nobody);
        scene.Done(Mediator, scene.Publish());
        Expect.One<ItemPublished>(scene.Due());
    }

    [Fact]
    public void CL1_a_third_author_clears_what_he_wrote_and_reads_no_table()
    {
        var scene = Scene();
        scene.Welcome(Guest, scene.Joint.Id);
        scene.Done(Mediator, new AdmitPeople([Guest]));
        scene.Done(Mediator, Joint(English) with { Authors = [Guest] });
        Assert.Single(scene.Told(scene.Person(Guest).Circle).OfType<StatementWritten>());
        scene.Clear(Mediator, CoMediator, HeadA, HeadB);
        scene.Refused(Refusal.NeedsClearance, Mediator, scene.Publish());
        scene.Clear(Guest);
        Assert.Equal<ClearedBy>([new ClearedBy("en", null, Guest)], scene.Told(scene.Person(Guest).Circle).OfType<ClearancesChanged>().Last().Cleared);
        scene.Refused(Refusal.NotAuthorised, Guest, new EditStatement(First, 1, [French]));
        scene.Done(Mediator, scene.Publish());
        Expect.One<ItemPublished>(scene.Due());
    }

    [Fact]
    public void CL1_a_withdrawn_party_clears_what_names_it_and_sees_no_other_statement()
    {
        var scene = Scene(third: true);
        scene.Done(Mediator, Joint(English));
        var before = scene.State.Table!.Value;
        scene.Withdraw(HeadC);
        var other = new StatementId(Named.Of("other"));
        scene.Done(Mediator, Joint(French with { Text = "Without STATE C it went on." }) with { Statement = other });
        Assert.NotEqual(before, scene.State.Table);
        Assert.True(scene.Reads(HeadC, before));
        Assert.False(scene.Reads(HeadC, scene.State.Table!.Value));
        Assert.Equal([First, other], scene.Told(scene.State.Table!.Value).OfType<StatementWritten>().Select(one => one.Statement));
        Assert.Equal([other], scene.Told(scene.State.Parties[C].Circle).OfType<StatementWritten>().Select(one => one.Statement));
        scene.Refused(Refusal.NotFound, HeadC, new ClearStatement(First, 1, "en", English.Digest()));
        Assert.Contains((C, null), Clearing.Needed(scene.State, scene.State.Statements[other]));
        Assert.DoesNotContain((C, null), Clearing.Needed(scene.State, scene.One()));
        scene.Done(HeadC, new ClearStatement(other, 1, "fr", scene.State.Statements[other].Texts[0].Digest()));
    }

    [Fact]
    public void CL1_nothing_is_published_while_the_protocol_keeps_the_existence_secret()
    {
        var scene = Cleared();
        scene.Done(Mediator, scene.Publish());
        scene.Propose(Stage.Usual);
        Expect.One<StatementHeld>(scene.Due());
        scene.Refused(Refusal.ExistenceSecret, Mediator, scene.Publish());
        Assert.Null(scene.State.Public);
    }
}
