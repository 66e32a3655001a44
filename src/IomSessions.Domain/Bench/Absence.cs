namespace IomSessions.Domain;

/// <summary>By the house: no mediator has been connected for five minutes, or one is back (PE5).</summary>
public sealed record NoteMediators(bool Absent) : CommandBody;

/// <summary>Hall: joint and caucus rooms take no speech.</summary>
public sealed record MediatorsAbsent : EventBody;

/// <summary>Hall.</summary>
public sealed record MediatorsBack : EventBody;

internal static class Absence
{
    public static Decision Decide(Session state, NoteMediators ask, Command command)
    {
        if (command.By != Command.House)
        {
            return Refusal.NotAllowed;
        }

        // only a running session waits for its mediators
        if (ask.Absent == state.MediatorsAbsent || (ask.Absent && state.Phase != Phase.Open))
        {
            return new List<Event>();
        }

        return new List<Event> { new(state.Hall, ask.Absent ? new MediatorsAbsent() : new MediatorsBack()) };
    }
}
