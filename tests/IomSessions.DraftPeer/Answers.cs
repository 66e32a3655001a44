using System.Diagnostics;
using IomSessions.Domain;

namespace IomSessions.DraftPeer;

/// <summary>The answers, and the drafts that are open.</summary>
internal sealed class Answers
{
    private readonly Dictionary<int, Manuscript> _drafts = [];

    public object? To(Question ask) => ask.Op switch
    {
        "echo" => ask.A,
        "apply" => DraftText.Of(ask.Text!).Apply(ask.A!).ToString(),
        "compose" => ask.A!.Compose(ask.B!),
        "map" => ask.A!.Map(ask.B!, ask.Before),
        "invert" => ask.A!.Invert(DraftText.Of(ask.Text!)),
        "positions" => ask.At!.Select(at => ask.A!.Map(at, ask.Side, ask.Keep)).ToArray(),
        "open" => (_drafts[ask.Id] = Manuscript.Of(DraftText.Of(ask.Text!))).Version,
        "submit" => Submit(ask),
        "text" => _drafts[ask.Id].Text.ToString(),
        "close" => _drafts.Remove(ask.Id),
        _ => throw new UnreachableException(ask.Op),
    };

    private object Submit(Question ask)
    {
        var by = new Guid(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ask.Editor);
        var edited = Editing.Decide(_drafts[ask.Id], new Submission(new PersonId(by), new EditorId(by), ask.Version, ask.Changes));
        if (edited is not Edited.Taken taken)
        {
            return new { refused = ((Edited.Refused)edited).Refusal.Code };
        }

        _drafts[ask.Id] = taken.Next;
        return new { changes = taken.Changes.Select(one => one.Change) };
    }
}
