namespace IomSessions.Domain.Tests.Laws;

/// <summary>Given the same moves with the same chance, what is written in a draft, how long it is, how often it is frozen and whether at all,
/// changes nothing for anybody who never had it.</summary>
public sealed class DraftNoninterference
{
    [Fact]
    public void DR4_what_is_written_in_a_draft_changes_nothing_for_those_who_never_had_it()
    {
        var told = 0;
        History.ForAll(200, seed =>
        {
            var (scene, steps) = History.Of(seed, 90);
            var random = new Random(seed);
            var takenFrom = steps.Where(step => step.Events.Count > 0).Select(step => step.Command.Body).OfType<TakeDraft>()
                .Select(take => take.From)
                // what a mediator lays on the table, or tries to, is no secret of those who had it
                .Concat(steps.Select(step => step.Command.Body).OfType<PutSettlement>().SelectMany(put => put.Texts.Select(text => text.Circle)))
                .Concat(steps.Select(step => step.Command.Body).Select(VersionOf).OfType<TabledVersion>().Select(version => version.Circle))
                .Select(circle => scene.State.Circles[circle].Draft).ToHashSet();
            var drafts = steps.Where(step => step.Command.Body is FreezeDraft or SetDraftPeople).SelectMany(step => step.Events).Select(one => one.Body).OfType<VersionText>().Select(one => one.Draft)
                .Where(draft => !takenFrom.Contains(draft)).Distinct().ToList();
            if (drafts.Count == 0)
            {
                return;
            }

            var secret = drafts[random.Next(drafts.Count)];
            var circles = scene.State.Circles.Where(one => one.Value.Draft == secret).Select(one => one.Key).ToList();
            var insiders = scene.State.People.Keys.Where(id => circles.Exists(circle => Noninterference.EverRead(steps, id, circle))).ToHashSet();
            var other = History.Start(seed);
            foreach (var step in steps)
            {
                Vary(other, step, secret, insiders, random);
            }

            Assert.NotEqual(circles.Select(circle => Shape.Of(scene.Told(circle))), circles.Select(circle => Shape.Of(other.Told(circle))));
            foreach (var person in scene.State.People.Keys.Where(id => !insiders.Contains(id)))
            {
                Assert.Equal(Noninterference.Seen(scene.Log, person), Noninterference.Seen(other.Log, person));
                told++;
            }
        });
        Assert.True(told > 300, $"only {told} outsiders were looked at");
    }

    private static TabledVersion? VersionOf(CommandBody body) => body switch
    {
        MakeProposal ask => ask.From,
        WritePartyProposal ask => ask.From,
        _ => null,
    };

    private static void Vary(Scene other, Step step, DraftId secret, HashSet<PersonId> insiders, Random random)
    {
        var command = step.Command with
        {
            Drafts = [.. step.Command.Drafts.Select(facts => facts with { Text = new string('!', 1 + random.Next(2_000)) })],
        };
        switch (step.Command.Body)
        {
            // more often, less often, or not at all
            case FreezeDraft freeze when freeze.Draft == secret && insiders.Contains(step.Command.By):
                for (var times = random.Next(3); times > 0; times--)
                {
                    other.Do(other.Quoting(command));
                }

                break;
            case SetDraftPeople set when set.Draft == secret && insiders.Contains(step.Command.By):
                other.Do(other.Quoting(command));
                break;
            default:
                var (one, two) = (step.Decision, other.Do(other.Quoting(step.Command)));
                if (!insiders.Contains(step.Command.By))
                {
                    Assert.Equal(Shape.Of(one), Shape.Of(two));
                }

                break;
        }
    }
}
