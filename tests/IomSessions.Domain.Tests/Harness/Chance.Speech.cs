namespace IomSessions.Domain.Tests;

/// <summary>What follows what was said: answers, renditions, releases.</summary>
internal sealed partial class Chance
{
    private readonly List<(CircleId Sitting, long Offset)> _said = [];

    private long? Answered() => OneIn(4) ? Offset() : null;

    private long Offset() => OneIn(12) ? Of<long>([0, -1, long.MaxValue]) : 1 + Upto(5);

    private (PersonId, CommandBody) Followed(Session state)
    {
        var (sitting, offset) = _said.Count == 0 || OneIn(6) ? (Old(state), Offset()) : Of(_said);
        var sat = state.Circles[sitting].People;
        if (OneIn(4))
        {
            var by = Someone(state, p => p.Role == Role.Interpreter && sat.Contains(p.Id));
            return (by, new Render(sitting, offset, $"of {seed}", "fr"));
        }

        if (OneIn(4))
        {
            return Briefing(state);
        }

        if (!state.People.Values.Any(p => p.Holds(Authority.Release)) && OneIn(2))
        {
            var head = Someone(state, p => p.Holds(Authority.Appoint));
            return (head, new GrantAuthority(head, Authority.Release));
        }

        var releasing = Someone(state, p => (p.Holds(Authority.Release) || p.IsMediator) && sat.Contains(p.Id));
        return (releasing, new Release(
            sitting, offset,
            [.. state.Parties.Keys.Where(_ => OneIn(2))], [.. state.People.Keys.Where(_ => OneIn(40))], OneIn(2)));
    }

    private (PersonId, CommandBody) Briefing(Session state)
    {
        var by = Someone(state, p => p.Holds(Authority.Brief));
        if (!state.People.TryGetValue(by, out var person) || !person.Holds(Authority.Brief))
        {
            var head = Someone(state, p => p.Holds(Authority.Appoint));
            return (head, new GrantAuthority(head, Authority.Brief));
        }

        // mostly where one of his people did not sit; if there is such a one, where his party spoke without others
        var own = state.People.Values.Where(p => p.Party == person.Party && p.Status == PersonStatus.Admitted).Select(p => p.Id).ToList();
        var sat = state.Circles.Where(one => one.Value.Kind == CircleKind.Sitting && one.Value.People.Contains(by))
            .SelectMany(one => own.Where(whom => !one.Value.People.Contains(whom)).Select(whom => (one.Key, whom))).OrderBy(one => (one.Key.Value, one.whom.Value)).ToList();
        var fit = sat.Where(one => state.Circles[one.Key].Ended).ToList();
        bool IsOwn(CircleId sitting) => state.Circles[sitting].People.All(id => state.People[id] is var other && (other.Party == person.Party || other.IsMediator));
        var talked = fit.Where(one => IsOwn(one.Key) && _said.Exists(said => said.Sitting == one.Key)).ToList();
        if (talked.Count == 0 && sat.Where(one => !state.Circles[one.Key].Ended && IsOwn(one.Key)).Select(one => one.Key).ToList() is [var open, ..])
        {
            return (by, new Say(open, "For those who are not here.", "en"));
        }

        var (sitting, briefed) = fit.Count == 0 || OneIn(6) ? (Old(state), Person(state)) : Of(talked.Count > 0 ? talked : fit);
        return (by, new Brief(briefed, sitting));
    }

    /// <summary>Something was said in a sitting.</summary>
    public void Heard(CircleId sitting, long offset) => _said.Add((sitting, offset));
}
