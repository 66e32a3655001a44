using IomSessions.Domain;
using IomSessions.Engine;

namespace IomSessions.Server.Hubs;

/// <summary>Drafts: followed, written, previewed.</summary>
public sealed partial class SessionHub
{
    public async Task<CommandAnswer> FollowDraft(Sent<FollowAsked> follow)
    {
        if (follow.Value is not { } asked || !asked.TryHeld(out var held))
        {
            return CommandAnswer.Of(Refusal.Invalid);
        }

        var (shut, live) = await OpenAsync();
        if (live is null || attendance.SeatOf(Context, Me, live, seats, clock) is not { } seat)
        {
            return CommandAnswer.Of(shut ?? EngineRefusals.NotKnown);
        }

        return CommandAnswer.Of(await live.Drafts.FollowAsync(seat, asked.Circle, held, Context.ConnectionAborted));
    }

    public async Task LeaveDraft(string circle)
    {
        if (Guid.TryParseExact(circle, "N", out var id) && await SessionAsync() is { } live && attendance.SeatOf(Context, Me, live, seats, clock) is { } seat)
        {
            live.Drafts.Leave(seat, new CircleId(id));
        }
    }

    public async Task<CommandAnswer> EditDraft(Sent<EditAsked> edit)
    {
        if (edit.Value is not { } asked || asked.Changes.Any(change => change is null))
        {
            return CommandAnswer.Of(Refusal.Invalid);
        }

        var (shut, live) = await OpenAsync();
        return CommandAnswer.Of(live is null ? shut!
            : await live.Drafts.EditAsync(Me.Person, asked.Circle, asked.Editor, asked.Version, [.. asked.Changes], attendance.OutletOf(Context)));
    }

    public async Task DraftCaret(Sent<CaretAsked> caret)
    {
        if (caret.Value is { } asked && await OpenAsync() is (null, { } live))
        {
            live.Drafts.Caret(new(asked.Circle, Me.Person, asked.Editor, asked.Version, asked.Anchor, asked.Head));
        }
    }

    public async Task<CompareAnswer> CompareDrafts(Sent<CompareAsked> compare)
    {
        if (compare.Value is not { } asked)
        {
            return new(false, null, RefusalShown.Of(Refusal.Invalid));
        }

        var (shut, live) = await OpenAsync();
        if (live is null)
        {
            return new(false, null, RefusalShown.Of(shut!));
        }

        var (refusal, runs) = await live.Questions.CompareAsync(Me.Person, asked.Before, asked.After, Context.ConnectionAborted);
        return new(refusal is null, runs, refusal is null ? null : RefusalShown.Of(refusal));
    }

    public async Task<TakenAnswer> PreviewDraft(Sent<CommandBody> take)
    {
        if (take.Value is not { } asked || asked is not (TakeDraft or MakeProposal { From: not null } or WritePartyProposal { From: not null }))
        {
            return new(false, null, RefusalShown.Of(Refusal.Invalid));
        }

        var (shut, live) = await OpenAsync();
        if (live is null)
        {
            return new(false, null, RefusalShown.Of(shut!));
        }

        var (refusal, taken) = await live.PreviewAsync(Me.Person, new CommandId(Guid.NewGuid()), asked);
        return new(refusal is null, taken, refusal is null ? null : RefusalShown.Of(refusal));
    }
}
