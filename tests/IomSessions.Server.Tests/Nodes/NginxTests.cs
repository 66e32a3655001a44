using System.Globalization;
using System.Text.RegularExpressions;
using IomSessions.Client;
using IomSessions.Testbed;
using Microsoft.AspNetCore.Http.Connections;

namespace IomSessions.Server.Tests.Nodes;

/// <summary>The configuration that is shipped, in front of two nodes; only addresses and TLS are other ones.</summary>
[Collection(SeveralNodes.Name)]
public sealed partial class NginxTests(Neighbourhood around) : IDisposable
{
    private readonly DataDirectory _folder = new();

    [Fact]
    public async Task DL8_every_transport_works_through_the_door_whichever_node_it_leads_to()
    {
        await using var cluster = await Cluster.StartAsync(around, 2, around.Redis.Address);
        var port = Neighbour.FreePort();
        await File.WriteAllTextAsync(_folder.File("nginx.conf"), Configuration(port, cluster.Nodes[0].Address.Port, cluster.Nodes[1].Address.Port));
        await using var nginx = await Neighbour.StartAsync("nginx", "-c", _folder.File("nginx.conf"), "-p", _folder.Path, "-g", "daemon off;");
        var door = new Uri($"http://127.0.0.1:{port}/");
        using var http = new HttpClient();
        await Neighbour.UntilAsync(async () =>
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(door, "/api/mine"));
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });

        // what one prepares, another one is asked for: requests go to both
        await using var scene = await Scene.MakeAsync(door, await cluster.HouseTokenAsync());
        var lines = new List<Actor>();
        foreach (var transport in (HttpTransportType[])[HttpTransportType.WebSockets, HttpTransportType.ServerSentEvents, HttpTransportType.LongPolling])
        {
            lines.Add(scene.Line(scene.Anton.Person, scene.Anton.Bearer, transport));
        }

        lines.Add(new Actor(door, scene.Session, scene.Anton.Person, scene.Anton.Bearer, new SessionConnection(new(door, scene.Session)
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
            await line.DisposeAsync();
        }

        using var hidden = await http.GetAsync(new Uri(door, "/health/ready"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, hidden.StatusCode);
    }

    public void Dispose() => _folder.Dispose();

    private string Configuration(int port, int one, int other)
    {
        var shipped = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "nginx.conf"));
        // one process, that ends when it is killed
        var plain = Tls().Replace(shipped, "").Replace("worker_processes auto;", "master_process off;", StringComparison.Ordinal).Replace("listen 8443 ssl ", string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{port} "), StringComparison.Ordinal)
            .Replace("node-a:8080", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{one}"), StringComparison.Ordinal)
            .Replace("node-b:8080", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{other}"), StringComparison.Ordinal)
            .Replace("/tmp/", _folder.Path + "/", StringComparison.Ordinal);
        return plain;
    }

    [GeneratedRegex(@"^\s*(ssl_\w+|add_header Strict).*$", RegexOptions.Multiline)]
    private static partial Regex Tls();
}
