using IomSessions.Benchmarks.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IomSessions.Benchmarks.Tests;

/// <summary>What a server can do wrong.</summary>
public enum Fault
{
    None,

    /// <summary>Now and then somebody does not get what was said.</summary>
    Loses,

    /// <summary>Somebody hears two speakers in the other order.</summary>
    Reorders,

    /// <summary>Now and then somebody of another room hears it too.</summary>
    Leaks,

    /// <summary>Now and then a mediator who is away hears it too.</summary>
    LeaksToMediators,

    /// <summary>Whoever is moved out goes on hearing the room.</summary>
    LeavesBehind,

    /// <summary>Whoever is moved in does not hear his new room.</summary>
    ForgetsToSeat,
}

/// <summary>The bare hub in this process, with one fault.</summary>
internal sealed class FaultyHost : IMeasured
{
    private readonly WebApplication _app;

    private FaultyHost(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public double CpuSeconds => 0;

    public double ResidentKb => 0;

    public static async Task<FaultyHost> StartAsync(Fault fault)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new Rooms(fault));
        builder.Services.AddSignalR();
        var app = builder.Build();
        app.MapHub<FaultyHub>("/hub");
        await app.StartAsync();
        return new(app);
    }

    public void Kill() => Dispose();

#pragma warning disable VSTHRD002 // the load has one thread, and ends its servers by hand
    public void Dispose() => _app.DisposeAsync().AsTask().GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
}

/// <summary>Who is in which room. One lock for everything: but for its fault this server is in order.</summary>
internal sealed class Rooms(Fault fault)
{
    private const int NowAndThen = 20;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<(string Person, ISingleClientProxy To)>> _members = [];
    private readonly Dictionary<string, string> _late = [];
    private int _said;

    public void Join(string room, string person, ISingleClientProxy to)
    {
        lock (_gate)
        {
            Members(room).Add((person, to));
        }
    }

    public void Say(string room, string text)
    {
        lock (_gate)
        {
            var members = Members(room);
            var amiss = ++_said % NowAndThen == 0;
            for (var at = 0; at < members.Count; at++)
            {
                var isLast = at == members.Count - 1;
                if (isLast && fault == Fault.Reorders)
                {
                    Reordered(room, members[at].To, text);
                }
                else if (!(isLast && amiss && fault == Fault.Loses))
                {
                    Send(members[at].To, "said", text);
                }
            }

            if (amiss && fault is (Fault.Leaks or Fault.LeaksToMediators))
            {
                var toMediators = fault == Fault.LeaksToMediators;
                Send(_members.First(other => other.Key != room && other.Value.Count > 0 && IsOfMediators(other.Key) == toMediators).Value[0].To, "said", text);
            }
        }
    }

    public void Move(BareMove[] moves)
    {
        lock (_gate)
        {
            foreach (var move in moves)
            {
                var moved = Members(move.From).Where(member => move.People.Contains(member.Person)).ToList();
                var staysBehind = fault == Fault.LeavesBehind ? moved[0].Person : null;
                Members(move.From).RemoveAll(member => move.People.Contains(member.Person) && member.Person != staysBehind);
                Members(move.To).RemoveAll(member => move.People.Contains(member.Person));
                Members(move.To).AddRange(fault == Fault.ForgetsToSeat ? moved.Skip(1) : moved);
                moved.ForEach(member => Send(member.To, "seated", move.To));
            }
        }
    }

    private static bool IsOfMediators(string room) => room.StartsWith("mediators", StringComparison.Ordinal);

    // Each second thing is held back until the next has been heard.
    private void Reordered(string room, ISingleClientProxy to, string text)
    {
        if (_late.Remove(room, out var held))
        {
            Send(to, "said", text);
            Send(to, "said", held);
        }
        else
        {
            _late[room] = text;
        }
    }

    private List<(string Person, ISingleClientProxy To)> Members(string room) =>
        _members.TryGetValue(room, out var members) ? members : _members[room] = [];

    // what is sent in order on one connection is queued in order
    private static void Send(ISingleClientProxy to, string method, string argument) => _ = to.SendAsync(method, argument);
}

internal sealed class FaultyHub(Rooms rooms, IHubContext<FaultyHub> hub) : Hub
{
    public void Join(string room, string person) => rooms.Join(room, person, hub.Clients.Client(Context.ConnectionId));

    public void Say(string room, string text) => rooms.Say(room, text);

    public void Move(BareMove[] moves) => rooms.Move(moves);
}
