using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>The one way in which a position leaves its delegation (PO2, PO3).</summary>
internal static class Raising
{
    public static Decision Decide(Session state, RaisePosition ask, Person by, DateTimeOffset now)
    {
        if (PositionKeeping.Own(state, ask.Position, by) is not { } own)
        {
            return Refusal.NotFound;
        }

        if (!by.Holds(Authority.Submit))
        {
            return Refusal.NotAuthorised;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        if (ask.Parties.IsDefault || !Enum.IsDefined(ask.Level) || ask.Level == PositionLevel.Private
            || (ask.Level == PositionLevel.Disclosed) == ask.Parties.IsEmpty || ask.Parties.Length > Limits.Parties || ask.Parties.Contains(own.Party))
        {
            return Refusal.Invalid;
        }

        if (own.Kind != PositionKind.Position && ask.Level > PositionLevel.Confided)
        {
            return Refusal.StaysConfided;
        }

        if (!ask.Parties.All(party => state.Parties.ContainsKey(party) && !state.HasWithdrawn(party)))
        {
            return Refusal.NotFound;
        }

        var parties = ask.Parties.InOrder();
        return own.Raise is not null || own.Withdrawn || !SaysMore(state, own, ask.Level, parties) ? Refusal.AlreadyDone
            : new List<Event>
            {
                new(state.Parties[own.Party].Circle, new RaiseHeld(own.Id, ask.Level, parties, by.Id, Second(now) + Limits.PositionHold)),
            };
    }

    public static Decision Decide(Session state, NoteRaise ask, Command command, Draw draw)
    {
        if (command.By != Command.House)
        {
            return Refusal.NotAllowed;
        }

        if (!state.Positions.TryGetValue(ask.Position, out var own) || own.Raise is not { } raise || raise.At != ask.At || command.At < raise.At)
        {
            return new List<Event>();
        }

        var circle = state.Parties[own.Party].Circle;
        // what was so when it was asked must be so now
        if (state.Phase == Phase.Concluded || state.HasWithdrawn(own.Party) || raise.Parties.Any(party => state.HasWithdrawn(party)))
        {
            return new List<Event> { new(circle, new RaiseRecalled(own.Id)) };
        }

        var level = raise.Level > own.Level ? raise.Level : own.Level;
        var parties = own.Parties.Union(raise.Parties).InOrder();
        var shown = Shown(own with { Level = raise.Level }, null);
        return new List<Event>(
        [
            new(circle, new PositionRaised(own.Id, level, parties)),
            .. raise.Level == PositionLevel.Joint ? Table.Tell(state, draw, shown)
                : [new(state.Bench, shown with { Parties = raise.Level == PositionLevel.Disclosed ? raise.Parties : null })],
            .. raise.Parties.Where(party => !own.Parties.Contains(party)).Select(party => new Event(state.Parties[party].Circle, shown)),
        ]);
    }

    /// <summary>As it stands before others.</summary>
    public static PositionShown Shown(Position one, ImmutableArray<PartyId>? parties) =>
        new(one.Id, one.Issue, one.Party, one.Kind, one.Value, one.Note, one.Level, parties);

    /// <summary>The circles, but for the own delegation's, in which it was told. Of a bench that has ended, each of its mediators who still is one:
    /// who came later has not been told (PE8).</summary>
    public static IEnumerable<CircleId> Knowing(Session state, Position one) =>
    [
        .. one.Bench is { } bench ? Bench.Remembering(state, bench) : [],
        .. one.Parties.OrderBy(party => party.Value).Select(party => state.Parties[party].Circle),
        .. one.Level == PositionLevel.Joint && state.Table is { } table ? (CircleId[])[table] : [],
    ];

    // to more people than it was told; to the mediators again when others have come to the bench
    private static bool SaysMore(Session state, Position own, PositionLevel level, ImmutableArray<PartyId> parties) => level switch
    {
        _ when own.Level == PositionLevel.Joint => false,
        PositionLevel.Confided => own.Bench != state.Bench,
        PositionLevel.Disclosed => !parties.All(own.Parties.Contains),
        _ => true,
    };

    // the first whole second that is not before it: it is held no less than it should be
    private static DateTimeOffset Second(DateTimeOffset now) => now.AddTicks((TimeSpan.TicksPerSecond - (now.Ticks % TimeSpan.TicksPerSecond)) % TimeSpan.TicksPerSecond);
}
