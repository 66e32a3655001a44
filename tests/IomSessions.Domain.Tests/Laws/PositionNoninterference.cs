namespace IomSessions.Domain.Tests.Laws;

/// <summary>What a party keeps to itself or confides to the mediators - values, notes, limits, how many, how often raised and recalled, whether at all -
/// changes no event, no order and no answer of anybody of another party (PO2, PO3).</summary>
public sealed class PositionNoninterference
{
    [Fact]
    public void PO3_what_a_party_keeps_or_confides_changes_nothing_for_another_party() => Compare(confided: true);

    [Fact]
    public void PO2_what_a_party_keeps_to_itself_changes_nothing_for_the_mediators_either() => Compare(confided: false);

    private static void Compare(bool confided)
    {
        var (told, differing) = (0, 0);
        History.ForAll(200, seed =>
        {
            var (scene, steps) = History.Of(seed, 120);
            var secret = scene.State.Positions.Values
                .Where(one => one.Level <= (confided ? PositionLevel.Confided : PositionLevel.Private))
                .GroupBy(one => one.Party).OrderByDescending(group => group.Count()).FirstOrDefault();
            if (secret is null)
            {
                return;
            }

            var (party, positions) = (secret.Key, secret.Select(one => one.Id).ToHashSet());
            var insiders = scene.State.People.Values.Where(one => one.Party == party || (confided && one.IsMediator)).Select(one => one.Id).ToHashSet();
            var (other, random) = (History.Start(seed), new Random(seed));
            foreach (var step in steps)
            {
                Vary(other, step, positions, insiders, random, confided);
            }

            differing += Shape.Of(scene.Told(scene.State.Parties[party].Circle)) == Shape.Of(other.Told(scene.State.Parties[party].Circle)) ? 0 : 1;
            foreach (var person in scene.State.People.Keys.Where(id => !insiders.Contains(id)))
            {
                Assert.Equal(Noninterference.Seen(scene.Log, person), Noninterference.Seen(other.Log, person));
                told++;
            }
        });
        Assert.True(told > 300 && differing > 40, $"only {told} outsiders were looked at, of {differing} differing histories");
    }

    private static void Vary(Scene other, Step step, HashSet<PositionId> positions, HashSet<PersonId> insiders, Random random, bool confided)
    {
        var isInsider = insiders.Contains(step.Command.By) || step.Command.By == Command.House;
        switch (step.Command.Body)
        {
            // other values, others besides, or none
            case TakePosition take when positions.Contains(take.Position):
                for (var times = random.Next(4); times > 0; times--)
                {
                    var value = other.State.Issues.TryGetValue(take.Issue, out var issue) && issue.Kind is not (IssueKind.Date or IssueKind.Choice or IssueKind.YesNo)
                        ? random.Next(100).ToString(System.Globalization.CultureInfo.InvariantCulture)
                        : take.Value;
                    var id = times == 1 ? take.Position : new PositionId(Named.Of($"{take.Position} {random.Next()}"));
                    other.Do(step.Command with { Body = take with { Position = id, Value = value, Note = new string('!', 1 + random.Next(50)) } });
                    Confide(other, step.Command, id, random, confided);
                }

                break;
            case RaisePosition raise when positions.Contains(raise.Position):
            case RecallRaise recall when positions.Contains(recall.Position):
            case WithdrawPosition withdraw when positions.Contains(withdraw.Position):
                if (random.Next(2) == 0)
                {
                    other.Do(step.Command with { Body = step.Command.Body is RaisePosition up ? up with { Level = PositionLevel.Confided, Parties = [] } : step.Command.Body });
                    if (!confided && step.Command.Body is RaisePosition kept)
                    {
                        other.Do(step.Command with { Body = new RecallRaise(kept.Position) });
                    }
                }

                break;
            case NoteRaise note when positions.Contains(note.Position):
                if (confided)
                {
                    other.Do(step.Command);
                }

                break;
            default:
                var (one, two) = (step.Decision, other.Do(other.Quoting(step.Command)));
                if (!isInsider)
                {
                    Assert.Equal(Shape.Of(one), Shape.Of(two));
                }

                break;
        }
    }

    private static void Confide(Scene other, Command command, PositionId id, Random random, bool confided)
    {
        if (random.Next(2) == 0
            && other.Do(command with { Body = new RaisePosition(id, PositionLevel.Confided, []) }) is Decision.Accepted { Events: [{ Body: RaiseHeld held }] })
        {
            other.Do(confided && random.Next(2) == 0
                ? command with { By = Command.House, At = held.At, Body = new NoteRaise(id, held.At) }
                : command with { Body = new RecallRaise(id) });
        }
    }
}
