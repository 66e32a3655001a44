using static IomSessions.Domain.Tests.Cast;
using static IomSessions.Domain.Tests.Statements.Drafting;

namespace IomSessions.Domain.Tests.Statements;

public sealed class PublicationTests
{
    [Fact]
    public void CL2_it_appears_at_the_next_full_five_minutes_or_at_a_set_time()
    {
        var scene = Cleared();
        scene.Done(Mediator, scene.Publish());
        Assert.Equal(Scene.Noon.AddMinutes(5), scene.One().At);
        Assert.Empty(scene.Due(Scene.Noon.AddMinutes(5).AddSeconds(-1)));
        scene.Done(Mediator, scene.Publish(Scene.Noon.AddHours(3)));
        Assert.Equal(Scene.Noon.AddHours(3), scene.One().At);
        foreach (var wrong in (DateTimeOffset[])[Scene.Noon, Scene.Noon.AddMinutes(7), Scene.Noon.AddMinutes(5).AddSeconds(1), Scene.Noon.AddDays(400)])
        {
            scene.Refused(Refusal.Invalid, Mediator, scene.Publish(wrong));
        }

        var published = Expect.One<ItemPublished>(scene.Due(Scene.Noon.AddHours(3).AddMinutes(1)));
        Assert.Equal(Scene.Noon.AddHours(3), published.At);
        Assert.Empty(scene.State.Statements);
    }

    [Fact]
    public void CL2_a_mediator_publishes_and_may_hold()
    {
        var scene = Cleared();
        scene.Refused(Refusal.NotAllowed, HeadA, scene.Publish());
        scene.Refused(Refusal.NotAllowed, Secretary, scene.Publish());
        scene.Done(Mediator, scene.Publish());
        scene.Refused(Refusal.NotAllowed, HeadA, new HoldStatement(First));
        scene.Done(CoMediator, new HoldStatement(First));
        Assert.Null(scene.One().At);
        Assert.Equal(4, scene.One().Cleared.Count);
    }

    [Fact]
    public void CL2_of_several_for_the_same_moment_the_first_that_was_ordered_is_the_first()
    {
        var scene = Scene();
        List<StatementId> ids = [.. Enumerable.Range(0, 4).Select(at => new StatementId(Named.Of($"statement {at}"))).OrderByDescending(id => id.Value)];
        foreach (var id in ids)
        {
            scene.Done(Mediator, Joint(English) with { Statement = id });
            foreach (var by in (PersonId[])[Mediator, CoMediator, HeadA, HeadB])
            {
                scene.Done(by, new ClearStatement(id, 1, English.Language, English.Digest()));
            }

            scene.Done(Mediator, new PublishStatement(id, 1, null));
        }

        var due = Scene.Noon.AddMinutes(5);
        Assert.Empty(Statement.Due(scene.State, due.AddSeconds(-1)));
        Assert.Equal(ids, Statement.Due(scene.State, due).Select(one => one.Id));
        scene.Done(Mediator, new HoldStatement(ids[1]));
        scene.Done(Mediator, new PublishStatement(ids[1], 1, null));
        Assert.Equal([ids[0], ids[2], ids[3], ids[1]], Statement.Due(scene.State, due).Select(one => one.Id));
    }

    [Fact]
    public void CL2_the_kind_says_who_writes_when_and_on_whose_behalf()
    {
        var scene = Scene();
        scene.Refused(Refusal.NotAuthorised, HeadB, Joint(English));
        scene.Refused(Refusal.NotAuthorised, HeadA, Joint(English) with { Kind = StatementKind.Mediators });
        scene.Refused(Refusal.WrongPhase, Mediator, Joint(English) with { Kind = StatementKind.Closing });
        scene.Done(HeadA, Joint(English));
        scene.Clear(Mediator, CoMediator, HeadA, HeadB);
        scene.Done(Mediator, scene.Publish());
        Assert.Equal<string>(["State A", "State B"], Expect.One<ItemPublished>(scene.Due()).OnBehalf);
        scene.Done(Mediator, new ChangePhase(Phase.Concluded, Outcome.Settled));
        scene.Refused(Refusal.WrongPhase, HeadA, Joint(English));
        scene.Done(Mediator, Joint(English) with { Kind = StatementKind.Closing });
        scene.Clear(Mediator, CoMediator, HeadA, HeadB);
        scene.Done(Mediator, scene.Publish());
        Assert.Empty(Expect.One<ItemPublished>(scene.Due()).OnBehalf);
    }

    [Fact]
    public void CL2_a_procedural_notice_has_fixed_words_and_is_true()
    {
        var scene = Scene(protocol: Public with { Languages = ["en", "ar"] });
        var notice = new PutStatement(First, StatementKind.Procedural, [], ProceduralFact.Opened, [], [], null, null);
        scene.Refused(Refusal.Invalid, Mediator, notice with { Texts = [English] });
        scene.Refused(Refusal.Invalid, Mediator, notice with { Fact = null });
        scene.Refused(Refusal.WrongPhase, Mediator, notice with { Fact = ProceduralFact.Adjourned });
        scene.Refused(Refusal.NotAuthorised, HeadA, notice);
        scene.Done(Mediator, notice);
        Assert.Equal(["en", "ar"], scene.One().Texts.Select(text => text.Language));
        Assert.Equal("Mediation session IOM-2026-1 is open.", scene.One().Texts[0].Text);
        scene.Refused(Refusal.FixedWords, Mediator, new EditStatement(First, 1, [English]));
        scene.Clear(Mediator, CoMediator, HeadA, HeadB);
    }

    [Fact]
    public void CL2_a_correction_is_a_new_item_and_a_retraction_ends_the_earlier_one()
    {
        var scene = Cleared();
        scene.Done(Mediator, scene.Publish());
        var item = Expect.One<ItemPublished>(scene.Due()).Item;
        var again = Joint(French) with { Relation = StatementRelation.Retraction, About = item };
        scene.Refused(Refusal.NotFound, Mediator, again with { About = new(Named.Of("no item")) });
        scene.Refused(Refusal.NotFound, Mediator, again with { Kind = StatementKind.Mediators });
        scene.Refused(Refusal.Invalid, Mediator, again with { About = null });
        scene.Done(Mediator, again with { Relation = StatementRelation.Correction });
        scene.Clear(Mediator, CoMediator, HeadA, HeadB);
        scene.Done(Mediator, scene.Publish());
        scene.Due();
        Assert.Equal(2, scene.State.Items.Count);
        scene.Done(Mediator, again);
        scene.Clear(Mediator, CoMediator, HeadA, HeadB);
        scene.Done(Mediator, scene.Publish());
        Assert.Equal((StatementRelation.Retraction, item), Expect.One<ItemPublished>(scene.Due()) is { Relation: { } relation, About: { } about } ? (relation, about) : default);
        Assert.True(scene.State.Items[item].Retracted);
        scene.Refused(Refusal.NotFound, Mediator, again);
    }

    [Fact]
    public void CL4_all_times_of_the_feed_are_full_five_minutes_and_it_counts_nobody()
    {
        var scene = Cleared();
        scene.Done(Mediator, scene.Publish());
        scene.Due();
        var told = scene.Told(scene.State.Public!.Value).ToList();
        Assert.Equal(new FeedOpened("IOM-2026-1"), told[0]);
        var item = Assert.IsType<ItemPublished>(told[1]);
        Assert.Equal(0, item.At.UtcTicks % TimeSpan.FromMinutes(5).Ticks);
        Assert.Equal(
            ["About", "At", "Item", "Kind", "OnBehalf", "Relation", "Texts"],
            typeof(ItemPublished).GetProperties().Where(property => property.DeclaringType == typeof(ItemPublished) && property.Name != "EqualityContract")
                .Select(property => property.Name).Order());
    }

    [Fact]
    public void CL2_what_is_put_is_bounded_and_well_formed()
    {
        var scene = Scene();
        foreach (var wrong in (PutStatement[])
        [
            Joint(), Joint(English, English), Joint(English with { Title = "" }), Joint(English with { Title = "a\nb" }), Joint(English with { Text = " " }),
            Joint(English with { Language = "x" }), Joint(English with { Text = "\ud800" }), Joint(English with { Text = "a\u2028b" }), Joint(English with { Title = " a" }), Joint(English) with { Kind = (StatementKind)9 },
            Joint(English) with { Statement = default }, Joint(English) with { Relation = StatementRelation.Correction },
        ])
        {
            scene.Refused(Refusal.Invalid, Mediator, wrong);
        }

        scene.Refused(Refusal.TooLong, Mediator, Joint(English with { Text = new('x', Limits.TextLength + 1) }));
        scene.Refused(Refusal.NotFound, Mediator, Joint(English) with { Authors = [HeadA] });
        scene.Refused(Refusal.NotFound, Mediator, Joint(English) with { Names = [A] });
        for (var at = 0; at < Limits.Statements; at++)
        {
            scene.Done(Mediator, Joint(English) with { Statement = new(Named.Of($"statement {at}")) });
        }

        scene.Refused(Refusal.TooMany, Mediator, Joint(English));
    }
}
