using IomSessions.Domain;
using IomSessions.Engine.Tests.Outlines;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IomSessions.Engine.Tests.Presence;

/// <summary>Who is connected is told at once, and to nobody twice within a moment.</summary>
public sealed class PresenceTests
{
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task RM10_those_who_come_all_at_once_are_told_of_together()
    {
        var talk = await Talking.BeginAsync();
        var mediator = await ComesAsync(talk, talk.Mediator);
        Assert.Equal([Company.Of(talk.Mediator)], Told(mediator));
        foreach (var person in talk.Delegates)
        {
            var his = await ComesAsync(talk, person);
            Assert.Contains(person, Assert.Single(Told(his)));
        }

        Assert.Single(Told(mediator));
        await PassAsync(talk, Limits.PresenceRest + Millisecond);
        Assert.Equal(Company.Of(talk.Delegates.Append(talk.Mediator)), Told(mediator)[1]);
        await PassAsync(talk, TimeSpan.FromSeconds(1));
        Assert.Equal(2, Told(mediator).Count);
    }

    [Fact]
    public async Task RM10_whoever_comes_in_a_quiet_time_is_told_of_at_once()
    {
        var talk = await Talking.BeginAsync();
        var mediator = await ComesAsync(talk, talk.Mediator);
        await PassAsync(talk, Limits.PresenceRest);
        await ComesAsync(talk, talk.Delegates[0]);
        Assert.Equal(Company.Of(talk.Mediator, talk.Delegates[0]), Told(mediator)[^1]);
    }

    [Fact]
    public async Task RM10_whoever_is_moved_hears_at_once_who_is_there()
    {
        var talk = await Talking.BeginAsync();
        var guest = await ComesAsync(talk, talk.Delegates[^1]);
        await talk.MoveAsync(talk.Mediator, talk.Caucus);
        await ComesAsync(talk, talk.Mediator);
        await talk.MoveAsync(talk.Delegates[^1], talk.Caucus);
        await talk.World.PumpAsync(talk.World.Nodes[0]);
        Assert.Equal(Company.Of(talk.Mediator, talk.Delegates[^1]), Told(guest)[^1]);
    }

    [Fact]
    public async Task RM10_whoever_was_moved_to_where_the_same_are_is_told_no_sooner_of_who_comes_next()
    {
        var talk = await Talking.BeginAsync();
        var guest = await ComesAsync(talk, talk.Delegates[^1]);
        await talk.MoveAsync(talk.Mediator, talk.Caucus);
        await talk.MoveAsync(talk.Delegates[^1], talk.Caucus);
        await talk.World.PumpAsync(talk.World.Nodes[0]);
        await ComesAsync(talk, talk.Mediator);
        Assert.Single(Told(guest));
        await PassAsync(talk, Limits.PresenceRest + Millisecond);
        Assert.Equal(Company.Of(talk.Mediator, talk.Delegates[^1]), Told(guest)[^1]);
    }

    [Fact]
    public async Task RM10_a_timer_that_comes_too_early_is_set_again()
    {
        var talk = await Talking.BeginAsync();
        var asked = 0;
        var presence = new Engine.Presence(new EarlyTimers(talk.World.Clock, 10 * Millisecond), () => asked++);
        var mediator = new Talking.Listener();
        List<Seat> seats = [new(talk.Mediator, default, mediator) { Standing = SeatStanding.Joined }];
        Tell();
        seats.Add(new(talk.Delegates[0], default, new Talking.Listener()) { Standing = SeatStanding.Joined });
        presence.Stale = true;
        Tell();
        for (var passed = 0; passed < 2 * Limits.PresenceRest.TotalMilliseconds; passed++)
        {
            var before = asked;
            talk.World.Clock.Advance(Millisecond);
            if (asked > before)
            {
                Tell();
            }
        }

        Assert.True(asked > 1);
        Assert.Equal(Company.Of(talk.Mediator, talk.Delegates[0]), Told(mediator)[^1]);

        void Tell()
        {
            presence.Stale |= Told(mediator).Count == 0;
            presence.TellIfChanged(seats, new HashSet<PersonId>(), talk.State);
        }
    }

    [Fact]
    public async Task SI4_what_he_may_not_know_of_neither_delays_nor_hastens_what_he_is_told()
    {
        var talk = await Talking.BeginAsync();
        var here = talk.Delegates.GroupBy(RoomOf).First(room => room.Count() > 1).Take(2).ToList();
        var apart = talk.Delegates.Where(one => RoomOf(one) != RoomOf(here[0])).ToList();
        var viewer = await ComesAsync(talk, here[0]);
        await PassAsync(talk, 20 * Millisecond);
        var other = await ComesAsync(talk, here[1]);
        await PassAsync(talk, 20 * Millisecond);
        await ComesAsync(talk, apart[0]);
        Assert.Single(Told(viewer));
        await PassAsync(talk, 10 * Millisecond + Millisecond);
        Assert.Equal(Company.Of(here), Told(viewer)[^1]);

        await PassAsync(talk, Limits.PresenceRest);
        await ComesAsync(talk, apart[1]);
        talk.Live.Leave(other.Seat!);
        await PassAsync(talk, TimeSpan.Zero);
        Assert.Equal(Company.Of(here[0]), Told(viewer)[^1]);

        RoomId? RoomOf(PersonId person) => talk.State.People[person].Room;
    }

    private static Task<Talking.Listener> ComesAsync(Talking talk, PersonId person) => talk.OutlineAsync(person, 0);

    private static async Task PassAsync(Talking talk, TimeSpan time)
    {
        talk.World.Clock.Advance(time);
        if (talk.Live.Pump.IsDue)
        {
            await talk.World.PumpAsync(talk.World.Nodes[0]);
        }
    }

    private static List<Company> Told(Talking.Listener listener) =>
    [
        .. listener.Frames.Where(frame => frame.Target == Target.Presence)
            .Select(frame => DomainJson.Read<PresenceSignal>(frame.Argument.Span).Here),
    ];

    /// <summary>Timers that come before their time.</summary>
    private sealed class EarlyTimers(FakeTimeProvider clock, TimeSpan early) : TimeProvider
    {
        public override long TimestampFrequency => clock.TimestampFrequency;

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new EarlyTimer(clock.CreateTimer(callback, state, dueTime, period), early);
    }

    private sealed class EarlyTimer(ITimer timer, TimeSpan early) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime > early ? dueTime - early : Millisecond, period);

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
