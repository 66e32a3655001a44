using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>By somebody who may write there: a draft of those who are in a circle now.</summary>
/// <param name="For">The open sitting that he sees, his delegation, or the bench.</param>
/// <param name="SingleText">By a mediator: the others read, and only mediators write (PR5).</param>
public sealed record OpenDraft(DraftId Draft, string Title, CircleId For, bool SingleText = false) : CommandBody;

/// <summary>By a mediator who has it, or, of a draft of one delegation, by its holder of <see cref="Authority.Brief"/>: other people, who get the text as it
/// is and nothing of what was before. Whoever stays goes on with it.</summary>
/// <param name="Circle">Whose list he saw.</param>
/// <param name="People">All of them.</param>
public sealed record SetDraftPeople(DraftId Draft, CircleId Circle, ImmutableArray<PersonId> People) : CommandBody;

/// <summary>By somebody who may write in it: the version that he sees is fixed (DR3).</summary>
public sealed record FreezeDraft(DraftId Draft, CircleId Circle, long Version) : CommandBody;

/// <summary>By somebody who may write in it: a frozen version without an open bracket is the clean text (DR2). Final.</summary>
public sealed record MarkVersionClean(CircleId Circle, int Number) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Release"/> whose delegation had a hand in it: as far as that delegation is concerned, a mediator may take
/// it to others. Final.</summary>
public sealed record ReleaseVersion(CircleId Circle, int Number) : CommandBody;

/// <summary>A frozen version as a new draft of other people (DR4): the text and nothing else.</summary>
/// <param name="Draft">The new one.</param>
/// <param name="From">The circle that had it.</param>
/// <param name="Offset">Of its text there.</param>
/// <param name="For">As in <see cref="OpenDraft"/>.</param>
/// <param name="Attributed">Where brackets open that go on naming whom their words come from.</param>
/// <param name="Confirm">What the preview gave: this text, to these people.</param>
public sealed record TakeDraft(
    DraftId Draft, string Title, CircleId From, long Offset, CircleId For, ImmutableArray<int> Attributed, string? Confirm, bool SingleText = false)
    : CommandBody;
