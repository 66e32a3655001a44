using System.Runtime.CompilerServices;

namespace IomSessions.Domain.Tests.Laws;

/// <summary>Whoever is not in, not in any more, or in for a part of it, does nothing beyond that part: in every history, whatever he asks for.</summary>
public sealed class OutsiderLaws
{
    [Fact]
    public void PE3_whoever_is_not_admitted_tells_nobody_anything_but_that_he_is_there() => ForDone((step, by, before) =>
    {
        if (by.Status == PersonStatus.Admitted)
        {
            return;
        }

        Assert.True(
            step.Command.Body is GiveUndertaking or ConfirmDevice or RevokeDevice or MakeCall or EndCall or DeclareCompanion or EndCompanion,
            $"{step.Command.Body.GetType().Name} by {by.Status}");
        Assert.NotEqual(PersonStatus.Removed, by.Status);
        Assert.DoesNotContain(step.Events, told => told.Body is Said or Rendered or Released or BriefingOpened);
        Assert.True(before.People[by.Id].Room is null);
    });

    [Fact]
    public void SE5_what_somebody_of_a_withdrawn_party_does_reaches_no_other_party() => ForDone((step, by, before) =>
    {
        if (by.Party is not { } party || !before.Parties[party].Withdrawn || step.After!.Parties[party] is not { Withdrawn: true } own)
        {
            return;
        }

        Assert.All(step.Events.Where(told => told.Body is Said), told =>
            Assert.All(step.After!.People.Values.Where(p => Access.MayRead(p.Id, told.Circle, step.After!)), p => Assert.Equal(party, p.Party)));
        Assert.All(step.Events.Where(told => told.Body is SittingOpened), told => Assert.Equal(own.Home, ((SittingOpened)told.Body).Room));
        Assert.DoesNotContain(step.Events, told => told.Body is Rendered or Released or ReleaseMade or BriefingOpened or CallMade or InviteAccepted
            or ObjectionMade or ProtocolAccepted or MediatorConsented or KnockAnswered);
    });

    [Fact]
    public void SE5_a_withdrawn_party_sits_with_nobody_else_in_any_sitting_that_opens() => History.ForAll(80, seed =>
    {
        foreach (var step in History.Of(seed, 80).Steps)
        {
            Assert.All(step.Events.Select(told => told.Body).OfType<SittingOpened>(), opened =>
            {
                var parties = opened.People.Select(id => step.After!.People[id].Party).Distinct().ToList();
                Assert.True(parties.Count == 1 || !parties.Exists(party => party is { } one && step.After!.Parties[one].Withdrawn));
            });
        }
    });

    [Fact]
    public void PE8_who_was_a_mediator_reads_no_bench_and_sits_nowhere() => History.ForAll(80, seed =>
    {
        foreach (var step in History.Of(seed, 80).Steps.Where(step => step.After is not null))
        {
            var state = step.After!;
            foreach (var gone in state.People.Values.Where(p => p.IsMediator && p.Status is PersonStatus.Removed or PersonStatus.AwaitingConsent))
            {
                Assert.Null(gone.Room);
                Assert.DoesNotContain(state.Rooms.Values, room => room.People.Contains(gone.Id));
                Assert.DoesNotContain(gone.Id, state.Circles[state.Bench].People);
                Assert.DoesNotContain(state.Circles.Keys, circle => circle != gone.Circle && Access.MayRead(gone.Id, circle, state));
            }
        }
    });

    [Fact]
    public void PE1_a_guest_hears_only_where_he_was_admitted_to() => History.ForAll(80, seed =>
    {
        foreach (var step in History.Of(seed, 80).Steps)
        {
            Assert.All(step.Events.Select(told => told.Body).OfType<SittingOpened>().Where(opened => opened.Kind != RoomKind.Waiting), opened =>
                Assert.All(opened.People.Select(id => step.After!.People[id]).Where(p => p.Role == Role.NonParty), guest =>
                {
                    Assert.Contains(opened.Room, guest.GuestRooms);
                    Assert.All(step.After!.TakingPart, party => Assert.Contains(party, guest.Consents));
                }));
        }
    });

    [Fact]
    public void DL7_an_outsider_is_answered_alike_whatever_he_asks_for()
    {
        var scene = Stage.Together(third: true);
        scene.Done(Cast.CoMediator, new Resign(scene.State.Bench));
        scene.Withdraw(Cast.HeadC);
        scene.Arrive(Named.Person("in the lobby"), Role.Adviser, Cast.A);
        (PersonId By, Func<Refusal, bool> Expected)[] outsiders =
        [
            (Cast.CoMediator, refusal => refusal == Refusal.NotFound),
            (Cast.HeadC, refusal => refusal == Refusal.PartyWithdrawn),
            (Named.Person("in the lobby"), refusal => refusal == Refusal.NotAdmitted),
        ];
        CommandBody[] may = [new GiveUndertaking(""), new ConfirmDevice(default), new RevokeDevice(default)];
        foreach (var type in typeof(CommandBody).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CommandBody)) && t != typeof(PrepareSession)))
        {
            var body = (CommandBody)RuntimeHelpers.GetUninitializedObject(type);
            foreach (var (by, expected) in outsiders)
            {
                // what is left to a party that withdrew: its own people's affairs, its return, and the clearance of what names it
                var exempt = by == Cast.HeadC ? body is Say or SayInDelegation or GoHome or GiveUndertaking or GrantAuthority or RevokeAuthority
                        or RemovePerson or ConfirmDevice or RevokeDevice or GiveConsent or WithdrawConsent or DeclareCompanion or EndCompanion
                        or ClearStatement or WithdrawClearance
                    : by != Cast.CoMediator && (may.Any(one => one.GetType() == type) || body is MakeCall or EndCall or DeclareCompanion or EndCompanion);
                if (!exempt)
                {
                    Assert.True(expected(scene.Refused(by, body)), $"{type.Name} by {scene.Person(by).Name}");
                }
            }
        }
    }

    private static void ForDone(Action<Step, Person, Session> law) => History.ForAll(120, seed =>
    {
        foreach (var step in History.Of(seed, 80).Steps.Where(step => step.Events.Count > 0 && step.Before is not null))
        {
            if (step.Before!.People.TryGetValue(step.Command.By, out var by))
            {
                law(step, by, step.Before);
            }
        }
    });
}
