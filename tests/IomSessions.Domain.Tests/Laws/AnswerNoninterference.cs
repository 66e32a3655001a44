namespace IomSessions.Domain.Tests.Laws;

/// <summary>What a party answers to a proposal that not all agree to anyway - yes, no, nothing, once or tried twice, sooner or later - changes no event, no order and
/// no answer of any other party; and nothing of the mediators' until it is over (PR4).</summary>
public sealed class AnswerNoninterference
{
    [Fact]
    public void PR4_what_one_party_answers_changes_nothing_for_another_when_not_all_agree()
    {
        var (told, differing) = (0, 0);
        History.ForAll(400, seed =>
        {
            var (scene, steps) = History.Of(seed, 110);
            foreach (var (proposal, party) in Secrets(steps))
            {
                var circle = scene.State.Parties[party].Circle;
                var own = scene.State.People.Values.Where(one => one.Party == party).Select(one => one.Id).ToHashSet();
                var other = Vary(History.Start(seed), steps, proposal, party, own, new Random(seed));
                differing += Shape.Of(scene.Told(circle)) == Shape.Of(other.Told(circle)) ? 0 : 1;
                foreach (var person in scene.State.People.Values.Where(one => !own.Contains(one.Id)))
                {
                    Assert.Equal(Seen(scene.Log, person), Seen(other.Log, person));
                    told++;
                }
            }
        });
        Assert.True(told > 300 && differing > 30, $"only {told} outsiders were looked at, of {differing} differing histories");
    }

    // of proposals that some other party did not agree to: each party whose answer then makes no difference
    private static IEnumerable<(ProposalId Proposal, PartyId Party)> Secrets(List<Step> steps)
    {
        foreach (var id in steps.SelectMany(step => step.Events).Select(one => one.Body).OfType<ProposalOffered>().Select(one => one.Proposal).Distinct())
        {
            var last = steps.Select(step => step.After!).LastOrDefault(state => state.MediatorsProposals.ContainsKey(id))?.MediatorsProposals[id];
            var agreed = steps.SelectMany(step => step.Events).Any(one => one.Body is ProposalEnded { Result: ProposalResult.AllAgreed } ended && ended.Proposal == id);
            if (last is null or { Stage: ProposalStage.Awaited } || agreed)
            {
                continue;
            }

            foreach (var party in last.Parties.Where(party => last.Parties.Any(other => other != party && (last.Gone.Contains(other) || !last.Answers.GetValueOrDefault(other)))))
            {
                yield return (id, party);
            }
        }
    }

    private static Scene Vary(Scene other, List<Step> steps, ProposalId id, PartyId party, HashSet<PersonId> own, Random random)
    {
        var made = steps.Any(step => step.Events.Any(one => one.Body is ProposalMade told && told.Proposal == id));
        foreach (var step in steps)
        {
            // the question that not all said yes to is the last one that was put
            if (step.Command.Body is AnswerOffer offer && !made && offer.Proposal == id && own.Contains(step.Command.By))
            {
                Again(offer with { Yes = random.Next(2) == 0 }, step.Command);
            }
            else if (step.Command.Body is AnswerProposal answer && answer.Proposal == id && own.Contains(step.Command.By))
            {
                Again(answer with { Yes = random.Next(2) == 0 }, step.Command);
            }
            else
            {
                var (one, two) = (step.Decision, other.Do(other.Quoting(step.Command)));
                if (!own.Contains(step.Command.By) && step.Command.By != Command.House)
                {
                    Assert.Equal(Shape.Of(one), Shape.Of(two));
                }
            }
        }

        return other;

        void Again(CommandBody body, Command command)
        {
            for (var times = random.Next(3); times > 0; times--)
            {
                other.Do(command with { Body = body });
            }
        }
    }

    // when it is over by itself the mediators are told the answers: that is left out of the comparison, and only that
    private static string Seen(List<Event> log, Person person) => Noninterference.Seen(
        person.IsMediator ? [.. log.Where(one => one.Body is not AnswersOpened)] : log, person.Id);
}
