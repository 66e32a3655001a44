using System.Collections.Immutable;
using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Laws;

/// <summary>Texts that go from draft to draft: looked at from the log alone.</summary>
public sealed class TakingLaws
{
    private const int Steps = 120;

    private static readonly ImmutableArray<PersonId> People = [Mediator, CoMediator, HeadA, CounselA, HeadB, CounselB, HeadC];

    [Fact]
    public void DR4_no_words_reach_anybody_but_the_parties_whose_they_are_unless_each_of_them_let_them_go()
    {
        var (taken, refused, carried) = (0, 0, 0);
        History.ForAll(150, seed =>
        {
            var (wrote, random) = (new Authorship(), new Random(seed));
            var scene = Stage.Open(third: true, seed % 3 == 0 ? Stage.Usual with { Disclosure = Disclosure.DisclosableUnlessMarked } : Stage.Usual, $"taking {seed}");
            foreach (var head in new[] { HeadA, HeadB, HeadC })
            {
                scene.Done(head, new GrantAuthority(head, Authority.Release));
            }

            for (var at = 0; at < Steps; at++)
            {
                var before = scene.State;
                var command = Command(scene, random, at);
                var step = new Step(before, command, scene.Do(command), scene.State);
                if (command.Body is TakeDraft ask)
                {
                    refused += step.Events.Count == 0 ? 1 : 0;
                    taken += step.Events.Count > 0 ? 1 : 0;
                    MayHaveGone(wrote, step, ask);
                }

                wrote.Follow(step);
            }

            carried += wrote.Carried;
        });
        Assert.True(taken > 300 && refused > 300 && carried > 300, $"{taken} were taken, {refused} were not, {carried} went on without those who wrote them");
    }

    private static void MayHaveGone(Authorship wrote, Step step, TakeDraft ask)
    {
        if (step.Events.Select(one => one.Body).OfType<DraftOpened>().SingleOrDefault() is not { } opened)
        {
            return;
        }

        var (state, by, sources) = (step.Before!, step.Before!.People[step.Command.By], wrote.Wrote(ask.From));
        Assert.True(
            opened.People.Where(id => !state.Circles[ask.From].People.Contains(id)).All(id => state.People[id].Party is { } party && sources.Contains(party))
            || (by.IsMediator && sources.Count == 0)
            || (sources.Count > 0 && wrote.IsLetOut(state, by, ask.From, wrote.NumberAt(ask.From, ask.Offset))),
            "it was not theirs to let out");
    }

    private static Command Command(Scene scene, Random random, int at)
    {
        var state = scene.State;
        if (at % 20 == 0)
        {
            // some of them by themselves
            var room = new RoomId(Named.Of($"room {at}"));
            scene.Done(Mediator, new MakeRoom(room, $"Room {at}"));
            scene.Move(room, [Mediator, .. People.Skip(1).Where(_ => random.Next(3) == 0)]);
            return scene.Next(Mediator, new OpenDraft(Named.Draft($"{at}"), "Opened", scene.SittingOf(Mediator), random.Next(3) == 0));
        }

        var draft = state.Drafts.Values.OrderBy(one => one.Id.Value).ElementAt(random.Next(state.Drafts.Count));
        var has = state.Circles[draft.Circle].People;
        var by = has.ElementAt(random.Next(has.Count));
        var frozen = draft.Frozen.Count == 0 ? null : draft.Frozen[random.Next(draft.Frozen.Count)];
        return random.Next(6) switch
        {
            0 => scene.Next(by, new SetDraftPeople(draft.Id, draft.Circle, [by, .. has.Where(id => id != by && random.Next(2) == 0)])) with { Drafts = [new(draft.Circle, at, "Words")] },
            <= 2 => scene.Next(by, new FreezeDraft(draft.Id, draft.Circle, at)) with { Drafts = [new(draft.Circle, at, "Words")] },
            3 when frozen is not null => scene.Next(Of([HeadA, HeadB, HeadC], random), new ReleaseVersion(frozen.Circle, frozen.Number)),
            _ when frozen is not null => Take(scene, random, Of([Mediator, .. state.Circles[frozen.Circle].People], random), frozen, at),
            _ => scene.Next(by, new FreezeDraft(draft.Id, draft.Circle, at)) with { Drafts = [new(draft.Circle, at, "Words")] },
        };
    }

    private static Command Take(Scene scene, Random random, PersonId by, FrozenVersion version, int at)
    {
        var offset = scene.Told(version.Circle).Index().Single(one => one.Item is VersionText text && text.Number == version.Number).Index + 1;
        var audience = random.Next(3) == 0 && scene.Person(by).Party is { } party ? scene.State.Parties[party].Circle
            : random.Next(4) == 0 ? scene.State.Bench
            : scene.SittingOf(by);
        var ask = new TakeDraft(Named.Draft($"{at}"), "Taken", version.Circle, offset, audience, [], null, random.Next(4) == 0);
        return scene.Next(by, ask with { Confirm = Taking.Preview(scene.State, scene.Next(by, ask))?.Confirm });
    }

    private static PersonId Of(ImmutableArray<PersonId> people, Random random) => people[random.Next(people.Length)];
}
