using System.Collections.Immutable;
using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Drafts;

public sealed class RemarkTests
{
    private const string Words = "The Parties [State A: shall][State B: should] meet.";
    private static readonly DraftId Id = Named.Draft("agreement");

    [Fact]
    public void PR5_a_partys_comment_is_read_by_its_own_people_who_have_the_draft_and_by_the_mediators_and_by_nobody_else()
    {
        var (scene, circle) = Together();
        var told = Comment(scene, HeadA, circle, 4, 11)[^1];
        var made = Assert.IsType<CommentMade>(told.Body);
        Assert.Equal(("Parties", "Too many.", HeadA), (made.Words, made.Text, made.By));
        Assert.Equal(
            scene.State.Circles[circle].People.Where(id => scene.Person(id).IsMediator || scene.Person(id).Party == A).ToHashSet(),
            scene.State.People.Keys.Where(id => scene.Reads(id, told.Circle)).ToHashSet());
        Assert.False(scene.Reads(HeadB, told.Circle));
        var ofMediator = Comment(scene, Mediator, circle, 0, 3)[^1];
        Assert.False(scene.Reads(HeadA, ofMediator.Circle));
        // the next one of the same side stands beside it
        Assert.Equal(told.Circle, Assert.Single(Comment(scene, HeadA, circle, 0, 3)).Circle);
        Assert.NotEqual(told.Circle, Comment(scene, HeadB, circle, 0, 3)[^1].Circle);
    }

    [Fact]
    public void PR5_a_comment_is_answered_and_closed_by_those_who_read_it_and_an_answer_opens_it_again()
    {
        var (scene, circle) = Together();
        var remarks = Comment(scene, HeadA, circle, 4, 11)[^1].Circle;
        var answer = new AnswerComment(remarks, 2, "How many would be right?", "en");
        Assert.Equal(new Event(remarks, new CommentAnswered(Id, 2, "How many would be right?", "en", Mediator)), Assert.Single(scene.Done(Mediator, answer)));
        Assert.Equal(new Event(remarks, new CommentClosed(Id, 2, CounselA)), Assert.Single(scene.Done(CounselA, new CloseComment(remarks, 2))));
        scene.Refused(Refusal.AlreadyDone, Mediator, new CloseComment(remarks, 2));
        scene.Done(HeadA, answer);
        scene.Done(Mediator, new CloseComment(remarks, 2));
    }

    [Fact]
    public void PR5_a_comment_that_one_does_not_read_is_not_there()
    {
        var (scene, circle) = Together();
        var remarks = Comment(scene, HeadA, circle, 4, 11)[^1].Circle;
        foreach (var offset in (long[])[1, 2, 3])
        {
            scene.Refused(Refusal.NotFound, HeadB, new AnswerComment(remarks, offset, "Why?", "en"));
            scene.Refused(Refusal.NotFound, HeadB, new CloseComment(remarks, offset));
        }

        // what is there and is no comment, and what is not there
        scene.Refused(Refusal.NotFound, HeadA, new CloseComment(remarks, 1));
        scene.Refused(Refusal.NotFound, HeadA, new AnswerComment(remarks, 3, "Why?", "en"));
        scene.Refused(Refusal.NotFound, HeadA, new CloseComment(circle, 1));
        scene.Refused(Refusal.Invalid, HeadA, new AnswerComment(remarks, 2, " ", "en"));
    }

    [Fact]
    public void OP3_comments_and_answers_of_one_side_are_bounded_together()
    {
        var (scene, circle) = Together();
        var remarks = Comment(scene, HeadA, circle, 4, 11)[^1].Circle;
        for (var said = 1; said < Limits.CommentsPerSide; said++)
        {
            scene.Done(HeadA, new AnswerComment(remarks, 2, "And again.", "en"));
        }

        scene.Refused(Refusal.TooMany, HeadA, new AnswerComment(remarks, 2, "And again.", "en"));
        Assert.Equal(Refusal.TooMany, Refused(scene, HeadA, new CommentOnDraft(circle, 7, 4, 11, "Too many.", "en"), circle));
        scene.Done(HeadA, new CloseComment(remarks, 2));
        Comment(scene, HeadB, circle, 4, 11);
    }

    [Fact]
    public void PR5_in_a_single_text_parties_comment_and_do_not_write()
    {
        var scene = Stage.Together();
        var circle = scene.Done(Mediator, new OpenDraft(Id, "Draft", scene.SittingOf(Mediator), SingleText: true))[0].Circle;
        Assert.Equal(Refusal.NotAllowed, Writing.MayEdit(HeadA, circle, scene.State));
        Assert.True(scene.Reads(Mediator, Comment(scene, HeadA, circle, 0, 3)[^1].Circle));
    }

    [Fact]
    public void DR2_a_party_agrees_to_exactly_these_words_and_all_who_have_the_draft_are_told()
    {
        var (scene, circle) = Together();
        var told = Assert.Single(Agree(scene, HeadA, circle, 22, 27));
        Assert.Equal(circle, told.Circle);
        var agreed = Assert.IsType<WordingAgreed>(told.Body);
        Assert.Equal(("shall", A, HeadA), (agreed.Words, agreed.Party, agreed.By));
        Assert.Equal(Refusal.NotAllowed, Refused(scene, Mediator, new AgreeWording(circle, 7, 22, 27), circle));
        scene.Done(HeadA, new RevokeAuthority(HeadA, Authority.Accept));
        Assert.Equal(Refusal.NotAuthorised, Refused(scene, HeadA, new AgreeWording(circle, 7, 22, 27), circle));
        // also where the text has gone on: to try again would not help
        Assert.Equal(Refusal.NotAuthorised, Refused(scene, HeadA, new AgreeWording(circle, 8, 22, 27), circle));
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(5, 4)]
    [InlineData(0, 999)]
    public void OP3_a_passage_that_is_not_there_is_refused(int from, int to)
    {
        var (scene, circle) = Together();
        Assert.Equal(Refusal.Invalid, Refused(scene, HeadA, new AgreeWording(circle, 7, from, to), circle));
        Assert.Equal(Refusal.Invalid, Refused(scene, HeadA, new CommentOnDraft(circle, 7, from, to, "Why?", "en"), circle));
        Assert.Equal(Refusal.DraftStale, Refused(scene, HeadA, new AgreeWording(circle, 8, 0, 3), circle));
    }

    [Fact]
    public void DR5_nothing_is_said_of_a_draft_that_one_does_not_have_or_that_has_gone_on()
    {
        var (scene, _) = Stage.Caucus();
        var circle = scene.Done(HeadA, new OpenDraft(Id, "Draft", scene.SittingOf(HeadA)))[0].Circle;
        Assert.Equal(Refusal.NotFound, Refused(scene, HeadB, new CommentOnDraft(circle, 7, 0, 3, "Why?", "en"), circle));
        var remarks = Comment(scene, HeadA, circle, 4, 11)[^1].Circle;
        scene.Do(scene.Next(Mediator, new SetDraftPeople(Id, circle, [Mediator])) with { Drafts = [new(circle, 7, Words)] });
        Assert.Equal(Refusal.DraftEnded, Refused(scene, HeadA, new CommentOnDraft(circle, 7, 0, 3, "Why?", "en"), circle));
        scene.Refused(Refusal.DraftEnded, HeadA, new AnswerComment(remarks, 2, "Why?", "en"));
        scene.Refused(Refusal.DraftEnded, HeadA, new CloseComment(remarks, 2));
    }

    private static (Scene Scene, CircleId Circle) Together()
    {
        var scene = Stage.Together();
        return (scene, scene.Done(HeadA, new OpenDraft(Id, "Draft", scene.SittingOf(HeadA)))[0].Circle);
    }

    private static ImmutableArray<Event> Comment(Scene scene, PersonId by, CircleId circle, int from, int to) =>
        Accepted(scene, by, new CommentOnDraft(circle, 7, from, to, "Too many.", "en"), circle);

    private static ImmutableArray<Event> Agree(Scene scene, PersonId by, CircleId circle, int from, int to) =>
        Accepted(scene, by, new AgreeWording(circle, 7, from, to), circle);

    private static ImmutableArray<Event> Accepted(Scene scene, PersonId by, CommandBody body, CircleId circle) =>
        Assert.IsType<Decision.Accepted>(scene.Do(scene.Next(by, body) with { Drafts = [new(circle, 7, Words)] })).Events;

    private static Refusal Refused(Scene scene, PersonId by, CommandBody body, CircleId circle) =>
        Assert.IsType<Decision.Refused>(scene.Do(scene.Next(by, body) with { Drafts = [new(circle, 7, Words)] })).Refusal;
}
