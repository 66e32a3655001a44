namespace IomSessions.Domain.Tests.Laws;

/// <summary>What holds in every state that can be reached.</summary>
public sealed class StateLaws
{
    [Fact]
    public void Deciding_again_gives_the_same_answer() => History.ForAll(60, seed =>
    {
        foreach (var step in History.Of(seed, 60).Steps)
        {
            Assert.Equal(Shape.Of(step.Decision), Shape.Of(Decider.Decide(step.Before, step.Command)));
        }
    });

    [Fact]
    public void Folding_the_log_gives_the_same_state() => History.ForAll(60, seed =>
    {
        var (scene, _) = History.Of(seed, 80);
        Assert.Equal(Shape.Of(scene.State), Shape.Of(Evolution.Apply(null, scene.Log)));
    });

    [Fact]
    public void RM8_everybody_admitted_but_the_secretariat_sits_in_exactly_one_room() => Always((state, _) =>
    {
        foreach (var person in state.People.Values)
        {
            var seats = state.Rooms.Values.Where(room => room.People.Contains(person.Id)).Select(room => room.Id).ToList();
            var seated = person.Status == PersonStatus.Admitted && person.Role != Role.Secretariat;
            Assert.Equal(seated ? [person.Room!.Value] : [], seats);
            Assert.Equal(seated, person.Room is not null);
        }
    });

    [Fact]
    public void SI1_the_people_of_a_room_are_those_of_its_open_sitting() => Always((state, _) =>
    {
        foreach (var room in state.Rooms.Values)
        {
            Assert.Equal(room.People.Count > 0, room.Sitting is not null);
            Assert.False(room.Closed && room.People.Count > 0);
            if (room.Sitting is { } open)
            {
                Assert.Equal(room.People, state.Circles[open].People);
                Assert.Equal(room.Id, state.Circles[open].Room);
                Assert.Equal(
                    room.People.SelectMany(id => state.People[id].Companions).Select(one => one.Id).ToHashSet(), [.. state.Circles[open].Companions]);
                Assert.False(state.Circles[open].Ended);
            }
        }

        var open_ = state.Rooms.Values.Select(room => room.Sitting).OfType<CircleId>().ToHashSet();
        Assert.All(
            state.Circles.Where(c => c.Value.Kind == CircleKind.Sitting), c => Assert.Equal(!open_.Contains(c.Key), c.Value.Ended));
    });

    [Fact]
    public void RM1_nobody_is_where_he_may_not_be() => Always((state, _) =>
    {
        foreach (var room in state.Rooms.Values)
        {
            foreach (var person in room.People.Select(id => state.People[id]))
            {
                Assert.False(room.Kind == RoomKind.Home && person.Party is { } party && party != room.Party);
                Assert.False(room.Kind == RoomKind.Waiting && (person.IsMediator || person.Party is not null));
                Assert.False(room.Kind == RoomKind.Mediators && (person.Party is not null || person.Role == Role.NonParty));
                Assert.NotEqual(Role.Secretariat, person.Role);
                Assert.True(state.Phase == Phase.Open || room.Kind is not (RoomKind.Joint or RoomKind.Caucus));
            }
        }
    });

    [Fact]
    public void SE5_a_party_that_withdrew_is_alone_at_home_and_asks_for_nothing() => Always((state, _) =>
    {
        var gone = state.Parties.Values.Where(party => party.Withdrawn).ToList();
        foreach (var party in gone)
        {
            Assert.All(state.Admitted.Where(p => p.Party == party.Id), p => Assert.Equal(party.Home, p.Room));
            Assert.All(state.Rooms[party.Home].People, id => Assert.Equal(party.Id, state.People[id].Party));
            Assert.All(state.People.Values, p => Assert.DoesNotContain(party.Id, p.Consents));
            Assert.DoesNotContain(state.Calls.Values, call => state.People[call.Person].Party == party.Id);
            Assert.DoesNotContain(state.Invites.Values, invite => state.People[invite.Person].Party == party.Id);
            Assert.DoesNotContain(state.CaucusesBegun, caucus => caucus.Parties.Contains(party.Id));
            Assert.DoesNotContain(party.Id, state.Protocol.AcceptedBy);
        }

        Assert.True(state.Phase != Phase.Open || state.Parties.Count - gone.Count >= 2);
        Assert.True(state.Phase != Phase.Open || state.Circles[state.Bench].People.Count > 0);
    });

    [Fact]
    public void SE2_caucuses_that_the_hall_was_told_of_are_held() => Always((state, _) =>
        Assert.Subset(Caucus.Held(state), state.CaucusesBegun.ToHashSet()));

    [Fact]
    public void SE5_a_guest_is_only_where_he_is_admitted_to_with_every_consent() => Always((state, _) =>
        Assert.All(state.Admitted.Where(p => p.Role == Role.NonParty && state.Rooms[p.Room!.Value].Kind != RoomKind.Waiting), p =>
        {
            Assert.Contains(p.Room!.Value, p.GuestRooms);
            Assert.All(state.Parties.Values.Where(party => !party.Withdrawn), party => Assert.Contains(party.Id, p.Consents));
        }));

    [Fact]
    public void SE5_nobody_waits_for_consent_that_is_complete() => Always((state, _) =>
    {
        var parties = state.Parties.Values.Where(party => !party.Withdrawn).Select(party => party.Id).ToList();
        Assert.All(state.People.Values.Where(p => p.Status == PersonStatus.AwaitingConsent), p =>
            Assert.False(parties.Count > 0 && parties.All(p.Consents.Contains)));
        Assert.All(state.Joining.Values, one => Assert.False(
            parties.All(one.Consents.Contains) && (!state.Parties.ContainsKey(one.Id) || one.Consents.Contains(one.Id))));
    });

    [Fact]
    public void PE3_nobody_is_admitted_over_an_open_objection() => Always((state, _) =>
        Assert.All(state.Admitted, p => Assert.DoesNotContain(ObjectionStanding.Open, p.Objections.Values)));

    [Fact]
    public void SI1_circles_never_change_but_for_their_end() => Always((state, before) =>
    {
        foreach (var (id, circle) in before.Circles)
        {
            var now = state.Circles[id];
            Assert.Equal(circle with { Ended = false, MayBeBriefed = false }, now with { Ended = false, MayBeBriefed = false });
            Assert.True(!circle.Ended || now.Ended);
            // stricter terms end that it may be copied, looser ones do not begin it (SE2)
            Assert.True(circle.MayBeBriefed || !now.MayBeBriefed);
        }
    });

    [Fact]
    public void PE8_the_bench_is_the_mediators() => Always((state, _) =>
    {
        var mediators = state.People.Values
            .Where(p => p.IsMediator && p.Status is not (PersonStatus.AwaitingConsent or PersonStatus.Removed)).Select(p => p.Id);
        Assert.Equal(Company.Of(mediators), state.Circles[state.Bench].People);
    });

    [Fact]
    public void RM2_only_who_went_home_is_invited_and_he_is_at_home() => Always((state, _) =>
    {
        Assert.All(state.Invites.Values, invite => Assert.True(state.People[invite.Person].WentHome));
        Assert.All(state.Invites.Values, invite => Assert.False(state.Rooms[invite.Room].Closed));
        Assert.All(state.People.Values.Where(p => p.WentHome), p =>
            Assert.Equal(p.Party is { } party ? state.Parties[party].Home : state.RoomOfKind(RoomKind.Waiting).Id, p.Room));
    });

    [Fact]
    public void PE10_nobody_interprets_for_who_is_removed_or_for_another_party() => Always((state, _) =>
    {
        foreach (var person in state.People.Values.Where(p => p.Interprets is not null))
        {
            Assert.Equal(Role.Interpreter, person.Role);
            Assert.NotEqual(PersonStatus.Removed, person.Status);
            Assert.All(person.Interprets!.People, id => Assert.NotEqual(PersonStatus.Removed, state.People[id].Status));
            Assert.All(person.Interprets.People, id => Assert.True(person.Party is null || person.Party == state.People[id].Party));
        }
    });

    [Fact]
    public void PE11_who_is_removed_is_with_nobody() => Always((state, _) =>
        Assert.All(state.People.Values.Where(p => p.Status == PersonStatus.Removed), p => Assert.Empty(p.Companions)));

    [Fact]
    public void PE2_nobody_has_authority_for_another_party_and_strangers_have_none() => Always((state, _) =>
        Assert.All(state.People.Values.Where(p => p.Party is null || p.Role == Role.Interpreter), p =>
            Assert.True(p.Authorities.IsSubsetOf([Authority.Speak]))));

    [Fact]
    public void RM2_RM7_who_is_moved_by_others_than_mediators_is_moved_home() => History.ForAll(120, seed =>
    {
        foreach (var step in History.Of(seed, 60).Steps.Where(step => step.Events.Any(told => told.Body is FloorChanged)))
        {
            var (before, after) = (step.Before!, step.After!);
            var moved = after.People.Values.Where(p =>
                p.Room is not null && before.People.TryGetValue(p.Id, out var was) && was.Room is not null && was.Room != p.Room);
            foreach (var person in moved.Where(_ => step.Command.Body is not (Arrange or AcceptInvite)))
            {
                Assert.True(after.Rooms[person.Room!.Value].Kind is RoomKind.Home or RoomKind.Mediators or RoomKind.Waiting);
            }

            Assert.True(step.Command.Body is not Arrange || before.People[step.Command.By].IsMediator);
        }
    });

    [Fact]
    public void RM4_no_meeting_comes_about_that_no_mediator_confirmed() => History.ForAll(120, seed =>
    {
        foreach (var step in History.Of(seed, 80).Steps.Where(step => step.Decision is Decision.Accepted))
        {
            var come = Meetings(step.After!).Except(Meetings(step.Before!)).ToList();
            var confirmed = step.Command.Body switch
            {
                Arrange { Confirm: { } given } => given.Meetings,
                AcceptInvite accept => step.Before!.Invites[accept.Invite].Meets.Meetings,
                _ => [],
            };
            Assert.All(come, pair => Assert.Contains(pair, confirmed));
        }
    });

    private static HashSet<Meeting> Meetings(Session state) =>
    [
        .. from room in state.Rooms.Values
           from one in room.People.Select(id => state.People[id].Party).OfType<PartyId>()
           from other in room.People.Select(id => state.People[id].Party).OfType<PartyId>()
           where one != other
           select Meeting.Between(new(one, other)),
    ];

    private static void Always(Action<Session, Session> law) => History.ForAll(100, seed =>
    {
        foreach (var step in History.Of(seed, 70).Steps.Where(step => step.Events.Count > 0))
        {
            law(step.After!, step.Before!);
        }
    });
}
