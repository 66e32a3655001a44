using IomSessions.Client;
using IomSessions.Wire;

namespace IomSessions.Server.Demo;

/// <summary>
/// Hands out links and lets their devices in. A link to somebody who was admitted opens nothing by itself, not even when the house
/// issued it (PE6): his own open device confirms it. Here that device is the program that played him; in a real session it is his own.
/// </summary>
internal sealed class DemoDoor(DemoCast cast, TextWriter output) : IDisposable
{
    private readonly SemaphoreSlim _printing = new(1);

    public async Task PrintAsync(DemoScript script, CancellationToken stop)
    {
        var rows = new List<(string Role, string Name, Uri Link)>();
        foreach (var actor in Visitors(script))
        {
            rows.Add((RoleOf(actor), actor.Card.Name, await LinkAsync(actor, stop)));
        }

        var (role, name) = (rows.Max(row => row.Role.Length), rows.Max(row => row.Name.Length));
        var table = new StringWriter();
        await table.WriteLineAsync($"{script.Title}: {script.Steps.Count} steps played. One link for each of these people; open one per browser profile.");
        foreach (var row in rows)
        {
            await table.WriteLineAsync($"  {row.Role.PadRight(role)}  {row.Name.PadRight(name)}  {row.Link}");
        }

        if (script.Steps.SelectMany(step => step.Acts).OfType<PublishAct>().Any())
        {
            await table.WriteLineAsync($"  What all have cleared becomes public at the next full five minutes: {new Uri(cast.Server, "/feed/" + script.Reference)}");
        }

        await WriteAsync(table.ToString().TrimEnd(), stop);
    }

    /// <summary>Confirms what is redeemed, and puts a new link in its place; until cancelled.</summary>
    public Task KeepAsync(DemoScript script, CancellationToken stop) =>
        Task.WhenAll(Visitors(script).Select(actor => KeepAsync(actor, stop)));

    private IEnumerable<DemoActor> Visitors(DemoScript script) => script.Visitors.Select(key => cast.Actors[key]).Prepend(cast.Secretary);

    public void Dispose() => _printing.Dispose();

    private async Task KeepAsync(DemoActor actor, CancellationToken stop)
    {
        while (true)
        {
            // others of the delegation are shown to a head as well: each confirms only his own
            var view = await actor.Line.WaitForAsync(seen => Own(seen, actor) is not null, stop);
            var device = Own(view, actor)!.Device;
            await actor.Line.DoAsync(new ConfirmDevice(device), stop);
            await actor.Line.WaitForAsync(seen => !seen.Pending.ContainsKey(device), stop);
            try
            {
                var link = await LinkAsync(actor, stop);
                await WriteAsync($"  {RoleOf(actor)}, {actor.Card.Name}: the link was used; the next one is {link}", stop);
            }
            catch (RefusedException refused)
            {
                await WriteAsync($"  {RoleOf(actor)}, {actor.Card.Name}: no further link: {refused.Refusal.Sentence}", stop);
            }
        }
    }

    private static DevicePending? Own(SessionView view, DemoActor actor) =>
        view.Pending.Values.FirstOrDefault(device => device.Person == actor.Person);

    private async Task<Uri> LinkAsync(DemoActor actor, CancellationToken stop)
    {
        var link = await DemoEntry.PatientlyAsync(() => cast.House.InviteAsync(cast.Session, actor.Person, stop), stop);
        return new Uri(cast.Server, link.Path);
    }

    private string RoleOf(DemoActor actor) => actor.Card.Party is { } party
        ? $"{actor.Card.Role.ToString().ToLowerInvariant()}, {PartyName(party)}"
        : actor.Card.Role.ToString().ToLowerInvariant();

    private string PartyName(string key) => cast.Chair.Line.View.Parties[cast.Parties[key]];

    private async Task WriteAsync(string text, CancellationToken stop)
    {
        await _printing.WaitAsync(stop);
        try
        {
            await output.WriteLineAsync(text.AsMemory(), stop);
            await output.FlushAsync(stop);
        }
        finally
        {
            _printing.Release();
        }
    }
}
