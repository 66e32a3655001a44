using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>A draft, as far as the session knows it. Its text is no part of the state.</summary>
/// <param name="Circle">Of those who have it now; earlier ones stay among the circles.</param>
/// <param name="By">Who opened it.</param>
/// <param name="SingleText">Only mediators write (PR5).</param>
public sealed record Draft(DraftId Id, string Title, CircleId Circle, PersonId By, bool SingleText)
{
    public ImmutableList<FrozenVersion> Frozen { get; init; } = [];

    /// <summary>Circles that have had it.</summary>
    public int Givings { get; init; } = 1;

    /// <summary>How many wordings each party has agreed to.</summary>
    public ImmutableDictionary<PartyId, int> Agreed { get; init; } = ImmutableDictionary<PartyId, int>.Empty;

    /// <summary>What was said in each circle of remarks, as far as it is counted.</summary>
    public ImmutableDictionary<CircleId, SideRemarks> Remarks { get; init; } = ImmutableDictionary<CircleId, SideRemarks>.Empty;
}

/// <summary>A version that was frozen.</summary>
/// <param name="Circle">Which had the draft then.</param>
/// <param name="Number">1, 2, 3 ... within that circle: it tells a newcomer nothing of what was before him.</param>
/// <param name="Rule">The disclosure rule when it was frozen; it keeps it (SE2).</param>
/// <param name="Brackets">How many were open.</param>
/// <param name="Version">Changes since the circle began.</param>
public sealed record FrozenVersion(CircleId Circle, int Number, Disclosure Rule, int Brackets, long Version)
{
    /// <summary>It was marked as the clean text.</summary>
    public bool Clean { get; init; }

    /// <summary>Parties that have let it go to others.</summary>
    public ImmutableHashSet<PartyId> Released { get; init; } = [];
}

/// <summary>The comments of one side on a draft.</summary>
/// <param name="Said">Comments and answers.</param>
public sealed record SideRemarks(int Said)
{
    public static readonly SideRemarks Nothing = new(0);

    /// <summary>Comments that are closed, by their offsets.</summary>
    public ImmutableHashSet<long> Closed { get; init; } = [];
}

/// <summary>What the house alone knows of a draft that a command names: its text at a version.</summary>
public sealed record DraftFacts(CircleId Circle, long Version, string Text);
