using IomSessions.Domain;
using IomSessions.Engine.Tests.Simulation;
using Xunit;

namespace IomSessions.Engine.Tests.Outlines;

/// <summary>What lasts of a circle is enough to know it, and is no more for what was done over and over.</summary>
public sealed class LastingTests
{
    [Fact]
    public Task ST6_whoever_hears_only_what_lasts_knows_the_same_as_who_heard_everything() => Seeds.EachAsync(Math.Min(Seeds.Count, 400), async seed =>
    {
        var world = await World.OpenAsync(new WorldPlan(seed) { Notice = (CaucusNotice)(seed % 3), Outside = seed % 4 });
        await new History(world, seed, null).RunAsync();
        await world.DeskAsync(world.Nodes[0]);
        var ledger = world.Nodes[0].Live.Ledger;
        foreach (var (circle, head) in ledger.Now.Heads.Where(one => !ledger.Now.State!.Circles[one.Key].Ended))
        {
            var all = await ledger.ReadCircleAsync(circle, 0, int.MaxValue);
            var lasting = all.Aggregate(OutlinedCircle.Nothing, (so, one) => so.With(one.Offset, one.Event.Body)).Offsets(head.Offset, 0);
            var (whole, part) = (Known.Of(all.Select(one => one.Event.Body)), Known.Of(all.Where(one => lasting.Contains(one.Offset)).Select(one => one.Event.Body)));
            if (whole != part)
            {
                return $"{ledger.Now.State!.Circles[circle].Kind}\n{whole}\n| but\n{part}";
            }
        }

        return null;
    });

    [Fact]
    public async Task ST6_what_one_does_over_and_over_makes_no_outline_longer()
    {
        var talk = await Talking.BeginAsync();
        await talk.DoAsync(talk.Mediator, new SetTurns(talk.State.RoomOfKind(RoomKind.Joint).Id, true));
        await RoundAsync(talk);
        await RoundAsync(talk);
        var before = await LengthsAsync(talk);
        for (var at = 0; at < 12; at++)
        {
            await RoundAsync(talk);
        }

        Assert.Equal(before, await LengthsAsync(talk));
    }

    private static async Task<List<int>> LengthsAsync(Talking talk)
    {
        var lengths = new List<int>();
        foreach (var person in talk.Delegates.Append(talk.Mediator).Append(talk.World.Cast.Secretary))
        {
            lengths.Add((await talk.OutlineAsync(person, 0)).Past.Count);
        }

        return lengths;
    }

    // everything that somebody can do and take back
    private static async Task RoundAsync(Talking talk)
    {
        var (head, counsel, guest, other) = (talk.Delegates[0], talk.Delegates[1], talk.Delegates[^1], talk.Delegates[2]);
        var state = talk.State;
        var call = new CallId(Guid.NewGuid());
        await talk.DoAsync(counsel, new MakeCall(call, Urgency.Soon, "Please come."));
        await talk.DoAsync(talk.Mediator, new ClaimCall(call));
        await talk.DoAsync(counsel, new EndCall(call));
        await talk.DoAsync(head, new GrantAuthority(counsel, Authority.Release));
        await talk.DoAsync(head, new RevokeAuthority(counsel, Authority.Release));
        await talk.DoAsync(head, new WithdrawConsent(guest, null));
        await talk.DoAsync(head, new GiveConsent(guest, null));
        var home = state.SittingOf(state.People[head])!.Value;
        await talk.DoAsync(talk.Mediator, new KnockAt(home));
        await talk.DoAsync(head, new GrantAuthority(head, Authority.Speak));
        await talk.DoAsync(head, new AnswerKnock(home, talk.Mediator, false));
        await talk.DoAsync(talk.Mediator, new SetLink(state.SittingOf(state.People[talk.Mediator])!.Value, "tel:+431234567"));
        await talk.DoAsync(talk.Mediator, new SetDeadline(talk.Caucus, talk.World.Clock.GetUtcNow().AddHours(2)));
        await talk.DoAsync(talk.Mediator, new SetDeadline(talk.Caucus, null));
        await talk.DoAsync(talk.Mediator, new RenameRoom(talk.Caucus, $"Room {Guid.NewGuid():N}"));
        await talk.DoAsync(talk.Mediator, new SuspendPerson(other));
        await talk.DoAsync(talk.Mediator, new AdmitPeople([other]));
        await SpeakByTurnAsync(talk, guest);
        await ConsentsAsync(talk, head);
    }

    private static async Task SpeakByTurnAsync(Talking talk, PersonId guest)
    {
        var joint = talk.State.RoomOfKind(RoomKind.Joint).Id;
        if (talk.State.People[talk.Mediator].Room != joint)
        {
            await talk.MoveAsync(talk.Mediator, joint);
        }

        var sitting = talk.State.SittingOf(talk.State.People[talk.Mediator])!.Value;
        foreach (var up in (bool[])[true, false, true])
        {
            await talk.DoAsync(talk.Mediator, new RaiseHand(sitting, up));
        }

        await talk.DoAsync(talk.Mediator, new GiveFloor(sitting, talk.Mediator));
        await talk.DoAsync(talk.Mediator, new GiveFloor(sitting, null));
        Assert.NotEqual(joint, talk.State.People[guest].Room);
    }

    // to a mediator, who leaves the bench and comes back to a new one
    private static async Task ConsentsAsync(Talking talk, PersonId head)
    {
        var second = talk.World.Cast.Mediators[1];
        await talk.DoAsync(head, new WithdrawConsent(second, null));
        await talk.DoAsync(head, new GiveConsent(second, null));
        await talk.DoAsync(second, new GiveUndertaking("2026-1"));
    }
}
