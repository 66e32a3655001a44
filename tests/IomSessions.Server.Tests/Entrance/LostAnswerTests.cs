using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Engine.InMemory;
using IomSessions.Storage.Access;
using Microsoft.Extensions.Time.Testing;

namespace IomSessions.Server.Tests.Entrance;

/// <summary>The store takes a device and its answer is lost: the device that the log holds must be one that somebody holds.</summary>
public sealed class LostAnswerTests : IDisposable
{
    private readonly DataDirectory _data = new();
    private readonly SqliteAccessStore _access;
    private readonly FakeTimeProvider _clock = new();
    private readonly LosingStore _store = new(new MemoryEventStore());
    private readonly PersonId _secretary = new(Guid.NewGuid());
    private readonly PersonId _mediator = new(Guid.NewGuid());

    public LostAnswerTests() => _access = SqliteAccessStore.Open(_data.File("access.db"));

    public void Dispose()
    {
        _access.Dispose();
        _data.Dispose();
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(1, true)]
    public async Task PE6_a_first_link_whose_answer_is_lost_opens_the_device_of_whoever_redeemed_it(int lost, bool isLostForGood)
    {
        await using var house = House();
        var (live, entrance) = await BeginAsync(house);
        var link = await LinkAsync(live.Id, _mediator);
        (_store.Lost, _store.IsAway) = (lost, isLostForGood);
        var (refusal, entered) = await RunAsync(entrance.RedeemAsync(link, "A laptop"));
        _store.IsAway = false;
        Assert.Null(refusal);
        Assert.False(entered!.Pending);
        await live.Desk.CatchUpAsync();
        var device = Assert.Single(live.State!.Devices.Values, one => one.Person == _mediator);
        Assert.Equal(DeviceStatus.Open, device.Status);
        Assert.Equal(device.Id, (await _access.FindDeviceAsync(TokenHash.Of(entered.Token)))?.Id);
    }

    [Fact]
    public async Task PE6_the_secretary_of_a_prepared_session_is_seated_although_the_answer_is_lost()
    {
        await using var house = House();
        var live = await house.OpenAsync(new(Guid.NewGuid()));
        await live.NoteAsync(Prepare());
        _store.Lost = 1;
        var entered = await RunAsync(new Access.Entrance(_access, house, _clock).SeatSecretaryAsync(live, _secretary));
        var device = Assert.Single(live.State!.Devices.Values);
        Assert.Equal(device.Id, (await _access.FindDeviceAsync(TokenHash.Of(entered!.Token)))?.Id);
    }

    [Fact]
    public async Task PE6_where_nothing_was_stored_the_next_link_is_a_first_one()
    {
        await using var house = House();
        var (live, entrance) = await BeginAsync(house);
        _store.IsAway = true;
        await RunAsync(entrance.RedeemAsync(await LinkAsync(live.Id, _mediator), "A laptop"));
        _store.IsAway = false;
        var (_, entered) = await RunAsync(entrance.RedeemAsync(await LinkAsync(live.Id, _mediator), "A laptop"));
        Assert.False(entered!.Pending);
        Assert.Single(live.State!.Devices.Values, one => one.Person == _mediator && one.Status == DeviceStatus.Open);
    }

    [Fact]
    public async Task PE6_a_device_that_the_session_refuses_is_known_to_nobody()
    {
        await using var house = House();
        var (live, entrance) = await BeginAsync(house);
        var stranger = new PersonId(Guid.NewGuid());
        var (refusal, entered) = await RunAsync(entrance.RedeemAsync(await LinkAsync(live.Id, stranger), "A laptop"));
        Assert.Equal((Refusal.NotFound, null), (refusal, entered));
        Assert.Empty(await _access.DevicesOfAsync(live.Id, stranger));
    }

    private SessionHouse House() =>
        new(new EnginePorts(_store, new MemoryKeyStore(), new LocalDoorbell(), TimeProvider.System) { RunBeside = work => _ = work() });

    private PrepareSession Prepare() => new("REF-1", "The case", SessionKind.BetweenStates, ["en"], _secretary, "Secretariat");

    private async Task<(LiveSession Live, Access.Entrance Entrance)> BeginAsync(SessionHouse house)
    {
        var live = await house.OpenAsync(new(Guid.NewGuid()));
        await live.NoteAsync(Prepare());
        Assert.IsType<CommandOutcome.Done>(await live.DoAsync(_secretary, new(Guid.NewGuid()), new RegisterPerson(_mediator, "Mara", Role.Mediator, null)));
        return (live, new(_access, house, _clock));
    }

    private async Task<string> LinkAsync(SessionId session, PersonId person)
    {
        var (token, now) = (Token.Draw(), _clock.GetUtcNow());
        await _access.IssueInvitationAsync(token.Hash, new(session, person, now.AddDays(1).ToUnixTimeMilliseconds()), now.ToUnixTimeMilliseconds());
        return token.Text;
    }

    // the pauses between tries pass at once
    private async Task<T> RunAsync<T>(Task<T> entering)
    {
        await Soon.UntilAsync(() =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return entering.IsCompleted;
        });
        return await entering;
    }
}
