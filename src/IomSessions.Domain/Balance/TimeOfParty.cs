using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>What a party is in while the session is open (RM13).</summary>
public enum PartyMode
{
    /// <summary>Neither of the others.</summary>
    Waiting,

    /// <summary>Some of it sit in the joint room, or with a mediator and every other party.</summary>
    Joint,

    /// <summary>Some of it sit with a mediator apart from another party.</summary>
    Caucus,
}

/// <summary>How long a party has been in each mode, in whole seconds, up to the moment at which it is told.</summary>
/// <param name="Mode">What it is in from that moment on; null: nothing is counted, the session is not open or the party has withdrawn.</param>
public sealed record TimeOfParty(PartyId Party, PartyMode? Mode, int Joint, int Caucus, int Waiting);

/// <summary>Bench, at each change of what a party is in: the time of every party so far. It supersedes the one before; what has passed since
/// is worked out by the reader.</summary>
/// <param name="At">The server's time, whole seconds.</param>
public sealed record TimeCounted(DateTimeOffset At, ImmutableArray<TimeOfParty> Parties) : EventBody;
