namespace IomSessions.Domain;

/// <summary>An editor at work: one window of one device. Random; readers know whose it is by the person beside it.</summary>
public readonly record struct EditorId(Guid Value);

/// <summary>One accepted change: one version, one offset of the draft's circle.</summary>
/// <param name="By">Set by the server. Only with it the editor is who it says: anybody may know another's editor id.</param>
/// <param name="Change">Of the version before, whatever version it was written on.</param>
public sealed record TextChanged(PersonId By, EditorId Editor, ChangeSet Change);

/// <summary>A draft's text at its newest version, and the newest changes that led to it (DR1).</summary>
public sealed record Manuscript
{
    private Manuscript(DraftText text, long version, ChangeTail tail)
    {
        (Text, Version, Tail) = (text, version, tail);
    }

    public DraftText Text { get; }

    /// <summary>How many changes there were.</summary>
    public long Version { get; }

    /// <summary>The newest changes.</summary>
    public ChangeTail Tail { get; }

    /// <summary>The oldest version that a change can still be written on.</summary>
    public long Oldest => Version - Tail.Count;

    /// <param name="version">Of this text.</param>
    public static Manuscript Of(DraftText text, long version = 0) => new(text, version, ChangeTail.Empty);

    /// <summary>What the log of the draft amounts to: one more change.</summary>
    public Manuscript Take(TextChanged changed) => new(Text.Apply(changed.Change), Version + 1, Tail.Add(changed));
}
