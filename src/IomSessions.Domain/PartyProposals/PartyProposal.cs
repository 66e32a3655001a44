using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Where a proposal stands with one of those whom it is meant for (PR1).</summary>
public enum ProposalStanding
{
    /// <summary>The mediators have it and may not pass it on.</summary>
    Held,

    /// <summary>They may.</summary>
    Authorised,

    /// <summary>It lies before the recipient, who has not answered.</summary>
    Conveyed,
    Accepted,
    Refused,

    /// <summary>The recipient has made one of its own instead.</summary>
    Countered,

    /// <summary>Its author has taken it back.</summary>
    Withdrawn,

    /// <summary>A later one of the same author lies before the recipient in its place.</summary>
    Superseded,

    /// <summary>Its time was over without an answer.</summary>
    Expired,
}

/// <summary>A proposal of one party to others. What it says is fixed when it is written.</summary>
/// <param name="By">Who wrote it.</param>
/// <param name="Instead">The author's own that it takes the place of, or another's that it counters; null: neither.</param>
public sealed record PartyProposal(
    ProposalId Id, PartyId Party, PersonId By, string Title, string Text, string Language, ImmutableArray<ProposedValue> Values, ProposalId? Instead)
{
    /// <summary>Of a bracket: where its one recipient would have to go (PO6); null: it is none.</summary>
    public ImmutableArray<ProposedValue>? If { get; init; }

    /// <summary>Names exactly what it says.</summary>
    public string Digest => MediatorsProposal.DigestOf(Language, Text, Values, If);

    /// <summary>Whether recipients learn of each other.</summary>
    public bool Openly { get; init; }

    /// <summary>When it can be answered no more; null: it does not expire.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The bench that it was handed to; null: none was.</summary>
    public CircleId? Bench { get; init; }

    /// <summary>With each of those whom it is meant for; nobody before it is handed to the mediators.</summary>
    public ImmutableDictionary<PartyId, ProposalStanding> Standing { get; init; } = ImmutableDictionary<PartyId, ProposalStanding>.Empty;

    /// <summary>Parties that it has reached, whatever became of it since.</summary>
    public ImmutableHashSet<PartyId> Reached { get; init; } = [];

    /// <summary>Whether something may still become of it.</summary>
    public bool IsPending => Standing.Values.Any(one => one <= ProposalStanding.Conveyed);
}
