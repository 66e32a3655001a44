using IomSessions.Domain;
using Xunit;

namespace IomSessions.Engine.Tests.Outlines;

/// <summary>One finds again what one may read, and nothing else.</summary>
public sealed class SearchTests
{
    [Fact]
    public async Task ST2_words_are_found_without_case_and_vowel_points_all_of_them_the_newest_first()
    {
        var talk = await Talking.BeginAsync();
        await talk.DoAsync(talk.Mediator, new SayOnBench(talk.State.Bench, "Le café de l’ÉTÉ.", "fr"));
        await talk.DoAsync(talk.Mediator, new SayOnBench(talk.State.Bench, "Un autre café. \u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd", "fr"));
        Assert.Equal(["Un autre café. \u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd", "Le café de l’ÉTÉ."], await FindAsync(talk, talk.Mediator, "CAFÉ"));
        Assert.Equal(["Le café de l’ÉTÉ."], await FindAsync(talk, talk.Mediator, " été  CAFÉ "));
        Assert.Single(await FindAsync(talk, talk.Mediator, "\u05e9\u05dc\u05d5\u05dd"));
        Assert.Empty(await FindAsync(talk, talk.Mediator, "tea"));
    }

    [Fact]
    public async Task SI4_nobody_finds_what_is_not_his_and_the_answer_is_the_same_whether_it_is_there()
    {
        var talk = await Talking.BeginAsync();
        var (head, other) = (talk.World.Cast.Delegates[0], talk.World.Cast.Delegates.First(one => one.Party is not null && one.Party != talk.World.Cast.Delegates[0].Party));
        await talk.DoAsync(head.Person, new SayInDelegation("The orchard is ours.", "en"));
        Assert.Equal(["The orchard is ours."], await FindAsync(talk, head.Person, "orchard"));
        Assert.Empty(await FindAsync(talk, other.Person, "orchard"));
        var circle = talk.State.Parties[head.Party!.Value].Circle;
        var foreign = await talk.Live.Questions.SearchAsync(other.Person, "orchard", new SearchPlace(circle, 9));
        var unknown = await talk.Live.Questions.SearchAsync(other.Person, "orchard", new SearchPlace(new(Guid.NewGuid()), 9));
        Assert.Equal((Refusal.NotFound, Refusal.NotFound), (foreign.Refusal, unknown.Refusal));
    }

    [Fact]
    public async Task OP3_an_answer_is_bounded_and_the_next_goes_on_where_it_ended()
    {
        var talk = await Talking.BeginAsync();
        for (var at = 0; at < Limits.EventsFound + 7; at++)
        {
            await talk.DoAsync(talk.Mediator, new SayOnBench(talk.State.Bench, $"Pear {at}", "en"));
        }

        var (_, first) = await talk.Live.Questions.SearchAsync(talk.Mediator, "pear", null);
        var (_, second) = await talk.Live.Questions.SearchAsync(talk.Mediator, "pear", first!.Next);
        Assert.Equal((Limits.EventsFound, 7), (first.Events.Events.Count, second!.Events.Events.Count));
        Assert.Null(second.Next);
        Assert.Empty(first.Events.Events.Select(one => one.Offset).Intersect(second.Events.Events.Select(one => one.Offset)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task OP3_what_is_no_word_is_not_looked_for(string words)
    {
        var talk = await Talking.BeginAsync();
        Assert.Equal(Refusal.Invalid, (await talk.Live.Questions.SearchAsync(talk.Mediator, words, null)).Refusal);
        Assert.Equal(Refusal.Invalid, (await talk.Live.Questions.SearchAsync(talk.Mediator, new string('x', Limits.SearchLength + 1), null)).Refusal);
    }

    [Fact]
    public async Task OP3_who_searches_too_fast_is_told_to_wait()
    {
        var talk = await Talking.BeginAsync();
        for (var at = 0; at < Limits.SearchBurst; at++)
        {
            Assert.Null((await talk.Live.Questions.SearchAsync(talk.Mediator, "word", null)).Refusal);
        }

        Assert.Equal("too_fast", (await talk.Live.Questions.SearchAsync(talk.Mediator, "word", null)).Refusal!.Code);
    }

    private static async Task<IEnumerable<string>> FindAsync(Talking talk, PersonId by, string words)
    {
        var (refusal, found) = await talk.Live.Questions.SearchAsync(by, words, null);
        Assert.Null(refusal);
        return found!.Events.Events.Select(one => one.Event.Body is Said said ? said.Text : "");
    }
}
