using CsCheck;
using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Sittings;

public sealed class SpeechTests
{
    [Fact]
    public void SI1_every_change_of_company_closes_the_sitting_and_opens_the_next_in_the_same_append()
    {
        var scene = Stage.Together();
        var before = scene.SittingOf(HeadA);
        scene.Move(null, CounselB);
        Assert.True(scene.State.Circles[before].Ended);
        Assert.NotEqual(before, scene.SittingOf(HeadA));
        Assert.Contains(CounselB, scene.State.Circles[before].People);
    }

    [Fact]
    public void SI2_what_is_said_is_told_to_the_open_sitting()
    {
        var scene = Stage.Together();
        var told = Assert.Single(scene.Done(HeadA, new Say(scene.SittingOf(HeadA), "We agree.", "en")));
        Assert.Equal(scene.SittingOf(HeadB), told.Circle);
        Assert.Equal(new Said(HeadA, "We agree.", "en", Disclosure.ConfidentialUnlessReleased, Command: Assert.IsType<Said>(told.Body).Command), told.Body);
    }

    [Fact]
    public void SI2_when_only_some_have_left_it_is_accepted_and_the_reply_says_who()
    {
        var scene = Stage.Together();
        var seen = scene.SittingOf(HeadA);
        scene.Move(null, CounselB);
        var accepted = scene.Accepted(HeadA, new Say(seen, "To those who are here", "en"));
        Assert.Equal(Company.Of(CounselB), accepted.Answer!.Left);
        Assert.Equal(scene.SittingOf(HeadA), Assert.Single(accepted.Events).Circle);
        Assert.Null(scene.Accepted(HeadA, new Say(scene.SittingOf(HeadA), "again", "en")).Answer);
    }

    [Fact]
    public void SI2_when_somebody_came_it_is_refused_with_who_is_there()
    {
        var (scene, room) = Stage.Caucus();
        var seen = scene.SittingOf(HeadA);
        scene.Move(room, CoMediator);
        var refusal = scene.Refused(HeadA, new Say(seen, "For one ear", "en"));
        Assert.Equal(Refusal.SittingChanged.Code, refusal.Code);
        var present = Assert.IsType<RefusalDetail.PresentRoom>(refusal.Detail);
        Assert.Equal((room, scene.SittingOf(HeadA)), (present.Room, present.Sitting));
        Assert.Equal(scene.State.Rooms[room].People, present.People);
    }

    [Fact]
    public void SI2_who_was_moved_does_not_speak_into_another_room()
    {
        var scene = Stage.Together();
        var joint = scene.SittingOf(HeadA);
        scene.Move(new Move(scene.Room("aside"), [], [A]));
        scene.Refused(Refusal.SittingChanged, HeadA, new Say(joint, "To the joint room", "en"));
    }

    [Fact]
    public void DL7_a_sitting_of_others_is_answered_like_one_that_does_not_exist()
    {
        var (scene, _) = Stage.Caucus();
        var others = Shape.Of(scene.Refused(HeadB, new Say(scene.SittingOf(HeadA), "x", "en")));
        Assert.Equal(others, Shape.Of(scene.Refused(HeadB, new Say(Named.Circle("unknown"), "x", "en"))));
        Assert.Equal(others, Shape.Of(scene.Refused(HeadB, new Say(scene.State.Bench, "x", "en"))));
        Assert.Equal(others, Shape.Of(scene.Refused(HeadB, new Say(scene.State.Hall, "x", "en"))));
    }

    [Fact]
    public void RM1_nothing_is_said_in_the_waiting_place_and_the_secretariat_says_nothing()
    {
        var scene = Stage.Open();
        scene.Refused(Refusal.NoSpeechHere, Guest, new Say(scene.SittingOf(Guest), "hello", "en"));
        scene.Refused(Refusal.NotAllowed, Secretary, new Say(scene.SittingOf(Guest), "hello", "en"));
        scene.Refused(Refusal.NotAllowed, Secretary, new SayInDelegation("hello", "en"));
        scene.Refused(Refusal.NotAllowed, Mediator, new SayInDelegation("hello", "en"));
        scene.Refused(Refusal.NotAllowed, HeadA, new SayOnBench(scene.State.Bench, "hello", "en"));
        scene.Refused(Refusal.NotFound, Nobody, new Say(scene.SittingOf(Guest), "hello", "en"));
    }

    [Fact]
    public void SI2_on_the_bench_too_one_speaks_to_those_one_saw()
    {
        var scene = Stage.Open();
        var bench = scene.State.Bench;
        scene.Done(Mediator, new SayOnBench(bench, "between us", "en"));
        scene.Done(Secretary, new RemovePerson(CoMediator, "both"));
        scene.Refused(Refusal.SittingChanged, Mediator, new SayOnBench(bench, "between us", "en"));
        scene.Refused(Refusal.SittingChanged, Mediator, new SayOnBench(Named.Circle("unknown"), "between us", "en"));
    }

    [Fact]
    public void SI4_one_reads_the_sittings_one_sat_in_whole_and_no_other()
    {
        var scene = Stage.Together();
        var first = scene.SittingOf(HeadA);
        scene.Move(null, CounselB);
        var second = scene.SittingOf(HeadA);
        scene.Move(scene.Joint.Id, CounselB);
        Assert.True(scene.Reads(CounselB, first));
        Assert.False(scene.Reads(CounselB, second));
        Assert.True(scene.Reads(CounselB, scene.SittingOf(HeadA)));
        Assert.False(scene.Reads(Guest, first));
    }

    [Theory]
    [InlineData("", "en", "invalid")]
    [InlineData("  \n", "en", "invalid")]
    [InlineData(null, "en", "invalid")]
    [InlineData("x", "", "invalid")]
    [InlineData("x", null, "invalid")]
    [InlineData("x", "e", "invalid")]
    [InlineData("x", "en us", "invalid")]
    [InlineData("nul \0", "en", "invalid")]
    public void OP3_what_is_not_well_formed_is_not_said(string? text, string? language, string code) => EveryWay(text!, language!, code);

    [Fact]
    public void OP3_half_characters_and_too_long_texts_are_not_said()
    {
        EveryWay("half \ud83d a character", "en", "invalid");
        EveryWay("\ude00", "en", "invalid");
        EveryWay(new string('x', Limits.TextLength + 1), "en", "too_long");
        EveryWay("x", new string('x', Limits.LanguageLength + 1), "invalid");
        var scene = Stage.Open();
        scene.Done(HeadA, new Say(scene.SittingOf(HeadA), new string('x', Limits.TextLength), "zh-Hant"));
        scene.Done(HeadA, new Say(scene.SittingOf(HeadA), "多语 عربي 😀\r\n\tend", "ar"));
    }

    [Fact]
    public void OP3_whatever_is_accepted_survives_utf8()
    {
        var scene = Stage.Open();
        var sitting = scene.SittingOf(HeadA);
        Gen.String[Gen.Char, 1, 12].Sample(
            text =>
            {
                var command = new Command(new(Guid.Empty), HeadA, Scene.Noon, Named.Seed("s"), new Say(sitting, text, "en"));
                return Decider.Decide(scene.State, command) is not Decision.Accepted
                    || System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)) == text;
            },
            iter: 2_000, threads: 1);
    }

    private static void EveryWay(string text, string language, string code)
    {
        var scene = Stage.Open();
        Assert.Equal(code, scene.Refused(HeadA, new Say(scene.SittingOf(HeadA), text, language)).Code);
        Assert.Equal(code, scene.Refused(HeadA, new SayInDelegation(text, language)).Code);
        Assert.Equal(code, scene.Refused(Mediator, new SayOnBench(scene.State.Bench, text, language)).Code);
    }
}
