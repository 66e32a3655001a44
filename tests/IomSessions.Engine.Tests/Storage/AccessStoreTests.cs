using IomSessions.Storage.Access;
using IomSessions.Storage.Postgres;
using Xunit;

namespace IomSessions.Engine.Tests.Storage;

public sealed class SqliteAccessStoreTests : AccessStoreContract, IDisposable
{
    private readonly TempFolder _folder = new();
    private SqliteAccessStore? _open;

    [Fact]
    public void PE7_a_token_has_256_bits_and_prints_nothing()
    {
        var token = Token.Draw();
        Assert.Equal(43, token.Text.Length);
        Assert.Equal(token.Hash, TokenHash.Of(token.Text));
        Assert.NotEqual(token.Hash, Token.Draw().Hash);
        Assert.DoesNotContain(token.Text, $"{token} {token.Hash}", StringComparison.Ordinal);
    }

    protected override Task<IAccessStore> OpenAsync()
    {
        _open?.Dispose();
        return Task.FromResult<IAccessStore>(_open = SqliteAccessStore.Open(_folder.File("access.db")));
    }

    public void Dispose()
    {
        _open?.Dispose();
        _folder.Dispose();
    }
}

[Collection(OnPostgres.Name)]
public sealed class PostgresAccessStoreTests(PostgresFixture fixture) : AccessStoreContract
{
    private readonly PostgresTest _test = new(fixture);

    [Fact]
    public async Task PE3_what_one_node_lets_in_another_knows_and_of_two_that_are_shown_a_link_one_admits()
    {
        var (one, other) = (await OpenAsync(), PostgresAccessStore.Open(_test.Open()));
        var (session, person, link) = (Batches.Session(), new Domain.PersonId(Guid.NewGuid()), Token.Draw().Hash);
        await one.IssueInvitationAsync(link, new Invitation(session, person, 10), 1);
        var devices = new[] { new NewDevice(new(Guid.NewGuid()), Token.Draw().Hash), new NewDevice(new(Guid.NewGuid()), Token.Draw().Hash) };
        var spent = await Task.WhenAll(
            Task.Run(async () => await one.SpendInvitationAsync(link, devices[0], 2)), Task.Run(async () => await other.SpendInvitationAsync(link, devices[1], 2)));
        Assert.Single(spent, spending => spending.Outcome == SpendOutcome.Ok);
        foreach (var store in new[] { one, other })
        {
            Assert.Single(new[] { await store.FindDeviceAsync(devices[0].Token), await store.FindDeviceAsync(devices[1].Token) }.OfType<Device>());
        }
    }

    [Fact]
    public async Task PE3_of_links_that_two_nodes_issue_to_one_person_at_once_one_opens()
    {
        var (one, other) = (await OpenAsync(), PostgresAccessStore.Open(_test.Open()));
        for (var round = 0; round < 10; round++)
        {
            var (session, person) = (Batches.Session(), new Domain.PersonId(Guid.NewGuid()));
            var links = new[] { Token.Draw().Hash, Token.Draw().Hash };
            await Task.WhenAll(new[] { one, other }.Select((store, at) => Task.Run(async () => await store.IssueInvitationAsync(links[at], new Invitation(session, person, 10), 1))));
            var outcomes = new List<SpendOutcome>();
            foreach (var link in links) outcomes.Add((await one.SpendInvitationAsync(link, new NewDevice(new(Guid.NewGuid()), Token.Draw().Hash), 2)).Outcome);
            Assert.Equal([SpendOutcome.Ok, SpendOutcome.Revoked], outcomes.Order().Reverse());
        }
    }

    protected override async Task<IAccessStore> OpenAsync()
    {
        if (_test.Connection.Length == 0) await _test.MakeAsync();
        return PostgresAccessStore.Open(_test.Open());
    }

    public override async Task DisposeAsync() => await _test.CloseAsync();
}
