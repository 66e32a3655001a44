using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

internal sealed partial class World
{
    /// <summary>A draft by nothing but its stored log.</summary>
    public async Task<(string Text, IReadOnlyList<TextChanged> Changes)> DraftAsync(CircleId circle)
    {
        var key = (await Keys.FindAsync(Cast.Session, [circle]))[circle];
        var codec = new DraftCodec(Cast.Session, circle, key, new Sealer());
        var text = DraftText.Of(Oracle.Find(circle, 2) is { Type: "version.text" } first && first.Body.GetProperty("number").GetInt32() == 0
            ? first.Body.GetProperty("text").GetString()!
            : "");
        var changes = (await Store.ReadChangesAsync(Cast.Session, circle, 0, int.MaxValue)).Select(row => codec.Open(row).Changed).ToList();
        return (changes.Aggregate(text, (before, one) => before.Apply(one.Change)).ToString(), changes);
    }

    /// <summary>A program follows a draft, or follows it again.</summary>
    public async Task FollowAsync(SimClient client, CircleId circle)
    {
        var (node, held) = (client.Node!, client.Drafts.Place(circle));
        var asked = node.Live.Drafts.FollowAsync(client.Seat!, circle, held);
        for (var turn = 0; turn < 10 && !asked.IsCompleted; turn++)
        {
            await node.BesideAsync(int.MaxValue);
        }

        var refusal = await asked;
        Answered(client.Person, node, "follow", refusal, client.Device);
        if (refusal is null)
        {
            client.Drafts.Add(circle);
        }
        else
        {
            client.Drafts.Remove(circle);
        }
    }
}
