namespace IomSessions.Wire;

/// <summary>Asks for what was uttered, in any circle of the caller's, and has all these words.</summary>
/// <param name="Text">1 to 200 characters; case and vowel points do not matter.</param>
/// <param name="From">Where an earlier answer ended; null: from the newest on.</param>
public sealed record Search(string Text, SearchPlace? From = null);

/// <summary>Where a search goes on.</summary>
public sealed record SearchPlace(string Circle, long Before);

/// <param name="Events">At most 50, of the newest circle first.</param>
/// <param name="Next">Where to go on, also when nothing was found so far; null: that was all.</param>
public sealed record SearchReply(bool Ok, IReadOnlyList<WireEvent>? Events = null, SearchPlace? Next = null, Refusal? Refusal = null);
