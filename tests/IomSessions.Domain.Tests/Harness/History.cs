namespace IomSessions.Domain.Tests;

/// <summary>One step of a history: a command, what was decided, and the states around it.</summary>
internal sealed record Step(Session? Before, Command Command, Decision Decision, Session? After)
{
    public IReadOnlyList<Event> Events => Decision is Decision.Accepted accepted ? accepted.Events : [];
}

/// <summary>Random histories over real sessions, and laws that hold for all of them.</summary>
internal static class History
{
    /// <summary>Runs a law over seeds; a failure names the seed that shows it.</summary>
    public static void ForAll(int seeds, Action<int> law)
    {
        for (var seed = 0; seed < seeds; seed++)
        {
            try
            {
                law(seed);
            }
            catch (Exception broken)
            {
                Assert.Fail($"seed {seed}: {broken.Message}\n{broken.StackTrace}");
            }
        }
    }

    /// <summary>A history from an open session of two or three parties.</summary>
    public static (Scene Scene, List<Step> Steps) Of(int seed, int length) =>
        Of(seed, length, Start(seed));

    public static Scene Start(int seed) => Stage.Open(third: seed % 2 == 0, Protocols[seed % 3], name: $"history {seed}");

    public static (Scene Scene, List<Step> Steps) Of(int seed, int length, Scene scene)
    {
        var (chance, steps) = (new Chance(seed), new List<Step>());
        for (var i = 0; i < length; i++)
        {
            var (by, body) = chance.Next(scene.State);
            var step = Take(scene, by, body, chance);
            steps.Add(step);
            if (step.Events is [{ Body: Said } said] && scene.State.Circles[said.Circle].Kind == CircleKind.Sitting)
            {
                chance.Heard(said.Circle, scene.Head(said.Circle));
            }

            chance.Followed(step.Events, scene);
            if (step.Decision is Decision.Refused { Refusal.Code: "draft_unconfirmed" } && Taking.Preview(scene.State, step.Command) is { } taken)
            {
                steps.Add(Take(scene, by, Chance.Seen(body, taken), chance));
            }

            if (step.Decision is Decision.Refused { Refusal.Detail: RefusalDetail.Needs needs } && !chance.OneIn(5))
            {
                steps.Add(Take(scene, by, Chance.Confirmed(body, needs.Consequences), chance));
            }
        }

        return (scene, steps);
    }

    private static Step Take(Scene scene, PersonId by, CommandBody body, Chance chance)
    {
        var (before, command) = (scene.Begun, scene.Next(by, body) with { Uploads = chance.UploadsOf(body), Drafts = chance.DraftsOf(body) });
        if (body is NoteStatement due && due.At > command.At)
        {
            command = command with { At = due.At };
        }

        if (body is NoteRaise raise && raise.At > command.At)
        {
            command = command with { At = raise.At };
        }

        if (body is NoteProposal over && over.At > command.At)
        {
            command = command with { At = over.At };
        }

        if (body is NoteApproval approval && approval.At > command.At)
        {
            command = command with { At = approval.At };
        }

        if (body is NotePartyProposal expiry && expiry.At > command.At)
        {
            command = command with { At = expiry.At };
        }

        return new(before, command, scene.Do(command), scene.Begun);
    }

    private static readonly Protocol[] Protocols =
    [
        Stage.Usual,
        Stage.Usual with { CaucusNotice = CaucusNotice.Afterwards, Disclosure = Disclosure.DisclosableUnlessMarked },
        Stage.Usual with { CaucusNotice = CaucusNotice.None },
    ];
}
