using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>What somebody asks for, with everything that deciding it needs: time and chance come in on it.</summary>
/// <param name="Id">Made by the client; the same id sent again gets the first answer (DL4).</param>
/// <param name="By">The participant; <see cref="House"/> for the server's own acts.</param>
/// <param name="At">The server's time.</param>
/// <param name="Seed">Where new ids are drawn from.</param>
/// <param name="Body">What is asked.</param>
public sealed record Command(CommandId Id, PersonId By, DateTimeOffset At, Seed Seed, CommandBody Body)
{
    /// <summary>What of the log it rests on; read by the engine, as far as the sender may read it.</summary>
    public ImmutableArray<Quote> Quotes { get; init; } = [];

    /// <summary>Nobody: the house itself, for what follows from sign-in, presence and preparation.</summary>
    public static readonly PersonId House = new(Guid.Empty);

    /// <summary>What the house alone knows of files that the command names; no part of what the client asked, nor of its digest.</summary>
    public ImmutableArray<FileFacts> Uploads { get; init; } = [];

    /// <summary>What the house alone knows of drafts that the command names; no part of its digest either.</summary>
    public ImmutableArray<DraftFacts> Drafts { get; init; } = [];
}

/// <summary>A thing that can be asked for; the cases stand beside their noun.</summary>
public abstract record CommandBody;

/// <summary>A fact. It reaches exactly one circle.</summary>
/// <param name="Circle">Whose members read it, whole.</param>
/// <param name="Body">The fact; it contains nothing that a member of the circle may not know.</param>
public sealed record Event(CircleId Circle, EventBody Body);

/// <summary>The kind of a fact; the cases stand beside their noun. Their names and members are the storage format and the wire.</summary>
public abstract record EventBody;

/// <summary>What deciding a command gave.</summary>
public abstract record Decision
{
    private Decision() { }

    /// <summary>Nothing happens.</summary>
    public sealed record Refused(Refusal Refusal) : Decision;

    /// <summary>These facts, all or none. No facts: it was so already.</summary>
    public sealed record Accepted(ImmutableArray<Event> Events, Answer? Answer = null) : Decision;

    public static implicit operator Decision(Refusal refusal) => new Refused(refusal);

    public static implicit operator Decision(List<Event> events) => new Accepted([.. events]);
}

/// <summary>What the caller is told beyond "done".</summary>
/// <param name="Left">Those who sat in the sitting that the sender named and do not hear him any more (SI2).</param>
public sealed record Answer(Company Left);
