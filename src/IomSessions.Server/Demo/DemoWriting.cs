using System.Text.Json;
using IomSessions.Client;
using IomSessions.Wire;

namespace IomSessions.Server.Demo;

/// <summary>A text of the demonstration that only the mediators write, version by version.</summary>
internal sealed class DemoWriting
{
    private readonly Dictionary<string, (string Draft, string Circle, long Version, int Length)> _drafts = [];

    public async Task WriteAsync(DemoActor by, DraftAct act, CancellationToken stop)
    {
        var (draft, circle, version, length) = _drafts.TryGetValue(act.Draft, out var known) ? known : await OpenAsync(by, act.Title, stop);
        // a change set: what takes the place of all that is there, line by line
        object[] whole = [length, .. act.Text.Split('\n')];
        var reply = await by.Line.Drafts.EditAsync(new EditDraft(circle, NewId.Next(), version, [JsonSerializer.SerializeToElement(new object[] { whole })]), stop);
        if (reply.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"The demonstration stopped: a text was refused with {refusal.Code}.");
        }

        await by.DoAsync(new FreezeDraft(draft, circle, version + 1), stop);
        _drafts[act.Draft] = (draft, circle, version + 1, act.Text.Length);
    }

    private static async Task<(string Draft, string Circle, long Version, int Length)> OpenAsync(DemoActor by, string title, CancellationToken stop)
    {
        var draft = NewId.Next();
        await using var news = by.Line.Follow(stop).GetAsyncEnumerator(stop);
        await by.DoAsync(new OpenDraft(draft, title, by.Line.View.Bench!, SingleText: true), stop);
        while (await news.MoveNextAsync())
        {
            if (news.Current is SessionNews.Told { Event: { Body: DraftOpened opened } told } && opened.Draft == draft)
            {
                return (draft, told.Circle, 0, 0);
            }
        }

        throw new InvalidOperationException("The demonstration stopped: the line ended.");
    }
}
