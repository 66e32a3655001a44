namespace IomSessions.Wire;

/// <summary>How an offer, or a proposal of the mediators, ended; nothing else is told of the answers (PR4).</summary>
public enum ProposalResult
{
    AllAgreed,
    NotAgreed,
    CalledOff,
}

/// <summary>A value that is proposed for an issue.</summary>
public sealed record ProposedValue(string Issue, string Value);

/// <summary>To a proposal, by a party; null: it was silent, or has withdrawn.</summary>
public sealed record PartyAnswer(string Party, bool? Yes = null);

/// <summary>By a mediator: asks parties whether they would receive a proposal.</summary>
/// <param name="Proposal">Id made by the caller.</param>
/// <param name="Title">What it would be about; not what it would say.</param>
/// <param name="Parties">At least two.</param>
/// <param name="Deadline">A whole second.</param>
public sealed record OfferProposal(string Proposal, string Title, IReadOnlyList<string> Parties, DateTimeOffset Deadline) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Accept"/>, once for his party.</summary>
public sealed record AnswerOffer(string Proposal, bool Yes) : CommandBody;

/// <summary>By a mediator, when all would receive one.</summary>
/// <param name="From">The frozen version whose text it is, without an open bracket (PR6); null: the text was written for it.</param>
public sealed record MakeProposal(
    string Proposal, string Text, string Language, IReadOnlyList<ProposedValue> Values, DateTimeOffset Deadline, TabledVersion? From = null) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Accept"/>, once for his party: final.</summary>
/// <param name="Digest">SHA-256 over the UTF-8 of language, text and, for each value in their order, the issue's id, a blank and the value, with a line feed
/// between them; 64 lower-case hexadecimal digits.</param>
public sealed record AnswerProposal(string Proposal, string Digest, bool Yes) : CommandBody;

/// <summary>By a mediator, the answers unseen.</summary>
public sealed record CallOffProposal(string Proposal) : CommandBody;

/// <summary>Bench, and each party that is asked, separately.</summary>
public sealed record ProposalOffered(string Proposal, string Title, IReadOnlyList<string> Parties, DateTimeOffset Deadline) : EventBody;

/// <summary>The party that answers, and nobody else.</summary>
public sealed record OfferAnswered(string Proposal, string By, bool Yes) : EventBody;

/// <summary>Bench, and each party that was asked.</summary>
public sealed record OfferEnded(string Proposal, ProposalResult Result) : EventBody;

/// <summary>Bench, and each party, separately.</summary>
public sealed record ProposalMade(
    string Proposal, string Text, string Language, IReadOnlyList<ProposedValue> Values, DateTimeOffset Deadline) : EventBody;

/// <summary>The party that answers, and nobody else.</summary>
public sealed record ProposalAnswered(string Proposal, string By, bool Yes) : EventBody;

/// <summary>Bench, and each party.</summary>
public sealed record ProposalEnded(string Proposal, ProposalResult Result) : EventBody;

/// <summary>Bench alone, when it has ended by itself.</summary>
public sealed record AnswersOpened(string Proposal, IReadOnlyList<PartyAnswer> Answers) : EventBody;
