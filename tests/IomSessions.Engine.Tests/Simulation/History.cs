using System.Collections.Immutable;
using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>One history: what happens in a world, step by step, from a seed.</summary>
/// <param name="secret">Null: nothing varies, and everything that can go wrong does.</param>
internal sealed class History(World world, int seed, Secret? secret)
{
    private const int Steps = 90;

    private readonly Random _chance = new(seed ^ 0x1d872b41);
    private readonly Random _files = new(seed ^ 0x0f11e5);
    private readonly Choices _choices = new(world.Cast, new Random(seed ^ 0x2545f491), () => DateTimeOffset.FromUnixTimeSeconds(world.Clock.GetUtcNow().ToUnixTimeSeconds()));
    private readonly Questions _questions = new(world, seed, secret);
    private readonly List<string> _done = [];
    private DraftWork? _drafts;
    private Session? _seen;

    /// <summary>What happened, for who looks into a failure.</summary>
    public IReadOnlyList<string> Done => _done;

    /// <summary>What people write together.</summary>
    public DraftWork Drafts => _drafts ??= new DraftWork(world, seed, secret, Note);

    public async Task RunAsync()
    {
        foreach (var client in world.Clients.Where(_ => _chance.Next(4) != 0))
        {
            await world.ConnectAsync(client, Node(), false);
        }

        for (world.Step = 1; world.Step <= Steps; world.Step++)
        {
            world.Clock.Advance(TimeSpan.FromMilliseconds(60));
            if (_chance.Next(4) != 0)
            {
                _seen = Node().Live.State;
            }

            var seen = await NewestAsync(_seen ?? world.Nodes[0].Live.State!);
            await StepAsync(seen);
            await KnowAsync(world.Nodes[world.Step % world.Nodes.Count]);
            await Drafts.StepAsync(seen, world.Nodes[world.Step % world.Nodes.Count]);
            await _questions.AskAsync(seen, world.Nodes[world.Step % world.Nodes.Count]);
            DrainMembers();
        }
    }

    // Between two nodes one waits now and then for the other, and how long depends on all that is said: latency, which is excepted. So
    // that both runs go on alike there, people look at the log itself, and nobody's line waits.
    private async Task<Session> NewestAsync(Session seen)
    {
        if (secret is null || world.Nodes.Count == 1)
        {
            return seen;
        }

        world.Clients.ForEach(client => client.Receive(int.MaxValue));
        return await world.NewestAsync();
    }

    // a file is taken in, and a text is looked up, by what the node knows
    private async Task KnowAsync(SimNode node)
    {
        if (secret is not null && world.Nodes.Count > 1)
        {
            await world.LookAsync(node);
        }
    }

    private SimNode Node() => world.Nodes[_chance.Next(world.Nodes.Count)];

    private async Task StepAsync(Session seen)
    {
        var node = Node();
        switch (_chance.Next(100))
        {
            case < 22:
                // people do not wait for each other
                Act(seen, node, 1);
                Act(seen, node, 2);
                Act(seen, node, 3);
                break;
            case < 38:
                await SpeakAsync(seen, node);
                break;
            case < 42:
                Again(node);
                break;
            case < 56:
                await DeskAsync(node);
                break;
            case < 68:
                await PumpAsync(node);
                break;
            case < 72:
                Hear(node);
                break;
            case < 76:
                await FreshenAsync();
                Tick(node);
                await PumpAsync(node);
                break;
            case < 88:
                await LineAsync();
                break;
            case < 95:
                await ConnectAsync();
                break;
            case < 97:
                Device(node, seen);
                break;
            case < 98:
                Note("restart");
                await world.RestartAsync(node);
                break;
            default:
                await node.BesideAsync(1);
                break;
        }
    }

    private void Act(Session seen, SimNode node, int place)
    {
        var (by, body) = _choices.Act(seen);
        if (LetsOut(body))
        {
            return;
        }

        Note($"{body.GetType().Name} by {by.Value:N}");
        world.Ask(by, $"act {world.Step}.{place}", body, node);
    }

    private async Task SpeakAsync(Session seen, SimNode node)
    {
        await KnowAsync(node);
        if (Place.Any(seen, _chance) is not { } place)
        {
            return;
        }

        var (typing, replyTo) = (_chance.Next(3) == 0, _chance.Next(4) == 0 ? _chance.Next(1, 6) : (long?)null);
        if (secret is not null && secret.Is(place, seen))
        {
            Note("secret");
            Whisper(place, node);
            return;
        }

        Note($"{place.Kind} by {place.By.Value:N}");
        world.Ask(place.By, $"act {world.Step}", place.Say($"said {world.Step}", "en", replyTo, Files(place, node)), node);
        if (typing)
        {
            node.Live.Typing(place.By, place.Circle);
        }
    }

    private ImmutableArray<FileId>? Files(Place place, SimNode node) => _files.Next(5) == 0
        ? world.Upload(place, [.. Enumerable.Range(0, _files.Next(1, 3)).Select(at => $"annex {world.Step}.{at}")], node, known: _files.Next(10) != 0)
        : null;

    private void Whisper(Place place, SimNode node)
    {
        var words = secret!.Words();
        for (var at = 0; at < words.Count; at++)
        {
            world.Ask(place.By, $"secret {world.Step} {at}", place.Say(words[at], "en", files: world.Upload(place, secret.Files(), node)), node);
        }

        Bargain(place, words, node);
        for (var at = secret.Signals(); at > 0; at--)
        {
            node.Live.Typing(place.By, place.Circle);
        }
    }

    // what a delegation puts down for itself is as secret as what it says
    private void Bargain(Place place, IReadOnlyList<string> words, SimNode node)
    {
        var issue = place.Kind == CircleKind.Party ? _seen?.Issues.Values.OrderBy(one => one.Id.Value).FirstOrDefault() : null;
        for (var at = 0; issue is not null && at < words.Count; at++)
        {
            var note = words[at].Length > Limits.PositionLength ? words[at][..Limits.PositionLength] : words[at];
            world.Ask(place.By, $"secret position {world.Step} {at}", new TakePosition(
                new(world.Cast.Id($"secret position {note}")), issue.Id, PositionKind.Interest, note, note), node);
        }
    }

    // sent again, on this node or another; now and then somebody uses its id for something else
    private void Again(SimNode node)
    {
        var old = world.Asked.Where(asked => secret is null || !(IsSecret(asked) || LetsOut(asked.Body))).ToList();
        if (old.Count == 0)
        {
            return;
        }

        var asked = old[_chance.Next(old.Count)];
        var other = _chance.Next(5) == 0;
        Note(other ? "the same id for something else" : $"again {asked.Body.GetType().Name}");
        world.Ask(other ? new Asked(asked.By, asked.Id, new SayInDelegation($"other {world.Step}", "en")) : asked, node);
    }

    // what is let out or copied is told to others: that is what it is for
    private bool LetsOut(CommandBody body) => body switch
    {
        SetDraftPeople ask => ask.Circle == secret?.Circle,
        TakeDraft ask => ask.From == secret?.Circle,
        Release release => secret?.MayBeSaidIn(release.Sitting, world.Nodes[0].Live.State!) == true,
        Brief brief => secret?.MayBeSaidIn(brief.Sitting, world.Nodes[0].Live.State!) == true,
        _ => false,
    };

    private static bool IsSecret(Asked asked) => (asked.Text ?? (asked.Body as TakePosition)?.Note)?.StartsWith("secret", StringComparison.Ordinal) == true;

    private async Task DeskAsync(SimNode node)
    {
        // a store that fails is felt by whoever shares the turn; that is availability, and not what the two runs are compared for
        var failing = (secret is null ? _chance.Next(12) : 12) switch
        {
            0 => Failing.BeforeWriting,
            1 => Failing.AfterWriting,
            2 => Failing.Reading,
            _ => Failing.Not,
        };
        Note($"desk {world.Nodes.IndexOf(node)} {failing}");
        await world.DeskAsync(node, failing);
    }

    private async Task PumpAsync(SimNode node)
    {
        Note($"pump {world.Nodes.IndexOf(node)}");
        await world.PumpAsync(node, secret is null && _chance.Next(10) == 0 ? Failing.Reading : Failing.Not);
    }

    private void Hear(SimNode node)
    {
        if (node.Rings.Count > 0)
        {
            // no chance is taken here: how many have come depends on what was said in secret
            node.Live.Rung(node.Rings.Max());
            node.Rings.Clear();
        }
    }

    // what a clock does to a session is the same however late a node was
    private async Task FreshenAsync()
    {
        foreach (var node in secret is null || world.Nodes.Count == 1 ? [] : world.Nodes)
        {
            await world.LookAsync(node);
            await world.PumpAsync(node);
            world.Clients.ForEach(client => client.Receive(int.MaxValue));
        }
    }

    private void Tick(SimNode node)
    {
        // what is ordered for a full five minutes would hardly ever come about
        var isLong = _chance.Next(_seen?.Statements.Values.Any(one => one.At is not null) == true ? 2 : 16) == 0;
        var span = TimeSpan.FromSeconds(isLong ? 301 : _chance.Next(1, 6));
        Note($"tick {span.TotalSeconds}");
        world.Clock.Advance(span);
        node.Live.Pump.Tick();
    }

    private async Task LineAsync()
    {
        var client = world.Clients[_chance.Next(world.Clients.Count)];
        var (what, frames) = (_chance.Next(20), _chance.Next(1, 4));
        if (!client.IsConnected)
        {
            return;
        }

        switch (what)
        {
            case < 7:
                client.Receive(frames);
                break;
            case < 13:
                client.Receive(int.MaxValue);
                break;
            case < 15 when secret is null:
                client.Receive(1, lose: true);
                Note("a frame is lost");
                break;
            case < 17:
                Note("cut");
                World.Cut(client, heard: what != 16);
                break;
            default:
                if (client.IsWelcome && client.Outlet is { IsClosed: false })
                {
                    await world.HelloAsync(client, what == 19);
                }

                break;
        }

        if (client is { NeedsHello: true, IsWelcome: true, Outlet.IsClosed: false })
        {
            await world.HelloAsync(client, false);
        }
    }

    private async Task ConnectAsync()
    {
        var client = world.Clients[_chance.Next(world.Clients.Count)];
        var (node, lost, digest) = (Node(), _chance.Next(6) == 0, _chance.Next(2) == 0);
        if (client.IsConnected)
        {
            World.Cut(client, heard: true);
        }

        if (lost)
        {
            client.Forget();
        }

        Note($"connect {client.Person.Value:N} to {world.Nodes.IndexOf(node)}{(lost ? " with nothing" : "")}{(digest ? " digest" : "")}");
        await world.ConnectAsync(client, node, digest);
    }

    private void Device(SimNode node, Session seen)
    {
        var people = seen.People.Keys.OrderBy(id => id.Value).ToList();
        var (person, vouched) = (people[_chance.Next(people.Count)], _chance.Next(2) == 0);
        var device = world.DeviceOf(person, world.Step);
        Note($"device of {person.Value:N}");
        world.Ask(Command.House, $"act {world.Step}", new OpenDevice(device, person, "Another", vouched), node);
        world.Clients.Add(new SimClient(person, device, world.Oracle));
    }

    // a line that stalls under the secret would tell of it by ending: members read at once
    private void DrainMembers()
    {
        if (secret is null)
        {
            return;
        }

        secret.Learn(world.Nodes[0].Live.State!);
        foreach (var client in world.Clients.Where(client => secret.Members.Contains(client.Person)))
        {
            client.Receive(int.MaxValue);
        }
    }

    private void Note(string what) => _done.Add($"{world.Step}: {what}");
}
