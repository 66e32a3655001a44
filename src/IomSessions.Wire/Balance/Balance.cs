namespace IomSessions.Wire;

/// <summary>What a party is in while the session is open (RM13).</summary>
public enum PartyMode
{
    Waiting,
    Joint,
    Caucus,
}

/// <summary>How long a party has been in each mode, in whole seconds.</summary>
/// <param name="Mode">What it is in from that moment on; null: nothing is counted.</param>
public sealed record TimeOfParty(string Party, PartyMode? Mode, int Joint, int Caucus, int Waiting);

/// <summary>Bench, at each change of what a party is in: the time of every party up to <paramref name="At"/>.</summary>
public sealed record TimeCounted(DateTimeOffset At, IReadOnlyList<TimeOfParty> Parties) : EventBody;
