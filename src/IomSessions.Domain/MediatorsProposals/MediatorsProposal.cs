using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace IomSessions.Domain;

/// <summary>How far a proposal of the mediators is (PR4).</summary>
public enum ProposalStage
{
    /// <summary>The parties are asked whether they would receive one.</summary>
    Offered,

    /// <summary>All would; the mediators have still to make it.</summary>
    Awaited,

    /// <summary>It lies before each of them.</summary>
    Made,
}

/// <summary>How an offer, or a proposal, ended. Of those who did not agree nothing is told: who, how many, whether they said no.</summary>
public enum ProposalResult
{
    AllAgreed,
    NotAgreed,

    /// <summary>By the mediators, with the answers unseen.</summary>
    CalledOff,
}

/// <summary>A value that is proposed for an issue.</summary>
public sealed record ProposedValue(IssueId Issue, string Value);

/// <summary>To a proposal, by a party; null: it was silent, or has withdrawn.</summary>
public sealed record PartyAnswer(PartyId Party, bool? Yes);

/// <summary>A proposal of the mediators. It is double blind: what a party answers, and whether at all, is known to it alone until all is over, and to
/// the other parties never.</summary>
/// <param name="Parties">Fixed when it was offered, in the order of their ids.</param>
/// <param name="Deadline">Of the present stage.</param>
public sealed record MediatorsProposal(ProposalId Id, string Title, ImmutableArray<PartyId> Parties, ProposalStage Stage, DateTimeOffset Deadline)
{
    public string Text { get; init; } = "";

    public string Language { get; init; } = "";

    public ImmutableArray<ProposedValue> Values { get; init; } = [];

    /// <summary>To the question of the present stage. They stand though whoever gave one loses his authority.</summary>
    public ImmutableDictionary<PartyId, bool> Answers { get; init; } = ImmutableDictionary<PartyId, bool>.Empty;

    /// <summary>Parties that have withdrawn from the mediation since; they count as silent, also when they come back.</summary>
    public ImmutableHashSet<PartyId> Gone { get; init; } = [];

    /// <summary>Whether every party has said yes.</summary>
    public bool IsAgreed => Parties.All(party => !Gone.Contains(party) && Answers.GetValueOrDefault(party));

    /// <summary>The exact content as 64 lower-case hexadecimal digits: SHA-256 over the UTF-8 of language, text and, for each value in their order, the
    /// issue's id in 32 digits, a blank and the value, with a line feed between them; of a bracket, then a line <c>if</c> and what the other would go to, likewise. Whoever answers names it.</summary>
    public static string DigestOf(
        string language, string text, ImmutableArray<ProposedValue> values, ImmutableArray<ProposedValue>? others = null) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', (string[])[language, text, .. Lines(values), .. others is { } asked ? Lines(asked).Prepend("if") : []]))));

    private static IEnumerable<string> Lines(ImmutableArray<ProposedValue> values) => values.Select(one => $"{one.Issue.Value:N} {one.Value}");
}
