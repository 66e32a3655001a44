namespace IomSessions.Domain.Tests.Laws;

/// <summary>
/// Given the same moves with the same chance, what is said in a circle - its words, its size, how often, whether at all - changes
/// nothing for anybody who may not read that circle: not one event, not their order, not one refusal.
/// </summary>
public sealed class Noninterference
{
    [Fact]
    public void What_is_said_in_a_circle_changes_nothing_for_those_who_may_not_read_it()
    {
        var told = 0;
        History.ForAll(120, seed =>
        {
            var (scene, steps) = History.Of(seed, 90);
            var random = new Random(seed);
            // what its source lets out is told to others: that is what a release is for (SI5)
            var released = steps.Select(s => s.Command.Body).OfType<Release>().Select(release => release.Sitting).ToHashSet();
            var spoken = steps.SelectMany(s => s.Events).Where(e => e.Body is Said).Select(e => e.Circle).Distinct()
                .Where(circle => !released.Contains(circle)).ToList();
            if (spoken.Count == 0)
            {
                return;
            }

            var secret = spoken[random.Next(spoken.Count)];
            var other = Vary(seed, steps, secret, random);
            Assert.NotEqual(Shape.Of(scene.Told(secret)), Shape.Of(other.Told(secret)));
            foreach (var person in scene.State.People.Keys.Where(p => !EverRead(steps, p, secret)))
            {
                Assert.Equal(Seen(scene.Log, person), Seen(other.Log, person));
                told++;
            }
        });
        Assert.True(told > 300, $"only {told} non-members were looked at");
    }

    // The same commands, but for what is said in the secret circle: longer, twice, or not at all; and nonsense thrown at it by insiders.
    private static Scene Vary(int seed, List<Step> steps, CircleId secret, Random random)
    {
        var other = History.Start(seed);
        foreach (var step in steps)
        {
            if (step.Events is [{ Body: Said } said] && said.Circle == secret)
            {
                for (var times = random.Next(4) is 1 ? 3 : random.Next(3); times > 0; times--)
                {
                    other.Do(other.Quoting(step.Command with
                    {
                        Body = Louder(step.Command.Body, random.Next(1, Limits.TextLength)),
                        Uploads = [.. step.Command.Uploads.Select(file => file with { File = file.File with { Name = "other.pdf", Size = random.Next() } })],
                    }));
                }

                other.Do(other.Quoting(step.Command with { Body = Louder(step.Command.Body, Limits.TextLength + 1) }));
                continue;
            }

            var (one, two) = (step.Decision, other.Do(other.Quoting(step.Command)));
            if (!EverRead(steps, step.Command.By, secret))
            {
                Assert.Equal(Shape.Of(one), Shape.Of(two));
            }
        }

        return other;
    }

    private static CommandBody Louder(CommandBody body, int size) => body switch
    {
        Say say => say with { Text = new string('!', size) },
        SayInDelegation say => say with { Text = new string('!', size) },
        SayOnBench say => say with { Text = new string('!', size) },
        _ => body,
    };

    // who is briefed is given the words of a circle that he does not read (PE9)
    internal static bool EverRead(List<Step> steps, PersonId person, CircleId circle)
    {
        var copies = steps.SelectMany(step => step.Events).Where(told => told.Body is BriefingOpened copy && copy.Sitting == circle).Select(told => told.Circle).ToList();
        return steps.Any(step => Access.MayRead(person, circle, step.After!) || copies.Exists(copy => Access.MayRead(person, copy, step.After!)));
    }

    /// <summary>What reaches a person, in order: each event when it is applied, if he may read it then.</summary>
    internal static string Seen(List<Event> log, PersonId person)
    {
        Session? state = null;
        var seen = new List<string>();
        foreach (var told in log)
        {
            state = Evolution.Apply(state, told);
            if (Access.MayRead(person, told.Circle, state))
            {
                seen.Add($"{told.Circle} {Shape.Of(told.Body)}");
            }
        }

        var held = log.Where(told => Access.MayRead(person, told.Circle, state!)).Select(told => $"{told.Circle} {Shape.Of(told.Body)}");
        return string.Join('\n', seen) + "\n--\n" + string.Join('\n', held);
    }
}
