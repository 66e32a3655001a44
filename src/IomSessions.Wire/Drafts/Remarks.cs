namespace IomSessions.Wire;

/// <summary>A remark on a passage, for one's own side and the mediators who have the draft.</summary>
/// <param name="Version">That the places are of.</param>
/// <param name="From">Where the passage begins, in UTF-16 units.</param>
/// <param name="To">Behind its end.</param>
public sealed record CommentOnDraft(string Circle, long Version, int From, int To, string Text, string Language) : CommandBody;

/// <summary>An answer to a comment, for those who read it. What was closed is open again.</summary>
/// <param name="Remarks">Their circle.</param>
/// <param name="Offset">Of the comment there.</param>
public sealed record AnswerComment(string Remarks, long Offset, string Text, string Language) : CommandBody;

/// <summary>A comment is dealt with, until somebody answers again.</summary>
public sealed record CloseComment(string Remarks, long Offset) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Accept"/>: his party can live with exactly these words. Binds nobody.</summary>
public sealed record AgreeWording(string Circle, long Version, int From, int To) : CommandBody;

/// <summary>First event of a circle of remarks.</summary>
/// <param name="Circle">Of the draft.</param>
public sealed record RemarksOpened(string Draft, string Circle, IReadOnlyList<string> People) : EventBody;

/// <summary>Remarks.</summary>
/// <param name="Words">The passage, as it was.</param>
public sealed record CommentMade(
    string Draft, long Version, int From, int To, string Words, string Text, string Language, string By) : EventBody;

/// <summary>Remarks. An answer to a comment; if that was closed, it is open again.</summary>
/// <param name="Offset">Of the comment.</param>
public sealed record CommentAnswered(string Draft, long Offset, string Text, string Language, string By) : EventBody;

/// <summary>Remarks. A comment is dealt with.</summary>
public sealed record CommentClosed(string Draft, long Offset, string By) : EventBody;

/// <summary>Draft. A party can live with exactly these words.</summary>
public sealed record WordingAgreed(string Draft, string Party, string By, long Version, int From, int To, string Words) : EventBody;
