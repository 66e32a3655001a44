namespace IomSessions.Wire;

/// <summary>A draft of those who are in a circle now.</summary>
/// <param name="Draft">Made by the caller.</param>
/// <param name="For">The open sitting that he sees, his delegation, or the bench.</param>
/// <param name="SingleText">By a mediator: only mediators write (PR5).</param>
public sealed record OpenDraft(string Draft, string Title, string For, bool SingleText = false) : CommandBody;

/// <summary>Other people: all of them. They get the text as it is, and nothing of what was before.</summary>
/// <param name="Circle">Whose list the caller saw.</param>
public sealed record SetDraftPeople(string Draft, string Circle, IReadOnlyList<string> People) : CommandBody;

/// <summary>The version that the caller sees is fixed.</summary>
public sealed record FreezeDraft(string Draft, string Circle, long Version) : CommandBody;

/// <summary>A frozen version without an open bracket is the clean text. Final.</summary>
public sealed record MarkVersionClean(string Circle, int Number) : CommandBody;

/// <summary>As far as the caller's delegation is concerned, a mediator may take it to others. Final.</summary>
public sealed record ReleaseVersion(string Circle, int Number) : CommandBody;

/// <summary>A frozen version that is put forward as the text of a proposal (PR6).</summary>
/// <param name="Circle">That has it.</param>
/// <param name="Offset">Of its <see cref="VersionText"/> there.</param>
/// <param name="Hash">Of its <see cref="VersionFrozen"/>.</param>
public sealed record TabledVersion(string Circle, long Offset, string Hash);

/// <summary>A frozen version as a new draft of other people.</summary>
/// <param name="Draft">The new one, made by the caller.</param>
/// <param name="From">The circle that had it.</param>
/// <param name="Offset">Of its <see cref="VersionText"/> there.</param>
/// <param name="Attributed">Where brackets open that go on naming whom their words come from.</param>
/// <param name="Confirm">What the preview gave.</param>
public sealed record TakeDraft(
    string Draft, string Title, string From, long Offset, string For, IReadOnlyList<int> Attributed, string? Confirm, bool SingleText = false) : CommandBody;
