using IomSessions.Domain;
using Xunit;

namespace IomSessions.Engine.Tests.Drafts;

/// <summary>A draft goes on with other people, is frozen, is taken: where its log meets the session's.</summary>
public sealed class DraftGivingTests
{
    [Fact]
    public async Task DR4_other_people_get_every_change_that_was_accepted_and_the_old_circle_takes_none_after_it()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var drafting = await Drafting.BeginAsync(nodes: 2);
            var (old, chance) = (drafting.Circle, new Random(seed));
            var (accepted, pending) = (new List<string>(), new List<(string Word, Task<Refusal?> Answer)>());
            Task<CommandOutcome>? given = null;
            for (var at = 0; at < 60; at++)
            {
                var node = drafting.World.Nodes[chance.Next(2)];
                switch (chance.Next(6))
                {
                    case < 3:
                        var word = $"<{at}>";
                        pending.Add((word, node.Live.Drafts.EditAsync(
                            drafting.A, old, drafting.EditorOf(drafting.A, $"{at}"), 0, [ChangeSet.Replace(0, 0, 0, word)])));
                        break;
                    case 3:
                        await node.BesideAsync(1);
                        break;
                    case 4:
                        await drafting.World.DeskAsync(node);
                        break;
                    default:
                        given ??= at > 15 ? node.Live.DoAsync(drafting.Mediator, drafting.World.Cast.Command("give"), new SetDraftPeople(
                            drafting.Id, old, [drafting.A, drafting.Mediator])) : null;
                        break;
                }
            }

            given ??= drafting.World.Nodes[0].Live.DoAsync(drafting.Mediator, drafting.World.Cast.Command("give"), new SetDraftPeople(
                drafting.Id, old, [drafting.A, drafting.Mediator]));
            for (var turn = 0; turn < 30; turn++)
            {
                await drafting.SettleAsync();
            }

            Assert.True(await given is CommandOutcome.Done, $"seed {seed}");
            foreach (var (word, answer) in pending)
            {
                Assert.True(answer.IsCompleted, $"seed {seed}");
                if (await answer is null)
                {
                    accepted.Add(word);
                }
            }

            Assert.NotEqual(old, drafting.Circle);
            var next = (await drafting.TextAsync()).Text;
            Assert.Equal((await drafting.TextAsync(old)).Text, next);
            Assert.Equal(accepted.Order(StringComparer.Ordinal), next.Split('<', StringSplitOptions.RemoveEmptyEntries).Select(one => "<" + one).Order(StringComparer.Ordinal));
            Assert.Equal("draft_ended", (await drafting.RunAsync(live => live.Drafts.EditAsync(
                drafting.A, old, drafting.EditorOf(drafting.A, "late"), 0, [ChangeSet.Replace(0, 0, 0, "late")])))!.Code);
            Assert.Empty(drafting.World.Faults);
        }
    }

    [Fact]
    public async Task DR4_who_is_not_on_the_new_list_keeps_what_he_had_and_hears_nothing_of_what_follows()
    {
        var drafting = await Drafting.BeginAsync();
        var (old, b) = (drafting.Circle, await drafting.FollowAsync(drafting.B));
        await drafting.AddAsync(drafting.A, "shared");
        await drafting.DoAsync(drafting.Mediator, new SetDraftPeople(drafting.Id, old, [drafting.A, drafting.Mediator]));
        await drafting.AddAsync(drafting.A, " PLANTED");
        Assert.Equal("shared", b.Text(old));
        var (seat, _) = await drafting.ConnectAsync(drafting.B);
        Assert.Equal("not_found", (await drafting.RunAsync(live => live.Drafts.FollowAsync(seat, drafting.Circle, null)))!.Code);
        Assert.DoesNotContain(b.Frames, frame => System.Text.Encoding.UTF8.GetString(frame.Argument.Span).Contains("PLANTED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DR3_the_version_that_was_seen_is_frozen_whatever_was_written_since()
    {
        var drafting = await Drafting.BeginAsync();
        await drafting.AddAsync(drafting.A, "The Parties meet.");
        await drafting.AddAsync(drafting.B, " Perhaps.");
        Assert.Equal("draft_stale", Code(await drafting.AskAsync(drafting.A, new FreezeDraft(drafting.Id, drafting.Circle, 9))));
        await drafting.DoAsync(drafting.A, new FreezeDraft(drafting.Id, drafting.Circle, 1));
        var told = await drafting.World.Nodes[0].Live.Ledger.ReadCircleAsync(drafting.Circle, 0, 10);
        Assert.Equal(new VersionText(drafting.Id, 1, "The Parties meet."), told[^1].Event.Body);
        Assert.Equal(FrozenText.HashOf("The Parties meet.", Convert.FromHexString(((VersionFrozen)told[^2].Event.Body).Salt)), ((VersionFrozen)told[^2].Event.Body).Hash);
    }

    [Fact]
    public async Task DR4_a_preview_shows_what_those_people_get_and_the_command_takes_exactly_that()
    {
        var drafting = await Drafting.BeginAsync();
        await drafting.AddAsync(drafting.A, "The Parties [Party 0: shall] meet.");
        await drafting.DoAsync(drafting.A, new FreezeDraft(drafting.Id, drafting.Circle, 1));
        var bench = drafting.Talk.State.Bench;
        var ask = new TakeDraft(new(drafting.World.Cast.Id("taken")), "Among us", drafting.Circle, 3, bench, [], null);
        var (refusal, taken) = await drafting.RunAsync(live => live.PreviewAsync(drafting.Mediator, drafting.World.Cast.Command("look"), ask));
        Assert.Equal((null, "The Parties [shall] meet."), (refusal?.Code, taken?.Text));
        Assert.Equal("draft_unconfirmed", Code(await drafting.AskAsync(drafting.Mediator, ask)));
        await drafting.DoAsync(drafting.Mediator, ask with { Confirm = taken!.Confirm });
        var circle = drafting.Talk.State.Drafts[ask.Draft].Circle;
        Assert.Equal((taken.Text, 0), await drafting.TextAsync(circle));
        var (no, none) = await drafting.RunAsync(live => live.PreviewAsync(drafting.Talk.Delegates[1], drafting.World.Cast.Command("peep"), ask with { Draft = new(drafting.World.Cast.Id("peeped")) }));
        Assert.Equal(("not_found", null), (no?.Code, none));
    }

    private static string? Code(CommandOutcome outcome) => (outcome as CommandOutcome.Refused)?.Refusal.Code;
}
