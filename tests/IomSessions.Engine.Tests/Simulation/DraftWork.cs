using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>
/// People write drafts: open, follow, edit, give to others, freeze, take. Has chance of its own for each step, so that a history is the same
/// with and without a secret in one draft; what differs there is what is written, and how much.
/// </summary>
internal sealed class DraftWork(World world, int seed, Secret? secret, Action<string> note)
{
    private readonly List<Edit> _edits = [];

    private int _made;

    /// <summary>What was asked of drafts, and how it was answered.</summary>
    public IReadOnlyList<Edit> Edits => _edits;

    public async Task StepAsync(Session seen, SimNode node)
    {
        var chance = new Random((seed * 7_919) + world.Step);
        switch (chance.Next(12))
        {
            case < 2:
                Command(seen, node, chance);
                break;
            case 2:
                await FollowAsync(seen, chance);
                break;
            case 3 when Any(seen, chance) is { } draft:
                var (circle, by) = (draft.Circle, By(seen, draft, chance));
                node.Live.Drafts.Caret(new(circle, by, new(world.Cast.Id("caret")), 0, 1, 2));
                break;
            case < 7:
                Write(seen, node, chance);
                break;
            case 8 or 9 when Tabled(seen, chance) is var (author, body):
                Ask(author, body, node);
                break;
            case 7 when secret is null && _edits.Count > 0:
                Send(_edits[chance.Next(_edits.Count)], node);
                break;
        }

        // both runs go on alike: whatever is asked of drafts is done at once
        await RunAsync(node, secret is null ? chance.Next(20) : 20);
    }

    /// <summary>What is lost is asked for again.</summary>
    public static async Task FollowAgainAsync(World world)
    {
        foreach (var client in world.Clients.Where(client => client is { IsWelcome: true, Drafts.NeedsFollow: true, Outlet.IsClosed: false }))
        {
            client.Drafts.NeedsFollow = false;
            foreach (var circle in client.Drafts.Circles.ToList())
            {
                await world.FollowAsync(client, circle);
            }
        }
    }

    /// <summary>What was acknowledged is in the log once, what was refused is not.</summary>
    public async Task DemandAnswersAsync()
    {
        foreach (var edit in _edits)
        {
            var times = (await world.DraftAsync(edit.Circle)).Changes.Count(one => one.Editor == edit.Editor);
            var refusals = await Task.WhenAll(edit.Answers.Where(one => one.IsCompleted));
            Demand(times <= 1, "a change twice in a draft");
            Demand(!refusals.Contains(null) || times == 1, "a change was acknowledged and is not in the draft");
            Demand(times == 0 || refusals.Length < edit.Answers.Count || refusals.Any(one => one is null || one.Code == "unavailable"), "a change was refused and is in the draft");
        }
    }

    private async Task RunAsync(SimNode node, int luck)
    {
        world.Store.Failing = luck switch { 0 => Failing.BeforeWriting, 1 => Failing.AfterWriting, 2 => Failing.Reading, _ => Failing.Not };
        await node.BesideAsync(int.MaxValue);
        world.Store.Failing = Failing.Not;
        await FollowAgainAsync(world);
    }

    private void Command(Session seen, SimNode node, Random chance)
    {
        var people = seen.Admitted.Where(one => one.Room is not null).OrderBy(one => one.Id.Value).ToList();
        if (people.Count == 0)
        {
            return;
        }

        var by = people[chance.Next(people.Count)];
        var id = new DraftId(world.Cast.Id($"draft {world.Step}"));
        CommandBody? body = chance.Next(7) switch
        {
            5 when Any(seen, chance) is { } draft => Remark(seen, by, draft) ?? new CommentOnDraft(draft.Circle, 0, 0, 0, $"remark {world.Step}", "en"),
            6 when Any(seen, chance) is { } draft && secret?.Circle != draft.Circle => new AgreeWording(draft.Circle, chance.Next(3), 0, chance.Next(3)),
            < 2 => new OpenDraft(id, $"Text {_made++}", Audience(seen, by, chance), chance.Next(5) == 0),
            2 when Any(seen, chance) is { } draft => new SetDraftPeople(draft.Id, draft.Circle, [by.Id, .. Others(seen, draft, chance)]),
            3 when Any(seen, chance) is { } draft => draft.Frozen.Count > 0 && world.Step % 3 == 0 ? new MarkVersionClean(draft.Frozen[^1].Circle, draft.Frozen[^1].Number) : new FreezeDraft(draft.Id, draft.Circle, secret?.Circle == draft.Circle ? 0 : chance.Next(4)),
            4 when seen.Drafts.Values.Where(one => one.Frozen.Count > 0).OrderBy(one => one.Id.Value).FirstOrDefault() is { } draft =>
                chance.Next(2) == 0
                    ? Release(seen, draft, ref by)
                    : new TakeDraft(id, "Taken", draft.Frozen[0].Circle, chance.Next(2, 6), Audience(seen, by, chance), [], null),
            _ => null,
        };
        if (body is not null && !LetsOut(body))
        {
            Ask(by.Id, body, node);
        }
    }

    private void Ask(PersonId by, CommandBody body, SimNode node)
    {
        note($"{body.GetType().Name} by {by.Value:N}");
        world.Ask(by, $"draft act {world.Step}", body, node);
    }

    // the first comment is behind the event that opens its circle
    private CommandBody? Remark(Session seen, Person by, Draft draft) =>
        seen.Circles.FirstOrDefault(one => one.Value.TextOf == draft.Circle && one.Value.People.Contains(by.Id)).Key is var remarks && remarks == default ? null
            : (world.Step % 3) switch
            {
                0 => null,
                1 => new AnswerComment(remarks, 2, $"answer {world.Step}", "en"),
                _ => new CloseComment(remarks, 2),
            };

    // a head who has a hand in it gives himself the authority first
    private static CommandBody? Release(Session seen, Draft draft, ref Person by)
    {
        var circle = draft.Frozen[^1].Circle;
        var head = seen.Circles[circle].People.Select(id => seen.People[id])
            .Where(one => one is { Role: Role.Head, Status: PersonStatus.Admitted }).OrderBy(one => one.Id.Value).FirstOrDefault();
        if (head is null)
        {
            return null;
        }

        by = head;
        return head.Holds(Authority.Release) ? new ReleaseVersion(circle, draft.Frozen[^1].Number) : new GrantAuthority(head.Id, Authority.Release);
    }

    // a frozen version as the text of a proposal of a head's party
    private (PersonId By, CommandBody Body)? Tabled(Session seen, Random chance)
    {
        var circles = seen.Drafts.Values.OrderBy(one => one.Id.Value).SelectMany(one => one.Frozen).Select(one => one.Circle).Where(one => secret?.Circle != one).Distinct().ToList();
        if (circles.Count == 0)
        {
            return null;
        }

        var circle = circles[chance.Next(circles.Count)];
        var offset = Enumerable.Range(3, 6).FirstOrDefault(at => world.Oracle.Find(circle, at) is { Type: "version.text" });
        if (world.Oracle.Find(circle, offset) is not { } text || world.Oracle.Find(circle, offset - 1) is not { } version)
        {
            return null;
        }

        var from = new TabledVersion(circle, offset, version.Body.GetProperty("hash").GetString()!);
        var words = text.Body.GetProperty("text").GetString()!;
        return seen.Circles[circle].People.Select(id => seen.People[id]).FirstOrDefault(one => one is { Role: Role.Head, Status: PersonStatus.Admitted }) is not { } head ? null
            : head.Holds(Authority.Submit) ? (head.Id, new WritePartyProposal(new(world.Cast.Id($"tabled {world.Step}")), "Tabled", words, "en", [], null, From: from))
            : (head.Id, new GrantAuthority(head.Id, Authority.Submit));
    }

    // what leaves the draft is told to others: that is what it is for
    private bool LetsOut(CommandBody body) => secret?.Circle is { } circle && body switch
    {
        SetDraftPeople ask => ask.Circle == circle,
        TakeDraft ask => ask.From == circle,
        _ => false,
    };

    private async Task FollowAsync(Session seen, Random chance)
    {
        var (client, draft) = (world.Clients[chance.Next(world.Clients.Count)], Any(seen, chance));
        if (draft is not null && client is { IsWelcome: true, Outlet.IsClosed: false })
        {
            note($"follow by {client.Person.Value:N}");
            await world.FollowAsync(client, draft.Circle);
        }
    }

    private void Write(Session seen, SimNode node, Random chance)
    {
        if (Any(seen, chance) is not { } draft)
        {
            return;
        }

        var (by, key) = (By(seen, draft, chance), $"edit {world.Step}");
        if (secret?.Is(draft, seen) == true)
        {
            if (secret.Members.Contains(by))
            {
                secret.Words().Select((words, at) => new Edit(by, draft.Circle, new(world.Cast.Id($"{key}.{at}")), words, BeginningOf(draft.Circle))).ToList().ForEach(edit => Send(edit, node));
            }

            return;
        }

        note($"edit by {by.Value:N}");
        Send(new Edit(by, draft.Circle, new(world.Cast.Id(key)), $"<{world.Step}>", BeginningOf(draft.Circle)), node);
    }

    // at the beginning of the text as it was at first: the server carries it over all that came since
    private void Send(Edit edit, SimNode node)
    {
        var answer = node.Live.Drafts.EditAsync(edit.By, edit.Circle, edit.Editor, 0, [ChangeSet.Replace(edit.Length, 0, 0, edit.Words)]);
        edit.Answers.Add(answer);
        if (!_edits.Contains(edit))
        {
            _edits.Add(edit);
        }
    }

    private int BeginningOf(CircleId circle) => world.Oracle.Find(circle, 2) is { Type: "version.text" } text ? text.Body.GetProperty("text").GetString()!.Length : 0;

    private static Draft? Any(Session seen, Random chance)
    {
        var drafts = seen.Drafts.Values.OrderBy(one => one.Id.Value).ToList();
        return drafts.Count == 0 ? null : drafts[chance.Next(drafts.Count)];
    }

    private static PersonId By(Session seen, Draft draft, Random chance)
    {
        var people = (chance.Next(8) == 0 ? seen.People.Keys : seen.Circles[draft.Circle].People.AsEnumerable()).OrderBy(id => id.Value).ToList();
        return people[chance.Next(people.Count)];
    }

    private static IEnumerable<PersonId> Others(Session seen, Draft draft, Random chance) =>
        seen.Circles[draft.Circle].People.OrderBy(id => id.Value).Where(_ => chance.Next(3) != 0);

    private static CircleId Audience(Session seen, Person by, Random chance) => chance.Next(4) switch
    {
        0 when by.Party is { } party => seen.Parties[party].Circle,
        1 when by.IsMediator => seen.Bench,
        _ => seen.SittingOf(by)!.Value,
    };

    private static void Demand(bool holds, string law)
    {
        if (!holds)
        {
            throw new BrokenException(law);
        }
    }

    /// <param name="Length">Of the text that the draft began with.</param>
    internal sealed record Edit(PersonId By, CircleId Circle, EditorId Editor, string Words, int Length)
    {
        public List<Task<Refusal?>> Answers { get; } = [];
    }
}
