using IomSessions.Domain;
using IomSessions.Storage.Access;
using Device = IomSessions.Storage.Access.Device;
using Xunit;

namespace IomSessions.Engine.Tests.Storage;

/// <summary>What the server may rely on, wherever it is kept whom it lets in.</summary>
public abstract class AccessStoreContract : IAsyncLifetime
{
    private const long Now = 1_000_000, Later = Now + 60_000;
    private readonly SessionId _session = Batches.Session();
    private readonly PersonId _person = new(Guid.NewGuid());
    private readonly DeviceId _device = new(Guid.NewGuid());
    private IAccessStore _access = null!;

    /// <summary>Opens it; again: as after a restart.</summary>
    protected abstract Task<IAccessStore> OpenAsync();

    public async Task InitializeAsync() => _access = await OpenAsync();

    public virtual Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task PE3_an_invitation_admits_one_device_once()
    {
        var (link, device) = (await Invite(), NewDevice());
        var first = await _access.SpendInvitationAsync(link, device, Now);
        Assert.Equal(new Spending(SpendOutcome.Ok, new Invitation(_session, _person, Later)), first);
        Assert.Equal(new Device(_session, _person, device.Id, Now), await _access.FindDeviceAsync(device.Token));

        await RestartAsync();
        var second = NewDevice();
        Assert.Equal(new Spending(SpendOutcome.Spent, null), await _access.SpendInvitationAsync(link, second, Now));
        Assert.Null(await _access.FindDeviceAsync(second.Token));
        Assert.NotNull(await _access.FindDeviceAsync(device.Token));
    }

    [Fact]
    public async Task PE3_of_many_who_present_an_invitation_at_once_one_is_admitted()
    {
        var link = await Invite();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16)
            .Select(_ => Task.Run(async () => (await _access.SpendInvitationAsync(link, NewDevice(), Now)).Outcome)));
        Assert.Single(outcomes, SpendOutcome.Ok);
        Assert.Equal(15, outcomes.Count(o => o == SpendOutcome.Spent));
        Assert.Single(await _access.DevicesOfAsync(_session, _person));
    }

    [Fact]
    public async Task PE3_an_invitation_whose_device_cannot_be_stored_is_not_spent()
    {
        var taken = NewDevice();
        await _access.SpendInvitationAsync(await Invite(), taken, Now);
        var link = await Invite();
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await _access.SpendInvitationAsync(link, taken, Now));
        Assert.Equal(SpendOutcome.Ok, (await _access.SpendInvitationAsync(link, NewDevice(), Now)).Outcome);
    }

    [Fact]
    public async Task PE4_issuing_again_revokes_what_was_issued_before_to_him_and_to_nobody_else()
    {
        var (other, old) = (new PersonId(Guid.NewGuid()), await Invite());
        var others = await Invite(other);
        var fresh = await Invite();
        Assert.Equal(SpendOutcome.Revoked, (await _access.SpendInvitationAsync(old, NewDevice(), Now)).Outcome);
        Assert.Equal(SpendOutcome.Ok, (await _access.SpendInvitationAsync(fresh, NewDevice(), Now)).Outcome);
        Assert.Equal(SpendOutcome.Ok, (await _access.SpendInvitationAsync(others, NewDevice(), Now)).Outcome);
    }

    [Fact]
    public async Task PE3_an_unknown_or_expired_invitation_admits_nobody()
    {
        var link = await Invite();
        var device = NewDevice();
        Assert.Equal(SpendOutcome.Unknown, (await _access.SpendInvitationAsync(Token.Draw().Hash, device, Now)).Outcome);
        Assert.Equal(SpendOutcome.Expired, (await _access.SpendInvitationAsync(link, device, Later)).Outcome);
        Assert.Null(await _access.FindDeviceAsync(device.Token));
        Assert.Equal(SpendOutcome.Ok, (await _access.SpendInvitationAsync(link, device, Later - 1)).Outcome);
    }

    [Fact]
    public async Task PE4_a_removed_person_has_no_device_link_or_code_left()
    {
        var device = NewDevice();
        await _access.SpendInvitationAsync(await Invite(), device, Now);
        var (link, code) = (await Invite(), TokenHash.Of("123456"));
        Assert.True(await _access.IssueCodeAsync(code, _session, _person, _device, Now));

        Assert.Equal([device.Id], await _access.RevokePersonAsync(_session, _person, Now));
        for (var start = 0; start < 2; start++)
        {
            Assert.Null(await _access.FindDeviceAsync(device.Token));
            Assert.Equal(SpendOutcome.Revoked, (await _access.SpendInvitationAsync(link, NewDevice(), Now)).Outcome);
            Assert.Equal(SpendOutcome.Unknown, (await _access.SpendCodeAsync(code, NewDevice(), Now)).Outcome);
            await RestartAsync();
        }
    }

    [Fact]
    public async Task PE4_an_ended_device_stays_ended_and_the_others_live()
    {
        var (gone, stays) = (NewDevice(), NewDevice());
        await _access.SpendInvitationAsync(await Invite(), gone, Now);
        await _access.SpendInvitationAsync(await Invite(), stays, Now);
        Assert.False(await _access.RevokeDeviceAsync(Batches.Session(), gone.Id, Now));
        Assert.True(await _access.RevokeDeviceAsync(_session, gone.Id, Now));
        Assert.False(await _access.RevokeDeviceAsync(_session, gone.Id, Now));
        Assert.Null(await _access.FindDeviceAsync(gone.Token));
        await RestartAsync();
        Assert.Null(await _access.FindDeviceAsync(gone.Token));
        Assert.Equal(stays.Id, Assert.Single(await _access.DevicesOfAsync(_session, _person)).Id);
    }

    [Fact]
    public async Task PE6_a_code_is_good_once_and_for_two_minutes()
    {
        var code = TokenHash.Of("123456");
        Assert.True(await _access.IssueCodeAsync(code, _session, _person, _device, Now));
        Assert.False(await _access.IssueCodeAsync(code, _session, new PersonId(Guid.NewGuid()), _device, Now));
        Assert.Equal(SpendOutcome.Expired, (await _access.SpendCodeAsync(code, NewDevice(), Now + 120_000)).Outcome);
        var spent = await _access.SpendCodeAsync(code, NewDevice(), Now + 119_999);
        Assert.Equal((SpendOutcome.Ok, _device), (spent.Outcome, spent.ShownOn));
        Assert.Equal(SpendOutcome.Spent, (await _access.SpendCodeAsync(code, NewDevice(), Now)).Outcome);
        Assert.Single(await _access.DevicesOfAsync(_session, _person));
        Assert.True(await _access.IssueCodeAsync(code, _session, new PersonId(Guid.NewGuid()), _device, Now + 120_000), "forgotten after its time");
    }

    [Fact]
    public async Task PE6_a_new_code_replaces_the_one_before()
    {
        var (old, fresh) = (TokenHash.Of("1"), TokenHash.Of("2"));
        await _access.IssueCodeAsync(old, _session, _person, _device, Now);
        await _access.IssueCodeAsync(fresh, _session, _person, _device, Now);
        Assert.Equal(SpendOutcome.Unknown, (await _access.SpendCodeAsync(old, NewDevice(), Now)).Outcome);
        Assert.Equal(SpendOutcome.Ok, (await _access.SpendCodeAsync(fresh, NewDevice(), Now)).Outcome);
    }

    [Fact]
    public async Task PE6_a_house_link_is_good_once_and_a_later_one_replaces_it()
    {
        var (old, link, device) = (Token.Draw().Hash, Token.Draw().Hash, Token.Draw().Hash);
        await _access.IssueHouseLinkAsync(old, Now);
        await _access.IssueHouseLinkAsync(link, Now);
        Assert.Equal(SpendOutcome.Unknown, await _access.SpendHouseLinkAsync(Token.Draw().Hash, device, Now));
        Assert.Equal(SpendOutcome.Revoked, await _access.SpendHouseLinkAsync(old, device, Now));
        Assert.False(await _access.IsHouseDeviceAsync(device));
        Assert.Equal(SpendOutcome.Ok, await _access.SpendHouseLinkAsync(link, device, Now));
        Assert.Equal(SpendOutcome.Spent, await _access.SpendHouseLinkAsync(link, Token.Draw().Hash, Now));
        await RestartAsync();
        Assert.True(await _access.IsHouseDeviceAsync(device));
        Assert.True(await _access.RevokeHouseDeviceAsync(device, Now));
        Assert.False(await _access.IsHouseDeviceAsync(device));
        await RestartAsync();
        Assert.False(await _access.IsHouseDeviceAsync(device));
    }

    private async Task<TokenHash> Invite(PersonId? person = null)
    {
        var link = Token.Draw().Hash;
        await _access.IssueInvitationAsync(link, new Invitation(_session, person ?? _person, Later), Now);
        return link;
    }

    private static NewDevice NewDevice() => new(new DeviceId(Guid.NewGuid()), Token.Draw().Hash);

    private async Task RestartAsync() => _access = await OpenAsync();
}
