namespace IomSessions.Domain;

/// <summary>Positions are taken, recalled and withdrawn. No answer to anybody of another party depends on them.</summary>
internal static class PositionKeeping
{
    public static Decision Decide(Session state, TakePosition ask, Person by)
    {
        if (by.Party is not { } party || by.Role == Role.Interpreter)
        {
            return Refusal.NotAllowed;
        }

        if (!by.Holds(Authority.Speak))
        {
            return Refusal.NotAuthorised;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        if (!state.Issues.TryGetValue(ask.Issue, out var issue) || !issue.Parties.Contains(party))
        {
            return Refusal.NotFound;
        }

        // an id of another party's position is as good as none: ids are drawn at random, and whoever takes a known one is answered by his own alone
        if (ask.Position.Value == Guid.Empty || !Enum.IsDefined(ask.Kind) || !IssueValues.Fits(issue, ask.Kind, ask.Value)
            || (ask.Note is { } note && !IssueValues.IsWords(note)) || state.Positions.ContainsKey(ask.Position))
        {
            return Refusal.Invalid;
        }

        return state.Positions.Values.Count(one => one.Issue == issue.Id && one.Party == party) >= Limits.PositionsPerIssue
            ? Refusal.TooMany
            : new List<Event>
            {
                new(state.Parties[party].Circle, new PositionTaken(ask.Position, ask.Issue, ask.Kind, by.Id, ask.Value, ask.Note)),
            };
    }

    public static Decision Decide(Session state, RecallRaise ask, Person by) =>
        Own(state, ask.Position, by) is not { } own ? Refusal.NotFound
        : by.Role == Role.Interpreter ? Refusal.NotAllowed
        : !by.Holds(Authority.Speak) ? Refusal.NotAuthorised
        : own.Raise is null ? Refusal.AlreadyDone
        : new List<Event> { new(state.Parties[own.Party].Circle, new RaiseRecalled(own.Id)) };

    public static Decision Decide(Session state, WithdrawPosition ask, Person by)
    {
        if (Own(state, ask.Position, by) is not { } own)
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

        if (own.Withdrawn)
        {
            return new List<Event>();
        }

        var circle = state.Parties[own.Party].Circle;
        return new List<Event>(
        [
            .. own.Raise is null ? (Event[])[] : [new(circle, new RaiseRecalled(own.Id))],
            .. Raising.Knowing(state, own).Prepend(circle).Select(one => new Event(one, new PositionWithdrawn(own.Id))),
        ]);
    }

    /// <summary>A position of his own party; null answers for none and not his alike (DL7).</summary>
    public static Position? Own(Session state, PositionId id, Person by) =>
        state.Positions.TryGetValue(id, out var position) && by.Party == position.Party ? position : null;

    public static Session Edit(Session state, PositionId id, Func<Position, Position> edit) =>
        state.Positions.TryGetValue(id, out var one) ? state with { Positions = state.Positions.SetItem(id, edit(one)) } : state;

    public static Session Take(Session state, CircleId circle, PositionTaken told) => state with
    {
        Positions = state.Positions.SetItem(told.Position, new(
            told.Position, told.Issue, state.Circles[circle].Party!.Value, told.Kind, told.Value, told.Note)),
    };

    public static Session Take(Session state, CircleId circle, PositionShown told)
    {
        var shown = Edit(state, told.Position, one => one with
        {
            Bench = state.Circles[circle].Kind == CircleKind.Bench ? circle : one.Bench,
        });
        return circle == state.Table && state.Issues.TryGetValue(told.Issue, out var issue)
            ? shown with { Issues = state.Issues.SetItem(issue.Id, issue with { Joint = issue.Joint.SetItem(told.Party, told.Position) }) }
            : shown;
    }
}
