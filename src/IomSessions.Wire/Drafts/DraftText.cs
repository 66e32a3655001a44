using System.Text.Json;

namespace IomSessions.Wire;

/// <summary>The caller follows a draft on this connection from here on.</summary>
/// <param name="Version">That he holds; null: nothing, so that the whole text comes.</param>
/// <param name="Hash">Of the change that led to it.</param>
public sealed record FollowDraft(string Circle, long? Version = null, string? Hash = null);

/// <summary>Changes of a draft.</summary>
/// <param name="Editor">Random, made by the caller for each window: with the person it says whose changes these are.</param>
/// <param name="Version">That the first was written on; the others follow one another.</param>
/// <param name="Changes">Each in the form of <c>ChangeSet.toJSON</c> of <c>@codemirror/state</c>.</param>
public sealed record EditDraft(string Circle, string Editor, long Version, IReadOnlyList<JsonElement> Changes);

/// <summary>Where the caller writes. Never stored.</summary>
/// <param name="Version">That the places are of.</param>
public sealed record DraftCaret(string Circle, string Editor, long Version, int Anchor, int Head);

/// <summary>What those people would get.</summary>
/// <param name="Text">All of it; of a proposal, what goes with the command as its text.</param>
/// <param name="Brackets">Of the frozen text, those that name whom their words come from; of a proposal, those that are open in its text.</param>
/// <param name="People">Those who get it; of a party's proposal, all whom it may reach.</param>
/// <param name="Confirm">To be sent with the command; of a proposal, the hash that names the version.</param>
public sealed record TakenText(string Text, IReadOnlyList<Bracket> Brackets, IReadOnlyList<string> People, string Confirm);

/// <summary>A bracket of a text.</summary>
/// <param name="Start">Where it opens, in UTF-16 units.</param>
/// <param name="End">Behind the closing one.</param>
/// <param name="Words">Where its words begin.</param>
/// <param name="From">Names of parties.</param>
/// <param name="Place">Alternatives beside each other are about the same place.</param>
public sealed record Bracket(int Start, int End, int Words, int Depth, IReadOnlyList<string> From, int Place);

/// <summary>Answer to a preview.</summary>
public sealed record TakenReply(bool Ok, TakenText? Taken = null, Refusal? Refusal = null);

/// <summary>Asks for two versions as a redline by words (DR3).</summary>
public sealed record CompareDrafts(VersionPlace Before, VersionPlace After);

/// <param name="Offset">Of its <see cref="VersionText"/>.</param>
public sealed record VersionPlace(string Circle, long Offset);

/// <summary>What became of a stretch of text.</summary>
public enum RunKind
{
    Kept,
    Removed,
    Added,
}

/// <summary>A stretch of a redline. The kept and the removed ones are the old text, the kept and the added ones the new.</summary>
public sealed record Run(RunKind Kind, string Text);

/// <summary>The redline.</summary>
public sealed record CompareReply(bool Ok, IReadOnlyList<Run>? Runs = null, Refusal? Refusal = null);

/// <summary>The text of a draft at a version, in pieces.</summary>
/// <param name="Hash">Of the change that led to it.</param>
/// <param name="More">Another piece follows.</param>
public sealed record DraftText(string Circle, long Version, string Hash, string Text, bool More);

/// <summary>Changes of a draft in order, one version each.</summary>
/// <param name="From">The version that the first of them follows.</param>
/// <param name="Hash">Of the last of them.</param>
public sealed record DraftChanges(string Circle, long From, string Hash, IReadOnlyList<DraftChange> Changes);

/// <param name="Change">Of the text before it.</param>
public sealed record DraftChange(string By, string Editor, JsonElement Change);

/// <summary>Where somebody in the same room writes.</summary>
public sealed record DraftCaretSignal(string Circle, string Person, string Editor, long Version, int Anchor, int Head);
