using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>A draft, as far as the session knows it. Its text is no part of the state.</summary>
/// <param name="Circle">Of those who have it now; earlier ones stay among the circles.</param>
/// <param name="By">Who opened it.</param>
/// <param name="SingleText">Only mediators write (PR5).</param>
public sealed record Draft(DraftId Id, string Title, CircleId Circle, PersonId By, bool SingleText)
{
    public ImmutableList<FrozenVersion> Frozen { get; init; } = [];

    /// <summary>How many wordings each party has agreed to.</summary>
    public ImmutableDictionary<PartyId, int> Agreed { get; init; } = ImmutableDictionary<PartyId, int>.Empty;

    /// <summary>How many comments there are in each circle of remarks.</summary>
    public ImmutableDictionary<CircleId, int> Remarks { get; init; } = ImmutableDictionary<CircleId, int>.Empty;
}

/// <summary>A version that was frozen.</summary>
/// <param name="Circle">Which had the draft then.</param>
/// <param name="Number">1, 2, 3 ... within that circle: it tells a newcomer nothing of what was before him.</param>
/// <param name="Rule">The disclosure rule when it was frozen; it keeps it (SE2).</param>
public sealed record FrozenVersion(CircleId Circle, int Number, Disclosure Rule)
{
    /// <summary>Parties that have let it go to others.</summary>
    public ImmutableHashSet<PartyId> Released { get; init; } = [];
}

/// <summary>What the house alone knows of a draft that a command names: its text at a version.</summary>
public sealed record DraftFacts(CircleId Circle, long Version, string Text);
