namespace IomSessions.Wire;

/// <summary>A remark on a passage, for one's own side and the mediators who have the draft.</summary>
/// <param name="Version">That the places are of.</param>
/// <param name="From">Where the passage begins, in UTF-16 units.</param>
/// <param name="To">Behind its end.</param>
public sealed record CommentOnDraft(string Circle, long Version, int From, int To, string Text, string Language) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Accept"/>: his party can live with exactly these words. Binds nobody.</summary>
public sealed record AgreeWording(string Circle, long Version, int From, int To) : CommandBody;

/// <summary>First event of a circle of remarks.</summary>
/// <param name="Circle">Of the draft.</param>
public sealed record RemarksOpened(string Draft, string Circle, IReadOnlyList<string> People) : EventBody;

/// <summary>Remarks.</summary>
/// <param name="Words">The passage, as it was.</param>
public sealed record CommentMade(
    string Draft, long Version, int From, int To, string Words, string Text, string Language, string By) : EventBody;

/// <summary>Draft. A party can live with exactly these words.</summary>
public sealed record WordingAgreed(string Draft, string Party, string By, long Version, int From, int To, string Words) : EventBody;
