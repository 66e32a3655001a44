namespace IomSessions.Wire;

/// <summary>What a participant's program may call. The method names are the wire.</summary>
public interface ISessionHub
{
    /// <summary>Comes first; may be called again to compare cursors.</summary>
    Task<Welcome> Hello(Hello hello);

    /// <summary>Asks for something; the same id asks for the same thing once (DL4).</summary>
    Task<Reply> Do(Request request);

    /// <summary>What an arrangement would do, without doing it (RM4).</summary>
    Task<PreviewReply> Preview(Arrange arrange);

    /// <summary>Reads a circle back from an offset.</summary>
    Task<ReadReply> Read(ReadBack ask);

    /// <summary>Lists the caller's earlier sittings.</summary>
    Task<SittingsReply> Sittings(ListSittings ask);

    /// <summary>Looks for words in all that the caller may read.</summary>
    Task<SearchReply> Search(Search ask);

    /// <summary>Follows a draft: its text, or what came since the version that the caller holds, and from then on every change.</summary>
    Task<Reply> FollowDraft(FollowDraft follow);

    /// <summary>Follows it no more.</summary>
    Task LeaveDraft(string circle);

    /// <summary>Changes a draft; answered after it is stored. Sent again it is done once (DR1).</summary>
    Task<Reply> EditDraft(EditDraft edit);

    /// <summary>Says where the caller writes. Never stored, never answered.</summary>
    Task DraftCaret(DraftCaret caret);

    /// <summary>What others would get of a frozen version, without doing it: by <see cref="TakeDraft"/> (DR4), or as the text of a proposal, by
    /// <see cref="MakeProposal"/> or <see cref="WritePartyProposal"/> with a version (PR6).</summary>
    Task<TakenReply> PreviewDraft(CommandBody take);

    /// <summary>Two versions as a redline by words (DR3).</summary>
    Task<CompareReply> CompareDrafts(CompareDrafts compare);

    /// <summary>Says that the caller is writing in this sitting. Never stored, never answered.</summary>
    Task Typing(string sitting);
}
