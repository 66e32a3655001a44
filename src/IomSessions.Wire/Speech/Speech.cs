namespace IomSessions.Wire;

/// <summary>By somebody who sits there.</summary>
/// <param name="Sitting">The sitting that he saw when he wrote (SI2).</param>
/// <param name="Text">May be empty when files go with it.</param>
/// <param name="Language">RFC 5646 tag.</param>
/// <param name="Files">Ids of files that were uploaded before, for this room.</param>
/// <param name="ReplyTo">Offset, in the same sitting, of what it answers.</param>
/// <param name="Marked">Confidential: in caucus no mediator passes it on.</param>
public sealed record Say(
    string Sitting, string Text, string Language, IReadOnlyList<string>? Files = null, long? ReplyTo = null, bool Marked = false) : CommandBody;

/// <summary>To one's own delegation, from any room.</summary>
public sealed record SayInDelegation(string Text, string Language, IReadOnlyList<string>? Files = null, long? ReplyTo = null) : CommandBody;

/// <summary>Among the mediators.</summary>
/// <param name="Bench">The bench that he saw.</param>
public sealed record SayOnBench(string Bench, string Text, string Language, IReadOnlyList<string>? Files = null, long? ReplyTo = null) : CommandBody;

/// <summary>Sitting, party or bench.</summary>
/// <param name="Rule">The disclosure rule in force when it was said; it keeps it (SE2).</param>
/// <param name="Command">Of the speaker, so that his own program knows it again.</param>
/// <param name="ReplyTo">Offset, in the same circle, of what it answers.</param>
/// <param name="Marked">The speaker marked it as confidential.</param>
public sealed record Said(
    string By, string Text, string Language, Disclosure Rule, IReadOnlyList<SaidFile>? Files = null,
    string? Command = null, long? ReplyTo = null, bool Marked = false) : EventBody;
