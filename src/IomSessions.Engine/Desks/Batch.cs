using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>What deciding the waiting commands one after the other gives; nothing of it has happened yet.</summary>
internal sealed class Batch
{
    public Session? State { get; private set; }

    public List<Event> Events { get; } = [];

    public List<(Pending By, Answer? Answer, bool Changed)> Accepted { get; } = [];

    public List<(Pending By, Refusal Refusal)> Refused { get; } = [];

    /// <summary>Defects of the core that these commands met; each is answered, none harms its neighbours.</summary>
    public List<Exception> Faults { get; } = [];

    public static Batch Decide(Applied now, IEnumerable<Pending> waiting)
    {
        var batch = new Batch { State = now.State };
        var seen = new Dictionary<(PersonId, CommandId), Pending>();
        foreach (var pending in waiting)
        {
            // the second of two in one turn waits for the next, where the store knows the first
            if (seen.TryAdd(pending.Key, pending))
            {
                batch.Decide(pending);
            }
        }

        return batch;
    }

    /// <summary>Rows that follow the heads of the ledger.</summary>
    public (List<StoredEvent> Rows, List<Recorded> Recorded) Seal(Ledger ledger, long nowMs)
    {
        var now = ledger.Now;
        var atMs = Math.Max(nowMs, now.AtMs);
        var heads = new Dictionary<CircleId, Head>();
        var rows = new List<StoredEvent>(Events.Count);
        var recorded = new List<Recorded>(Events.Count);
        foreach (var told in Events)
        {
            var before = heads.GetValueOrDefault(told.Circle) ?? now.HeadOf(told.Circle);
            var row = ledger.Codec.Write(told, now.Version + rows.Count + 1, before, atMs, out var body);
            heads[told.Circle] = new Head(row.Offset, row.Hash);
            rows.Add(row);
            recorded.Add(Codec.Record(row, told, State!.Circles[told.Circle].Kind, body));
        }

        return (rows, recorded);
    }

    private void Decide(Pending pending)
    {
        try
        {
            switch (Decider.Decide(State, pending.Command))
            {
                case Decision.Accepted accepted:
                    State = accepted.Events.IsEmpty ? State : Evolution.Apply(State, accepted.Events);
                    Events.AddRange(accepted.Events);
                    Accepted.Add((pending, accepted.Answer, !accepted.Events.IsEmpty));
                    break;
                case Decision.Refused refused:
                    Refused.Add((pending, refused.Refusal));
                    break;
            }
        }
        catch (Exception fault)
        {
            Faults.Add(fault);
            Refused.Add((pending, EngineRefusals.Failed));
        }
    }
}
