using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using IomSessions.Client;
using IomSessions.Testbed;
using Microsoft.AspNetCore.Http.Connections;

namespace IomSessions.Server.Tests.Nodes;

/// <summary>The configuration that is shipped, in front of two nodes; addresses and TLS are other ones, and it tells whom it led to.</summary>
[Collection(SeveralNodes.Name)]
public sealed partial class NginxTests(Neighbourhood around) : IDisposable
{
    private readonly DataDirectory _folder = new();
    private readonly HttpClient _http = new();
    private Uri _door = null!;

    [Fact]
    public async Task DL8_every_transport_works_through_the_door_whichever_node_it_leads_to()
    {
        await using var cluster = await Cluster.StartAsync(around, 2, around.Redis.Address);
        await using var nginx = await OpenAsync(cluster);

        // the house asks one node or the other, the session's people one
        await using var scene = await Scene.MakeAsync(_door, await cluster.HouseTokenAsync());
        var lines = new List<Actor>();
        foreach (var transport in (HttpTransportType[])[HttpTransportType.WebSockets, HttpTransportType.ServerSentEvents, HttpTransportType.LongPolling])
        {
            lines.Add(scene.Line(scene.Anton.Person, scene.Anton.Bearer, transport));
        }

        lines.Add(new Actor(_door, scene.Session, scene.Anton.Person, scene.Anton.Bearer, new SessionConnection(new(_door, scene.Session)
        {
            Bearer = scene.Anton.Bearer,
            Transports = HttpTransportType.WebSockets,
            ConfigureHttp = options => options.SkipNegotiation = true,
        })));
        foreach (var line in lines)
        {
            await line.StartAsync();
        }

        await scene.Ana.SayAsync("through the door");
        foreach (var line in lines)
        {
            await line.HearsAsync("through the door");
        }

        using (var hidden = await _http.GetAsync(new Uri(_door, "/health/ready")))
        {
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        }

        // its node dies: whatever the line, it is at the other one and misses nothing
        var at = Assert.Single(AskedOf(scene.Session));
        await cluster.Nodes.Single(node => node.Address.Authority == at).KillAsync();
        await scene.Ana.SayAsync("from the other node");
        foreach (var line in lines)
        {
            await line.HearsAsync("from the other node");
            await line.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_session_is_at_one_node_and_sessions_are_at_both()
    {
        await using var cluster = await Cluster.StartAsync(around, 2, around.Redis.Address);
        await using var nginx = await OpenAsync(cluster);
        var nodes = Enumerable.Range(0, 40).Select(_ => Assert.Single(AskedOf(NewId.Next()))).ToList();
        Assert.Equal(cluster.Nodes.Select(node => node.Address.Authority).Order(), nodes.Distinct().Order());

        // what is of no session is asked of whoever has least to do
        Assert.Equal(2, Enumerable.Range(0, 10).Select(_ => NodeOf(new(HttpMethod.Get, new Uri(_door, "/api/mine")))).Distinct().Count());
    }

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    private async Task<Neighbour> OpenAsync(Cluster cluster)
    {
        var port = Neighbour.FreePort();
        _door = new Uri($"http://127.0.0.1:{port}/");
        await File.WriteAllTextAsync(_folder.File("nginx.conf"), Configuration(port, cluster.Nodes[0].Address.Port, cluster.Nodes[1].Address.Port));
        var nginx = await Neighbour.StartAsync("nginx", "-c", _folder.File("nginx.conf"), "-p", _folder.Path, "-g", "daemon off;");
        await Neighbour.UntilAsync(async () =>
        {
            try
            {
                using var answer = await _http.GetAsync(new Uri(_door, "/api/mine"));
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
        return nginx;
    }

    // the nodes at which a session is, by everything that is of it; a stranger is refused, but by the node that would have let him in
    private IReadOnlyCollection<string> AskedOf(string session)
    {
        using var line = new HttpRequestMessage(HttpMethod.Get, new Uri(_door, $"/hub/session?session={session}"));
        line.Headers.Connection.Add("Upgrade");
        line.Headers.Upgrade.Add(new("websocket"));
        using var negotiated = new HttpRequestMessage(HttpMethod.Get, new Uri(_door, $"/hub/session?session={session}&id=some"));
        using var negotiation = new HttpRequestMessage(HttpMethod.Post, new Uri(_door, $"/hub/session/negotiate?session={session}&negotiateVersion=1"));
        using var record = new HttpRequestMessage(HttpMethod.Get, new Uri(_door, $"/api/sessions/{session}/record.json"));
        using var card = new HttpRequestMessage(HttpMethod.Get, new Uri(_door, $"/api/sessions/{session}"));
        return [.. new[] { line, negotiated, negotiation, record, card }.Select(NodeOf).Distinct()];
    }

    private string NodeOf(HttpRequestMessage asked)
    {
        using var answer = _http.Send(asked);
        return answer.Headers.GetValues("X-Node").Single();
    }

    private string Configuration(int port, int one, int other)
    {
        var shipped = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "nginx.conf"));
        // one process, that ends when it is killed
        var plain = Tls().Replace(shipped, "").Replace("worker_processes auto;", "master_process off;", StringComparison.Ordinal).Replace("listen 8443 ssl ", string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{port} "), StringComparison.Ordinal)
            .Replace("node-a:8080", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{one}"), StringComparison.Ordinal)
            .Replace("node-b:8080", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{other}"), StringComparison.Ordinal)
            // so that a test knows whom it was led to
            .Replace("server_tokens off;", "server_tokens off; add_header X-Node $upstream_addr always;", StringComparison.Ordinal)
            .Replace("/tmp/", _folder.Path + "/", StringComparison.Ordinal);
        return plain;
    }

    [GeneratedRegex(@"^\s*(ssl_\w+|add_header Strict).*$", RegexOptions.Multiline)]
    private static partial Regex Tls();
}
