using IomSessions.Wire;

namespace IomSessions.Client;

/// <summary>Drafts over a connection: followed across lines, written, previewed. Texts and changes come as news
/// (<see cref="SessionNews.DraftTold"/>, <see cref="SessionNews.DraftChanged"/>).</summary>
public sealed class SessionDrafts
{
    private readonly DraftPlaces _places;
    private readonly Func<CancellationToken, Task<ILine>> _line;

    internal SessionDrafts(DraftPlaces places, Func<CancellationToken, Task<ILine>> line) => (_places, _line) = (places, line);

    /// <summary>Follows a draft until <see cref="LeaveAsync"/>, whatever happens to the line.</summary>
    public async Task<Reply> FollowAsync(string circle, CancellationToken stop = default)
    {
        _places.Add(circle);
        var reply = await (await _line(stop)).FollowDraftAsync(_places.Ask(circle)).WaitAsync(stop);
        if (!reply.Ok)
        {
            _places.Remove(circle);
        }

        return reply;
    }

    public async Task LeaveAsync(string circle, CancellationToken stop = default)
    {
        _places.Remove(circle);
        await (await _line(stop)).LeaveDraftAsync(circle).WaitAsync(stop);
    }

    /// <summary>Sends changes, once. When no answer comes, the same changes may be sent again: they are done once.</summary>
    public async Task<Reply> EditAsync(EditDraft edit, CancellationToken stop = default) =>
        await (await _line(stop)).EditDraftAsync(edit).WaitAsync(stop);

    public async Task CaretAsync(DraftCaret caret, CancellationToken stop = default) => await (await _line(stop)).CaretAsync(caret).WaitAsync(stop);

    /// <summary>Two versions as a redline by words (DR3).</summary>
    public async Task<CompareReply> CompareAsync(CompareDrafts compare, CancellationToken stop = default) =>
        await (await _line(stop)).CompareDraftsAsync(compare).WaitAsync(stop);

    /// <summary>What others would get of a frozen version: by <see cref="TakeDraft"/> (DR4), or as the text of a proposal, by <see cref="MakeProposal"/>
    /// or <see cref="WritePartyProposal"/> with a version (PR6).</summary>
    public async Task<TakenReply> PreviewAsync(CommandBody take, CancellationToken stop = default) =>
        await (await _line(stop)).PreviewDraftAsync(take).WaitAsync(stop);
}
