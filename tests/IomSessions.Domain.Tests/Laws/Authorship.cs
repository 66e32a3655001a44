namespace IomSessions.Domain.Tests.Laws;

/// <summary>Whose words are in which draft, followed through a history from the log alone: an edit may be anybody's who could write there, and
/// what went on to another circle went with it until all whose it was had let it out.</summary>
internal sealed class Authorship
{
    private readonly Dictionary<CircleId, List<EventBody>> _told = [];
    private readonly Dictionary<CircleId, HashSet<PartyId>> _wrote = [];

    /// <summary>How often words went on that were of a party which is not on the new list.</summary>
    public int Carried { get; private set; }

    public IReadOnlySet<PartyId> Wrote(CircleId draft) => _wrote[draft];

    /// <summary>Parties that have not let a version go.</summary>
    public HashSet<PartyId> Holding(CircleId draft, int number) =>
        [.. _wrote[draft].Except(_told[draft].OfType<VersionReleased>().Where(one => one.Number == number).Select(one => one.Party))];

    /// <summary>Whether it was theirs to let out who did: of the person, by the rule, or by all.</summary>
    public bool IsLetOut(Session state, Person by, CircleId draft, int number) =>
        _wrote[draft].IsSubsetOf(state.TakingPart)
        && (Holding(draft, number).Count == 0
            || (Holding(draft, number) is { Count: 1 } one && one.Single() == by.Party && _wrote[draft].Count == 1)
            || (by.IsMediator && _told[draft].OfType<VersionFrozen>().Single(one => one.Number == number).Rule == Disclosure.DisclosableUnlessMarked));

    public int NumberAt(CircleId draft, long offset) => ((VersionText)_told[draft][(int)offset - 1]).Number;

    public void Follow(Step step)
    {
        foreach (var told in step.Events)
        {
            if (told.Body is DraftOpened opened)
            {
                var own = opened.SingleText ? [] : opened.People.Select(id => step.After!.People[id].Party).OfType<PartyId>().ToHashSet();
                var came = Came(step);
                Carried += came.IsSubsetOf(own) ? 0 : 1;
                Assert.Equal(came.Except(own).Order(Comparer<PartyId>.Create((a, b) => a.Value.CompareTo(b.Value))), opened.Hands ?? []);
                _wrote[told.Circle] = [.. own, .. came];
            }

            (_told.TryGetValue(told.Circle, out var before) ? before : _told[told.Circle] = []).Add(told.Body);
        }
    }

    private HashSet<PartyId> Came(Step step) => step.Command.Body switch
    {
        SetDraftPeople ask => [.. _wrote[ask.Circle]],
        TakeDraft ask when IsLetOut(step.Before!, step.Before!.People[step.Command.By], ask.From, NumberAt(ask.From, ask.Offset)) => [],
        TakeDraft ask => [.. Holding(ask.From, NumberAt(ask.From, ask.Offset)), .. _wrote[ask.From].Where(party => !step.Before!.TakingPart.Contains(party))],
        _ => [],
    };
}
