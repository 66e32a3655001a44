namespace IomSessions.Wire;

/// <summary>A draft of those who are in a circle now (DR1).</summary>
/// <param name="Draft">Made by the client.</param>
/// <param name="For">The open sitting, the own party's circle, or the bench.</param>
/// <param name="SingleText">Only mediators write (PR5).</param>
public sealed record OpenDraft(string Draft, string Title, string For, bool SingleText = false) : CommandBody;

/// <summary>Other people, who get the text as it is.</summary>
/// <param name="Circle">Whose list was seen.</param>
public sealed record SetDraftPeople(string Draft, string Circle, IReadOnlyList<string> People) : CommandBody;

/// <summary>The version that is seen is fixed (DR3).</summary>
public sealed record FreezeDraft(string Draft, string Circle, long Version) : CommandBody;

/// <summary>As far as the own party is concerned, a mediator may take it to others. Final.</summary>
public sealed record ReleaseVersion(string Circle, int Number) : CommandBody;

/// <summary>A frozen version as a new draft of other people (DR4).</summary>
/// <param name="Offset">Of its text in the circle that it comes from.</param>
/// <param name="Attributed">Where brackets open that go on naming whom their words come from.</param>
/// <param name="Confirm">What the preview gave.</param>
public sealed record TakeDraft(
    string Draft, string Title, string From, long Offset, string For, IReadOnlyList<int> Attributed, string? Confirm, bool SingleText = false) : CommandBody;
