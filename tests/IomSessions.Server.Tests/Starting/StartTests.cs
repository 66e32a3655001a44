using System.Net;
using System.Net.Sockets;
using IomSessions.Client;

namespace IomSessions.Server.Tests.Starting;

public sealed class StartTests
{
    [Fact]
    public async Task PE7_the_link_of_the_house_is_printed_until_the_secretariat_has_come_in()
    {
        using var data = new DataDirectory();
        string first;
        await using (var server = await ServerProcess.StartAsync(data))
        {
            first = await server.HouseTokenAsync();
            await server.KillAsync();
        }

        await using (var server = await ServerProcess.StartAsync(data))
        {
            var second = await server.HouseTokenAsync();
            using var house = SessionHttp.To(server.Address);
            var refused = await Assert.ThrowsAsync<RefusedException>(() => house.EnterHouseAsync(first));
            Assert.Equal("invitation_revoked", refused.Refusal.Code);
            await house.EnterHouseAsync(second);
            await server.TermAsync();
            Assert.Equal(0, await server.EndedAsync());
        }

        await using (var server = await ServerProcess.StartAsync(data))
        {
            await server.TermAsync();
            Assert.Equal(0, await server.EndedAsync());
            Assert.Null(server.HouseToken);
        }
    }

    [Fact]
    public async Task PE7_without_its_master_key_the_server_does_not_start_and_says_why()
    {
        using var data = await UsedAsync();
        File.Delete(data.File("master.key"));
        await AssertRefusesAsync(data, "master key is missing");
        Assert.False(File.Exists(data.File("master.key")));
    }

    [Fact]
    public async Task PE7_with_a_master_key_that_others_can_read_the_server_does_not_start_and_says_why()
    {
        using var data = await UsedAsync();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(data.File("master.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            await AssertRefusesAsync(data, "chmod 600");
        }
    }

    [Fact]
    public async Task PE7_with_the_master_key_of_another_house_the_server_does_not_start_and_says_why()
    {
        using var data = await UsedAsync();
        await File.WriteAllBytesAsync(data.File("master.key"), new byte[32]);
        await AssertRefusesAsync(data, "not the master key");
    }

    [Fact]
    public async Task OP2_on_a_damaged_data_folder_the_server_does_not_start_and_says_why()
    {
        using var data = await UsedAsync();
        await File.WriteAllTextAsync(data.File("events.db"), new string('x', 9_000));
        await AssertRefusesAsync(data, "the data folder cannot be used");
    }

    [Fact]
    public async Task OP2_at_an_address_that_is_taken_the_server_does_not_start_and_says_why()
    {
        using var data = new DataDirectory();
        await using var other = await ServerProcess.StartAsync(data);
        using var mine = new DataDirectory();
        await using var server = ServerProcess.Run(mine, other.Address.Port);
        await AssertRefusesAsync(server, "already in use");
    }

    private static async Task<DataDirectory> UsedAsync()
    {
        var data = new DataDirectory();
        await using var server = await ServerProcess.StartAsync(data);
        await server.TermAsync();
        await server.EndedAsync();
        return data;
    }

    private static async Task AssertRefusesAsync(DataDirectory data, string why)
    {
        await using var server = ServerProcess.Run(data);
        await AssertRefusesAsync(server, why);
    }

    private static async Task AssertRefusesAsync(ServerProcess server, string why)
    {
        var code = await server.EndedAsync();
        var told = string.Join('\n', server.Screen.All.Concat(server.Log.All));
        Assert.True(told.Contains(why, StringComparison.Ordinal), told);
        Assert.Equal(1, code);
        Assert.DoesNotContain("   at ", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", told, StringComparison.Ordinal);
        Assert.DoesNotContain("listens on", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OP3_all_who_come_at_once_to_a_server_that_is_busy_are_waiting_there_when_it_looks()
    {
        const int people = 1_500;
        using var data = new DataDirectory();
        await using var server = await ServerProcess.StartAsync(data);
        using var http = new HttpClient { BaseAddress = server.Address };
        await server.FreezeAsync();
        var lines = Enumerable.Range(0, people).Select(_ => new Socket(SocketType.Stream, ProtocolType.Tcp)).ToList();
        try
        {
            // a system that finds no room asks again after seconds; here nobody makes any
            await Task.WhenAll(lines.Select(line => line.ConnectAsync(server.Address.Host, server.Address.Port))).InTime();
            await server.GoOnAsync();
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative)).InTime();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        finally
        {
            lines.ForEach(line => line.Dispose());
        }
    }
}
