using System.Collections.Immutable;

namespace IomSessions.Domain.Tests.Drafts;

public sealed class EditingTests
{
    private static readonly PersonId Ana = Named.Person("ana");
    private static readonly PersonId Bo = Named.Person("bo");
    private static readonly EditorId One = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly EditorId Two = new(new Guid(2, 0, 0, new byte[8]));

    [Fact]
    public void DR1_one_accepted_change_is_one_version()
    {
        var taken = Taken(Draft("ab"), Ana, One, 0, Insert(2, 1, "x"), Insert(3, 2, "y"), ChangeSet.Nothing(4));
        Assert.Equal("axyb", taken.Next.Text.ToString());
        Assert.Equal(3, taken.Next.Version);
        Assert.Equal(taken.Changes, taken.Next.Tail);
        Assert.All(taken.Changes, one => Assert.Equal((Ana, One), (one.By, one.Editor)));
    }

    [Fact]
    public void DR1_a_change_on_an_older_version_is_carried_over_what_came_since()
    {
        var draft = Taken(Draft("the text"), Ana, One, 0, Insert(8, 0, "All "), Insert(12, 12, ".")).Next;
        var taken = Taken(draft, Bo, Two, 0, Insert(8, 4, "whole "));
        Assert.Equal("All the whole text.", taken.Next.Text.ToString());
        Assert.Equal(3, taken.Next.Version);
    }

    [Fact]
    public void DR1_what_was_accepted_and_is_sent_again_is_not_done_twice()
    {
        var draft = Taken(Draft("ab"), Ana, One, 0, Insert(2, 1, "x")).Next;
        draft = Taken(draft, Bo, Two, 1, Insert(3, 0, "z")).Next;
        var again = Taken(draft, Ana, One, 0, Insert(2, 1, "x"), Insert(3, 2, "y"));
        Assert.Single(again.Changes);
        Assert.Equal("zaxyb", again.Next.Text.ToString());
        Assert.Empty(Taken(again.Next, Ana, One, 0, Insert(2, 1, "x"), Insert(3, 2, "y")).Changes);
    }

    [Fact]
    public void DR1_what_is_sent_again_as_something_else_is_refused()
    {
        var draft = Taken(Draft("ab"), Ana, One, 0, Insert(2, 1, "x")).Next;
        Refused(Refusal.DraftDiverged, draft, Ana, One, 0, Insert(2, 1, "other"));
    }

    [Fact]
    public void DR1_nobody_speaks_as_anothers_editor()
    {
        var draft = Taken(Draft("ab"), Ana, One, 0, Insert(2, 1, "x")).Next;
        var taken = Taken(draft, Bo, One, 0, Insert(2, 1, "x"));
        Assert.Equal("axxb", taken.Next.Text.ToString());
        Assert.Equal(Bo, taken.Changes.Single().By);
    }

    [Fact]
    public void DR1_a_version_too_old_or_not_there_is_refused()
    {
        var draft = Draft("");
        for (var i = 0; i <= Limits.DraftTail; i++)
        {
            draft = Taken(draft, Ana, One, i, Insert(i, i, "x")).Next;
        }

        Assert.Equal((1, Limits.DraftTail), (draft.Oldest, draft.Tail.Count));
        Refused(Refusal.DraftStale, draft, Bo, Two, 0, Insert(0, 0, "y"));
        Assert.Equal($"{new string('x', Limits.DraftTail + 1)}y", Taken(draft, Bo, Two, 1, Insert(1, 1, "y")).Next.Text.ToString());
        Refused(Refusal.DraftDiverged, draft, Bo, Two, draft.Version + 1, Insert(draft.Text.Length + 1, 0, "y"));
        Refused(Refusal.DraftStale, draft, Bo, Two, -1, Insert(0, 0, "y"));
    }

    [Fact]
    public void DR1_a_change_that_does_not_cover_the_text_is_refused()
    {
        Refused(Refusal.DraftDiverged, Draft("ab"), Ana, One, 0, Insert(3, 1, "x"));
        Refused(Refusal.DraftDiverged, Draft("ab"), Ana, One, 0, Insert(2, 1, "x"), Insert(2, 1, "y"));
        var draft = Taken(Draft("ab"), Ana, One, 0, Insert(2, 1, "x")).Next;
        Refused(Refusal.DraftDiverged, draft, Bo, Two, 0, Insert(3, 1, "x"));
    }

    [Fact]
    public void OP3_a_draft_has_an_upper_length_also_with_what_came_since()
    {
        var long_ = new string('a', Limits.DraftLength - 2);
        Refused(Refusal.DraftFull, Draft(long_), Ana, One, 0, Insert(long_.Length, 0, "xyz"));
        var draft = Taken(Draft(long_), Ana, One, 0, Insert(long_.Length, 0, "xy")).Next;
        Refused(Refusal.DraftFull, draft, Bo, Two, 0, Insert(long_.Length, 9, "z"));
        Assert.Equal(Limits.DraftLength, Taken(draft, Bo, Two, 1, ChangeSet.Replace(Limits.DraftLength, 0, 1, "z")).Next.Text.Length);
    }

    [Fact]
    public void OP3_a_submission_is_bounded()
    {
        Refused(Refusal.Invalid, Draft("ab"), Ana, One, 0);
        Refused(Refusal.Invalid, Draft("ab"), Ana, One, 0, [.. Enumerable.Repeat(ChangeSet.Nothing(2), Limits.DraftChanges + 1)]);
        // what would take seconds to carry over is not begun
        var text = new string('a', 20_000);
        var everywhere = Enumerable.Range(0, 4_000).Aggregate("", (s, _) => s + "1,[1,\"b\"],");
        var wide = System.Text.Json.JsonSerializer.Deserialize<ChangeSet>($"[{everywhere}12000]")!;
        var draft = Draft(text);
        for (var i = 0; i < 200; i++)
        {
            draft = draft.Take(new TextChanged(Ana, One, wide));
        }

        Refused(Refusal.DraftStale, draft, Bo, Two, 0, Insert(20_000, 0, "x"));
        Assert.Equal(20_001, Taken(draft, Bo, Two, 150, Insert(20_000, 0, "x")).Next.Text.Length);
    }

    [Theory]
    [InlineData(1, 1, "x")]
    [InlineData(1, 2, "")]
    [InlineData(0, 1, "x")]
    [InlineData(1, 3, "")]
    public void DR1_no_edit_leaves_half_a_sign(int from, int to, string insert) =>
        Refused(Refusal.DraftSign, Draft("😀😁"), Ana, One, 0, ChangeSet.Replace(4, from, to, insert));

    [Theory]
    [InlineData("\0")]
    [InlineData("\r")]
    [InlineData("\u202e03")]
    public void DR1_what_a_text_may_not_have_is_refused(string insert) =>
        Refused(Refusal.DraftSign, Draft("ab"), Ana, One, 0, Insert(2, 1, insert));

    [Fact]
    public void DR1_half_a_sign_is_not_inserted()
    {
        Refused(Refusal.DraftSign, Draft("ab"), Ana, One, 0, Insert(2, 1, "\ud83d"));
        Refused(Refusal.DraftSign, Draft("ab"), Ana, One, 0, Insert(2, 1, "a\ude00b"));
        Refused(Refusal.DraftSign, Draft("ab"), Ana, One, 0, Insert(2, 1, "\ude00\ud83d"));
    }

    [Fact]
    public void DR1_signs_of_two_units_and_marks_of_direction_are_words()
    {
        var taken = Taken(Draft("ab"), Ana, One, 0, Insert(2, 1, "😀\u200f\u2067ع\u2069\t\n"));
        Assert.Equal("a😀\u200f\u2067ع\u2069\t\nb", taken.Next.Text.ToString());
    }

    [Fact]
    public void DR1_whatever_is_accepted_leaves_a_whole_text() => History.ForAll(400, seed =>
    {
        var typing = new Typing(seed);
        var draft = Draft(typing.Text(20));
        for (var i = 0; i < 20; i++)
        {
            // on any version, at any place, also within a sign
            var version = draft.Oldest + typing.Upto(draft.Tail.Count + 1);
            var length = version == draft.Version ? draft.Text.Length : draft.Tail[(int)version].Change.Length;
            var from = typing.Upto(length + 1);
            var to = from + typing.Upto(Math.Min(4, length - from) + 1);
            var edited = Editing.Decide(draft, new Submission(Bo, new EditorId(new Guid(i, 0, 0, new byte[8])), version, [ChangeSet.Replace(length, from, to, typing.Text(3))]));
            draft = edited is Edited.Taken taken ? taken.Next : draft;
            var bytes = new System.Text.UTF8Encoding(false, true).GetBytes(draft.Text.ToString());
            Assert.Equal(draft.Text.ToString(), System.Text.Encoding.UTF8.GetString(bytes));
        }
    });

    private static Manuscript Draft(string text) => Manuscript.Of(DraftText.Of(text));

    private static ChangeSet Insert(int length, int at, string text) => ChangeSet.Replace(length, at, at, text);

    private static Edited.Taken Taken(Manuscript draft, PersonId by, EditorId editor, long version, params ImmutableArray<ChangeSet> changes) =>
        Assert.IsType<Edited.Taken>(Editing.Decide(draft, new Submission(by, editor, version, changes)));

    private static void Refused(Refusal refusal, Manuscript draft, PersonId by, EditorId editor, long version, params ImmutableArray<ChangeSet> changes) =>
        Assert.Equal(refusal, Assert.IsType<Edited.Refused>(Editing.Decide(draft, new Submission(by, editor, version, changes))).Refusal);
}
