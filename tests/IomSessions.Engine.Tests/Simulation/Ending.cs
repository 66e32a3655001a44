namespace IomSessions.Engine.Tests.Simulation;

/// <summary>The end of a history: everything heals, and what each holds is the log.</summary>
internal static class Ending
{
    public static async Task DemandAsync(World world, History history)
    {
        await SettleAsync(world);
        foreach (var client in world.Clients)
        {
            await ReturnAsync(world, client);
        }

        await SettleAsync(world);
        // two beats find whatever was lost
        for (var beat = 0; beat < 3; beat++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(5));
            world.Nodes.ForEach(node => node.Live.Pump.Tick());
            await SettleAsync(world);
        }

        world.Clients.ForEach(client => DemandWhole(world, client));
        DemandPresence(world);
        DemandAnswers(world);
        await history.Drafts.DemandAnswersAsync();
        foreach (var client in world.Clients.Where(client => client.IsWelcome))
        {
            foreach (var circle in client.Drafts.Circles)
            {
                var text = (await world.DraftAsync(circle)).Text;
                Demand(!world.Oracle.MayRead(client.Person, circle, world.Oracle.Log.Count) || client.Drafts.Text(circle) == text, "a draft is not as in the log");
            }
        }
    }

    private static async Task SettleAsync(World world)
    {
        for (var round = 0; round < 3; round++)
        {
            foreach (var node in world.Nodes)
            {
                await world.LookAsync(node);
                node.Live.Drafts.Look();
                for (var turn = 0; turn < 4; turn++)
                {
                    await world.PumpAsync(node);
                    await node.BesideAsync(int.MaxValue);
                    world.Clients.Where(client => client.Node == node).ToList().ForEach(client => client.Receive(int.MaxValue));
                }
            }

            foreach (var client in world.Clients.Where(client => client is { NeedsHello: true, IsWelcome: true, Outlet.IsClosed: false }))
            {
                await world.HelloAsync(client, false);
            }

            await DraftWork.FollowAgainAsync(world);
        }
    }

    private static async Task ReturnAsync(World world, SimClient client)
    {
        if (client is { IsConnected: true, IsWelcome: true })
        {
            return;
        }

        if (client.IsConnected)
        {
            World.Cut(client, heard: true);
        }

        var at = world.Oracle.Log.Count;
        var refusal = await world.ConnectAsync(client, world.Nodes[0], digest: true);
        var expected = world.Oracle.StatusOf(client.Person, at) is null or "removed" ? "not_known"
            : world.Oracle.DeviceAt(client.Device, at) switch
            {
                "opened" or "confirmed" => null,
                "pending" => "device_pending",
                _ => "not_known",
            };
        Demand(refusal?.Code == expected, $"hello was answered {refusal?.Code}, not {expected}");
    }

    private static void DemandWhole(World world, SimClient client)
    {
        if (!client.IsWelcome)
        {
            return;
        }

        var expected = world.Oracle.Readable(client.Person).GroupBy(entry => entry.Circle).ToDictionary(circle => circle.Key, circle => circle.ToList());
        foreach (var (circle, entries) in expected)
        {
            Demand(client.Book.TryGetValue(circle, out var held) && held.Count == entries.Count, $"{held?.Count ?? 0} of {entries.Count} in a circle that begins with {entries[0].Type}");
            Demand(held!.Select(one => one.Mark).SequenceEqual(entries.Select(one => one.Mark)), "a circle is not as in the log");
        }

        Demand(client.Beats > 0, "no beat came");
    }

    private static void DemandPresence(World world)
    {
        var at = world.Oracle.Log.Count;
        foreach (var client in world.Clients.Where(client => client.IsWelcome))
        {
            var here = world.Clients
                .Where(other => other.IsWelcome && other.Node == client.Node && world.Oracle.MayKnowConnected(client.Person, other.Person, at))
                .Select(other => other.Person.Value.ToString("N")).ToHashSet();
            Demand(here.IsSubsetOf(client.Here), "somebody's presence is not told");
        }
    }

    private static void DemandAnswers(World world)
    {
        foreach (var asked in world.Asked.Where(asked => asked.Text is not null))
        {
            var times = world.Oracle.TimesSaid(asked.By, asked.Text!);
            Demand(times <= 1, "said twice");
            Demand(!asked.IsDone || times == 1, "acknowledged, but not in the log");
            Demand(asked.IsDone || asked.IsUncertain || times == 0, "refused, but in the log");
        }
    }

    private static void Demand(bool holds, string law)
    {
        if (!holds)
        {
            throw new BrokenException(law);
        }
    }
}
