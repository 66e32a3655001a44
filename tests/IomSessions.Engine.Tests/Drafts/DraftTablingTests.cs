using IomSessions.Domain;
using Xunit;

namespace IomSessions.Engine.Tests.Drafts;

/// <summary>A frozen version becomes the text of a proposal: the words come from the log of the circle that has it (PR6).</summary>
public sealed class DraftTablingTests
{
    [Fact]
    public async Task PR6_a_preview_reads_the_version_from_the_log_and_exactly_that_is_proposed()
    {
        var drafting = await Drafting.BeginAsync();
        await drafting.AddAsync(drafting.A, "The Parties [Party 0: shall] meet.");
        var ask = new WritePartyProposal(new(drafting.World.Cast.Id("tabled")), "Ours", "", "en", [], null, From: await FreezeAsync(drafting, 1));
        await drafting.DoAsync(drafting.A, new GrantAuthority(drafting.A, Authority.Submit));
        Assert.Equal("not_authorised", await PreviewAsync(drafting, drafting.A, ask));
        await drafting.DoAsync(drafting.B, new GrantAuthority(drafting.B, Authority.Release));
        await drafting.DoAsync(drafting.B, new ReleaseVersion(drafting.Circle, 1));
        const string words = "The Parties [shall] meet.";
        Assert.Equal(words, await PreviewAsync(drafting, drafting.A, ask));
        Assert.Equal("draft_unconfirmed", Code(await drafting.AskAsync(drafting.A, ask)));
        await drafting.DoAsync(drafting.A, ask with { Text = words });
        var party = drafting.Talk.State.Parties[drafting.Talk.State.People[drafting.A].Party!.Value];
        var told = await drafting.World.Nodes[0].Live.Ledger.ReadCircleAsync(party.Circle, 0, 50);
        Assert.Equal(words, told.Select(one => one.Event.Body).OfType<PartyProposalWritten>().Single().Text);
        Assert.Empty(drafting.World.Faults);
    }

    [Fact]
    public async Task PR6_who_does_not_have_the_version_is_answered_as_if_there_were_none()
    {
        var drafting = await Drafting.BeginAsync();
        await drafting.AddAsync(drafting.A, "PLANTED");
        var version = await FreezeAsync(drafting, 1);
        var other = drafting.Talk.Delegates[1];
        Assert.False(Access.MayRead(other, drafting.Circle, drafting.Talk.State));
        await drafting.DoAsync(drafting.A, new GrantAuthority(other, Authority.Submit));
        var ask = new WritePartyProposal(new(drafting.World.Cast.Id("tabled")), "Ours", "PLANTED", "en", [], null, From: version);
        foreach (var named in (TabledVersion[])[version, version with { Circle = new(drafting.World.Cast.Id("nothing")) }, version with { Offset = 0 }, version with { Offset = long.MaxValue }])
        {
            Assert.Equal("not_found", await PreviewAsync(drafting, other, ask with { From = named }));
            Assert.Equal("not_found", Code(await drafting.AskAsync(other, ask with { From = named })));
        }
    }

    private static async Task<TabledVersion> FreezeAsync(Drafting drafting, long version)
    {
        await drafting.DoAsync(drafting.A, new FreezeDraft(drafting.Id, drafting.Circle, version));
        var told = await drafting.World.Nodes[0].Live.Ledger.ReadCircleAsync(drafting.Circle, 0, 10);
        return new(drafting.Circle, told[^1].Offset, ((VersionFrozen)told[^2].Event.Body).Hash);
    }

    // the text, or why not
    private static async Task<string?> PreviewAsync(Drafting drafting, PersonId by, CommandBody ask)
    {
        drafting.World.Clock.Advance(TimeSpan.FromSeconds(2));
        var (refusal, taken) = await drafting.RunAsync(live => live.PreviewAsync(by, drafting.World.Cast.Command("look"), ask));
        return refusal?.Code ?? taken?.Text;
    }

    private static string? Code(CommandOutcome outcome) => (outcome as CommandOutcome.Refused)?.Refusal.Code;
}
