using System.Collections.Immutable;
using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Files;

public sealed class AttachingTests
{
    [Fact]
    public void SI3_what_is_said_carries_its_files_into_the_circle_that_hears_it()
    {
        var (scene, _) = Stage.Caucus();
        var sitting = scene.SittingOf(HeadA);
        var file = Upload(scene, HeadA, sitting);
        var told = Assert.Single(Done(scene, HeadA, new Say(sitting, "See the annex.", "en", [file.File.File]), file));
        Assert.Equal(sitting, told.Circle);
        Assert.Equal(file.File, Assert.Single(((Said)told.Body).Files!.Value));
        Assert.Equal(new FilePlace(sitting, HeadA, file.File.Size), scene.State.Files[file.File.File]);
    }

    [Fact]
    public void SI3_a_file_may_go_without_a_word_and_no_file_without_a_file()
    {
        var scene = Stage.Together();
        var sitting = scene.SittingOf(HeadA);
        var file = Upload(scene, HeadA, sitting);
        Assert.Single(Done(scene, HeadA, new Say(sitting, "", "en", [file.File.File]), file));
        scene.Refused(Refusal.Invalid, HeadA, new Say(sitting, "", "en", []));
        scene.Refused(Refusal.Invalid, HeadA, new Say(sitting, "", "en"));
        Assert.Null(((Said)Assert.Single(scene.Done(HeadA, new Say(sitting, "none", "en", []))).Body).Files);
    }

    [Fact]
    public void SI2_somebody_who_came_meanwhile_was_not_seen_and_gets_no_file()
    {
        var (scene, room) = Stage.Caucus();
        var seen = scene.SittingOf(HeadA);
        var file = Upload(scene, HeadA, seen);
        scene.Move(room, HeadB);
        Assert.Equal("sitting_changed", Refused(scene, HeadA, new Say(seen, "Between us", "en", [file.File.File]), file).Code);

        // he has looked who is there and says it to them: the same room
        Assert.Single(Done(scene, HeadA, new Say(scene.SittingOf(HeadA), "To all of you", "en", [file.File.File]), file));
    }

    [Fact]
    public void SI2_a_file_meant_for_one_room_is_said_in_no_other()
    {
        var (scene, _) = Stage.Caucus();
        var caucus = Upload(scene, HeadA, scene.SittingOf(HeadA));
        scene.MoveParties(scene.Joint.Id, A, B);
        FileIsGone(scene, HeadA, new Say(scene.SittingOf(HeadA), "x", "en", [caucus.File.File]), caucus);
        FileIsGone(scene, HeadA, new SayInDelegation("x", "en", [caucus.File.File]), caucus);
        var home = Upload(scene, HeadA, scene.State.Parties[A].Circle);
        FileIsGone(scene, HeadA, new Say(scene.SittingOf(HeadA), "x", "en", [home.File.File]), home);
        Assert.Single(Done(scene, HeadA, new SayInDelegation("x", "en", [home.File.File]), home));
    }

    [Fact]
    public void SI3_a_bench_that_changed_takes_what_was_uploaded_for_the_one_before()
    {
        var scene = Stage.Open();
        var file = Upload(scene, Mediator, scene.State.Bench);
        scene.Done(Secretary, new RemovePerson(CoMediator, "the registrar"));
        Assert.Single(Done(scene, Mediator, new SayOnBench(scene.State.Bench, "", "en", [file.File.File]), file));
    }

    [Fact]
    public void DL7_unknown_foreign_said_and_old_files_are_answered_alike()
    {
        var scene = Stage.Together();
        var sitting = scene.SittingOf(HeadA);
        var (file, foreign) = (Upload(scene, HeadA, sitting), Upload(scene, HeadB, sitting));
        var old = Upload(scene, HeadA, sitting) with { At = Scene.Noon - Limits.FileWaits - TimeSpan.FromMinutes(1) };
        var nowhere = Upload(scene, HeadA, Named.Circle("nowhere"));
        Say SayIt(FileFacts which) => new(sitting, "x", "en", [which.File.File]);
        FileIsGone(scene, HeadA, SayIt(file));
        FileIsGone(scene, HeadA, SayIt(foreign), foreign);
        FileIsGone(scene, HeadA, SayIt(old), old);
        FileIsGone(scene, HeadA, SayIt(nowhere), nowhere);
        Done(scene, HeadA, SayIt(file), file);
        FileIsGone(scene, HeadA, SayIt(file), file);

        // one that is gone keeps back all that goes with it
        var more = Upload(scene, HeadA, sitting);
        FileIsGone(scene, HeadA, new Say(sitting, "x", "en", [more.File.File, file.File.File]), more, file);
    }

    [Fact]
    public void OP3_an_utterance_has_ten_files_and_each_once()
    {
        var scene = Stage.Together();
        var sitting = scene.SittingOf(HeadA);
        var many = Enumerable.Range(0, Limits.FilesPerUtterance + 1).Select(_ => Upload(scene, HeadA, sitting)).ToArray();
        ImmutableArray<FileId> ids = [.. many.Select(file => file.File.File)];
        Assert.Equal("invalid", Refused(scene, HeadA, new Say(sitting, "x", "en", ids), many).Code);
        Assert.Equal("invalid", Refused(scene, HeadA, new Say(sitting, "x", "en", [ids[0], ids[0]]), many).Code);
        Done(scene, HeadA, new Say(sitting, "x", "en", ids[1..]), many);
    }

    [Fact]
    public void SE3_a_limit_counts_ones_own_files_alone()
    {
        var scene = Stage.Together();
        var sitting = scene.SittingOf(HeadA);
        var file = Upload(scene, HeadA, sitting);
        var large = file with { File = file.File with { Size = Limits.FileBytesPerPerson - 10 } };
        Done(scene, HeadA, new Say(sitting, "x", "en", [file.File.File]), large);
        Assert.Null(Attaching.Fits(HeadA, [], 10, scene.State));
        Assert.Equal(Refusal.TooMany, Attaching.Fits(HeadA, [5], 6, scene.State));
        Assert.Null(Attaching.Fits(HeadB, [], Limits.FileBytes, scene.State));
        Assert.Equal(Refusal.FileTooLarge, Attaching.Fits(HeadB, [], Limits.FileBytes + 1, scene.State));
        Assert.Equal(Refusal.TooMany, Attaching.Fits(HeadB, [.. Enumerable.Repeat(1L, Limits.FilesWaiting)], 1, scene.State));
    }

    [Fact]
    public void SI3_one_uploads_where_one_reads_and_may_speak()
    {
        var (scene, _) = Stage.Caucus();
        var state = scene.State;
        var caucus = scene.SittingOf(HeadA);
        Assert.Null(Attaching.MayUpload(HeadA, caucus, state));
        Assert.Null(Attaching.MayUpload(HeadA, state.Parties[A].Circle, state));
        Assert.Null(Attaching.MayUpload(Mediator, state.Bench, state));
        Assert.Equal(Refusal.NotFound, Attaching.MayUpload(HeadB, caucus, state));
        Assert.Equal(Refusal.NotFound, Attaching.MayUpload(HeadA, state.Bench, state));
        Assert.Equal(Refusal.NotFound, Attaching.MayUpload(HeadA, Named.Circle("unknown"), state));
        Assert.Equal(Refusal.NotFound, Attaching.MayUpload(Nobody, caucus, state));
        Assert.Equal(Refusal.NotAllowed, Attaching.MayUpload(HeadA, state.Hall, state));
        Assert.Null(Attaching.MayUpload(CounselA, caucus, state));
        scene.Done(HeadA, new RevokeAuthority(CounselA, Authority.Speak));
        Assert.Equal(Refusal.NotAuthorised, Attaching.MayUpload(CounselA, caucus, scene.State));
        scene.MoveParties(scene.Joint.Id, A);
        Assert.Equal("sitting_changed", Attaching.MayUpload(HeadA, caucus, scene.State)!.Code);
        scene.Done(Mediator, new SuspendPerson(HeadA));
        Assert.Equal(Refusal.NotFound, Attaching.MayUpload(HeadA, caucus, scene.State));
    }

    private static FileFacts Upload(Scene scene, PersonId by, CircleId into)
    {
        var id = new FileId(Guid.NewGuid());
        return new(new(id, "annex.pdf", "application/pdf", 12, new string('0', 32), new string('1', 64)), by, into, Scene.Noon);
    }

    private static ImmutableArray<Event> Done(Scene scene, PersonId by, CommandBody body, params FileFacts[] uploads) =>
        Assert.IsType<Decision.Accepted>(scene.Do(scene.Next(by, body) with { Uploads = [.. uploads] })).Events;

    private static Refusal Refused(Scene scene, PersonId by, CommandBody body, params FileFacts[] uploads)
    {
        var before = scene.State;
        var refused = Assert.IsType<Decision.Refused>(scene.Do(scene.Next(by, body) with { Uploads = [.. uploads] }));
        Assert.Same(before, scene.State);
        return refused.Refusal;
    }

    private static void FileIsGone(Scene scene, PersonId by, CommandBody body, params FileFacts[] uploads) =>
        Assert.Equal(Refusal.FileGone, Refused(scene, by, body, uploads));
}
