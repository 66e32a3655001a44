namespace IomSessions.Domain.Tests.Laws;

/// <summary>Frozen versions as proposals, in every history: looked at from the log alone.</summary>
public sealed class TablingLaws
{
    [Fact]
    public void PR6_whatever_is_tabled_is_what_was_frozen_where_its_author_reads_and_those_who_wrote_it_let_it_out()
    {
        var tabled = new List<CommandBody>();
        History.ForAll(400, seed =>
        {
            var (scene, steps) = History.Of(seed, 200);
            var wrote = new Authorship();
            foreach (var step in steps.Where(step => step.Events.Count > 0))
            {
                wrote.Follow(step);
                var (from, words, reached) = step.Command.Body switch
                {
                    MakeProposal { From: { } version } ask => (version, ask.Text, step.Before!.MediatorsProposals[ask.Proposal].Parties),
                    WritePartyProposal { From: { } version } ask => (version, ask.Text, [.. step.Before!.TakingPart]),
                    _ => (null, null, []),
                };
                if (from is null)
                {
                    continue;
                }

                tabled.Add(step.Command.Body);
                var (state, by) = (step.Before!, step.Before!.People[step.Command.By]);
                var told = scene.Told(from.Circle).ToList();
                var frozen = Assert.IsType<VersionFrozen>(told[(int)from.Offset - 2]);
                Assert.Equal(from.Hash, frozen.Hash);
                var text = Assert.IsType<VersionText>(told[(int)from.Offset - 1]).Text;
                Assert.Equal(text.Replace("[State A: ", "[", StringComparison.Ordinal).Replace("[State B: ", "[", StringComparison.Ordinal), words);
                Assert.True(Access.MayRead(by.Id, from.Circle, state));
                Assert.All(step.Events, one => Assert.Empty(Shape.Find<DraftId>(one.Body)));
                Assert.All(step.Events, one => Assert.DoesNotContain(frozen.Hash, Shape.Of(one.Body), StringComparison.Ordinal));
                Assert.True(by.Party is not null || frozen.Brackets == 0);

                var opened = Assert.IsType<DraftOpened>(told[0]);
                var others = state.Admitted.Where(one => one.IsMediator || (one.Party is { } party && reached.Contains(party)))
                    .Where(one => !opened.People.Contains(one.Id)).ToList();
                var holding = wrote.Holding(from.Circle, frozen.Number);
                Assert.True(
                    others.TrueForAll(one => one.Party is { } party && wrote.Wrote(from.Circle).Contains(party))
                    || (wrote.Wrote(from.Circle).Count == 0 && by.IsMediator)
                    || wrote.IsLetOut(state, by, from.Circle, frozen.Number)
                    || (by.Party is { } own && holding.All(party => party == own) && wrote.Wrote(from.Circle).Contains(own)),
                    "it was not theirs to let out");
            }
        });
        Assert.True(tabled.OfType<MakeProposal>().Count() > 5, $"only {tabled.OfType<MakeProposal>().Count()} by mediators");
        Assert.True(tabled.OfType<WritePartyProposal>().Count() > 5, $"only {tabled.OfType<WritePartyProposal>().Count()} by parties");
    }
}
