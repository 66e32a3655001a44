using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Engine.InMemory;
using IomSessions.Wire;

namespace IomSessions.Rig;

/// <summary>Compares what every client was told with the log: nothing lost, nothing twice, nothing that is not his, and in the log's order.</summary>
internal static class Checker
{
    /// <returns>What is wrong, one sentence each; empty: nothing.</returns>
    public static async Task<List<string>> CheckAsync(Topology around, string session, IReadOnlyList<Player> players, TimeSpan patience)
    {
        var id = new SessionId(Guid.ParseExact(session, "N"));
        var ledger = await OpenAsync(around, id);
        var log = ledger.After(0).Events!.ToList();
        var state = ledger.Now.State!;
        var faults = new List<string>();
        var admitted = log.FindLastIndex(one => one.Event.Body is Domain.PersonAdmitted);
        var until = DateTimeOffset.UtcNow + patience;
        foreach (var player in players)
        {
            var person = new PersonId(Guid.ParseExact(player.Who.Id, "N"));
            var his = log.Index().Where(one => Access.MayRead(person, one.Item.Circle, state)).ToList();
            var (expected, before) = (his.ConvertAll(one => Key(one.Item)), his.Count(one => one.Index <= admitted));
            while (player.Count < expected.Count && DateTimeOffset.UtcNow < until)
            {
                await Task.Delay(20);
            }

            Compare(players.TakeWhile(other => other != player).Count(), expected, before, [.. player.Told.Select(Key)], faults);
        }

        var said = log.Select(one => one.Event.Body).OfType<Domain.Said>().Select(one => one.Text).ToLookup(text => text);
        var acknowledged = players.SelectMany(player => player.Acknowledged).ToList();
        faults.AddRange(acknowledged.Where(text => said[text].Count() != 1).Select(text => $"acknowledged and stored {said[text].Count()} times: {text}"));
        faults.AddRange(said.Where(text => text.Count() > 1 && text.Key.StartsWith("rig ", StringComparison.Ordinal)).Select(text => $"stored {text.Count()} times: {text.Key}"));
        return faults;
    }

    private static async Task<Ledger> OpenAsync(Topology around, SessionId id)
    {
        for (var left = 50; ; left--)
        {
            try
            {
                return await Ledger.OpenAsync(id, new EnginePorts(around.Log, around.Keys, new LocalDoorbell(), TimeProvider.System), int.MaxValue, long.MaxValue);
            }
            catch (StoreUnavailableException) when (left > 0)
            {
                // a connection from before the database was killed
            }
        }
    }

    private static string Order(List<string> expected, List<string> told)
    {
        var at = expected.Zip(told).TakeWhile(pair => pair.First == pair.Second).Count();
        return $", out of order from {at} on: {string.Join(' ', told.Skip(at).Take(4))} instead of {string.Join(' ', expected.Skip(at).Take(4))}";
    }

    /// <param name="before">Events up to the admission: a node that hears of it when he is connected already has told him what concerns himself, and then
    /// tells the rest from the beginning; each circle is in order, and all that comes later.</param>
    private static void Compare(int who, List<string> expected, int before, List<string> told, List<string> faults)
    {
        if (ByCircle(expected.Take(before)).SequenceEqual(ByCircle(told.Take(before))) && expected.Skip(before).SequenceEqual(told.Skip(before)))
        {
            return;
        }

        var (lost, leaked) = (expected.Except(told).Count(), told.Except(expected).Count());
        var doubled = told.Count - told.Distinct().Count();
        faults.Add($"player {who} was told {told.Count} of {expected.Count}: {lost} lost, {doubled} twice, {leaked} not his{(lost + leaked + doubled == 0 ? Order(expected, told) : "")}");
    }

    private static IEnumerable<string> ByCircle(IEnumerable<string> keys) => keys.OrderBy(key => key.Split(' ')[0], StringComparer.Ordinal);

    // the mark is over everything that was stored: an event that is altered has another
    private static string Key(Recorded one) => $"{one.Circle.Value:N} {one.Offset} {Marks.Text(one.Mark)}";

    private static string Key(WireEvent one) => $"{one.Circle} {one.Offset} {one.Hash}";
}
