using IomSessions.Wire;

namespace IomSessions.Server.Demo;

/// <summary>
/// Follows a script on paper: who sits where after each act. A mistake in it would be spoken in a room it does not belong to, which is
/// the one thing that this product is there to prevent.
/// </summary>
public static class DemoCheck
{
    public const string Joint = "joint";
    public const string Mediators = "mediators";
    public const string Bench = "bench";

    /// <summary>What is wrong with a script, in sentences; none: it can be played.</summary>
    public static IReadOnlyList<string> Faults(DemoScript script)
    {
        var faults = new List<string>();
        var people = script.People.ToDictionary(person => person.Key);
        var parties = script.Parties.Select(party => party.Key).ToHashSet();
        faults.AddRange(script.People.Where(p => p.Party is { } party && !parties.Contains(party)).Select(p => $"{p.Key}: unknown party"));
        faults.AddRange(parties.Where(party => !script.People.Any(p => p.Party == party && p.Role == Role.Head)).Select(p => $"{p}: no head"));
        faults.AddRange(script.Visitors.Where(key => !people.ContainsKey(key)).Select(key => $"{key}: unknown visitor"));
        if (faults.Count > 0)
        {
            return faults;
        }

        var floor = new Floor(people, [.. parties, Joint, Mediators]);
        foreach (var step in script.Steps)
        {
            if (step.Source.Scheme is not ("http" or "https"))
            {
                faults.Add($"{step.When}: no source");
            }

            faults.AddRange(step.Acts.Select(floor.Play).OfType<string>().Select(fault => $"{step.When}: {fault}"));
        }

        return faults;
    }

    private sealed class Floor(Dictionary<string, DemoPerson> people, HashSet<string> rooms)
    {
        private readonly Dictionary<string, (string? Party, HashSet<string> Heard)> _said = [];
        private readonly DemoTable _table = new([.. people.Values.Select(person => person.Party).OfType<string>()]);
        private readonly Dictionary<string, string> _places = people.Values.ToDictionary(person => person.Key, HomeOf);

        public string? Play(DemoAct act) => people.TryGetValue(act.By, out var by)
            ? act switch
            {
                MakeAct or CloseAct or ArrangeAct or BenchAct or SaveAct or DeadlineAct or TurnsAct or FloorAct or PublishAct or IssueAct or StatusAct or OfferAct or ProposeAct or DraftAct when by.Role != Role.Mediator => $"{act.By} is not a mediator",
                MakeAct make => rooms.Add(make.Room) ? null : $"{make.Room} is there already",
                CloseAct close => Close(close.Room),
                ArrangeAct arrange => arrange.Moves.Select(Move).FirstOrDefault(fault => fault is not null),
                SayAct say => Say(say),
                RenderAct render => by.Role != Role.Interpreter || !Sat(act.By, render.Said) ? $"{act.By} cannot render {render.Said}" : null,
                ReleaseAct release => !_said.TryGetValue(release.Said, out var said) || by.Party is null || said.Party != by.Party
                    ? $"{act.By} cannot release {release.Said}" : null,
                SaveAct save => save.Moves.Select(move => Faulty(move)).FirstOrDefault(fault => fault is not null),
                DeadlineAct or TurnsAct when !rooms.Contains(RoomOf(act)) => $"{RoomOf(act)} is not there",
                FloorAct floor => new[] { act.By, floor.To }.FirstOrDefault(key => _places.GetValueOrDefault(key) != floor.Room) is { } absent
                    ? $"{absent} does not sit in {floor.Room}" : null,
                CallAct call => by.Role == Role.Mediator || people.GetValueOrDefault(call.ClaimedBy)?.Role != Role.Mediator
                    ? $"{act.By} does not call {call.ClaimedBy}" : null,
                IssueAct or StatusAct or PositionAct or AgreeAct or OfferAct or ProposeAct or AnswerAct => _table.Play(act, by),
                DelegationAct => by.Party is null ? $"{act.By} has no delegation" : null,
                _ => null,
            }
            : $"{act.By} is nobody";

        private static string RoomOf(DemoAct act) => act is DeadlineAct deadline ? deadline.Room : ((TurnsAct)act).Room;

        private bool Sat(string who, string said) => _said.TryGetValue(said, out var known) && known.Heard.Contains(who);

        private string? Say(SayAct say)
        {
            if (_places[say.By] != say.Room)
            {
                return $"{say.By} does not sit in {say.Room}";
            }

            if (say.Answers is { } what && !Sat(say.By, what))
            {
                return $"{say.By} cannot answer {what}";
            }

            if (say.As is { } name)
            {
                _said[name] = (people[say.By].Party, [.. _places.Where(place => place.Value == say.Room).Select(place => place.Key)]);
            }

            return null;
        }

        private string? Close(string room)
        {
            foreach (var person in _places.Where(place => place.Value == room).Select(place => people[place.Key]).ToList())
            {
                _places[person.Key] = HomeOf(person);
            }

            return rooms.Remove(room) ? null : $"{room} is not there";
        }

        private string? Faulty(Move move)
        {
            if (move.Room is { } room && !rooms.Contains(room))
            {
                return $"{room} is not there";
            }

            if (move.People.FirstOrDefault(key => !people.ContainsKey(key)) is { } nobody)
            {
                return $"{nobody} is nobody";
            }

            return null;
        }

        private string? Move(Move move)
        {
            if (Faulty(move) is { } fault)
            {
                return fault;
            }

            foreach (var person in people.Values.Where(p => move.People.Contains(p.Key) || (p.Party is { } party && move.Parties.Contains(party))))
            {
                var target = move.Room ?? HomeOf(person);
                if (!MayBeIn(person, target))
                {
                    return $"{person.Key} is never placed in {target}";
                }

                _places[person.Key] = target;
            }

            return null;
        }

        private bool MayBeIn(DemoPerson person, string room) =>
            room == HomeOf(person) || (room != Mediators && (person.Party is null || people.Values.All(other => other.Party != room)));

        private static string HomeOf(DemoPerson person) => person.Party ?? Mediators;
    }
}
