using IomSessions.Wire;

namespace IomSessions.Client;

/// <summary>One line to the server; dead once, dead for ever.</summary>
internal interface ILine : IAsyncDisposable
{
    /// <summary>Cancelled when the line is dead.</summary>
    CancellationToken Dead { get; }

    /// <summary>Gives it up; returns at once.</summary>
    void Kill();

    Task StartAsync(ISessionClient receiver, CancellationToken stop);

    Task<Welcome> HelloAsync(Hello hello);

    Task<Reply> DoAsync(Request request);

    Task<PreviewReply> PreviewAsync(Arrange arrange);

    Task<ReadReply> ReadAsync(ReadBack ask);

    Task<SittingsReply> SittingsAsync(ListSittings ask);

    Task<Reply> FollowDraftAsync(FollowDraft follow);

    Task LeaveDraftAsync(string circle);

    Task<Reply> EditDraftAsync(EditDraft edit);

    Task CaretAsync(DraftCaret caret);

    Task<TakenReply> PreviewDraftAsync(CommandBody take);

    Task<CompareReply> CompareDraftsAsync(CompareDrafts compare);

    Task TypingAsync(string sitting);
}

/// <summary>The server does not know this device: trying again cannot help.</summary>
internal sealed class NotKnownException(Exception inner) : Exception("The server does not know this device.", inner);
