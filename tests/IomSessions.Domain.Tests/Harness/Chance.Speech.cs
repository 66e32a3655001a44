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

    /// <summary>Something was said in a sitting.</summary>
    public void Heard(CircleId sitting, long offset) => _said.Add((sitting, offset));
}
