namespace IomSessions.Domain;

/// <summary>A stretch of a change set.</summary>
/// <param name="Length">Of the text before that it covers; nothing: an insertion.</param>
/// <param name="Insert">What stands there afterwards; empty: it is deleted; null: it stays as it is.</param>
public readonly record struct Section(int Length, string? Insert)
{
    public static Section Kept(int length) => new(length, null);

    public bool IsKept => Insert is null;

    /// <summary>Of the text after.</summary>
    public int NewLength => Insert?.Length ?? Length;
}
