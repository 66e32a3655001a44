using IomSessions.Benchmarks.Hosts;
using IomSessions.Benchmarks.Load;
using IomSessions.Benchmarks.Report;

namespace IomSessions.Benchmarks.Measures;

/// <summary>Row 11, and what row 5 says of a killed server.</summary>
internal static class ReturnRows
{
    public const string Shape = "return";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A hundred rooms of eleven: ten of each are cut.</summary>
    public static Plan[] Plans(Extent extent) => [new(Shape, extent.IsQuick ? 2 : 20, [0, 11, 11, 11, 11, 11])];

    public static void Measure(Lab lab)
    {
        using var ours = lab.Open(lab.Iom, Shape);
        using var theirs = lab.Open(lab.Bare, Shape);
        var (iom, bare) = (new Returns(lab, ours), new Returns(lab, theirs));
        Rounds(lab, $"{ours.Members.Count() - ours.Rooms.Count:N0} cut at once, 20 missed", iom, bare, lab.Extent.Rounds, restarts: false);
        Rounds(lab, "the same, server killed and restarted", iom, bare, Math.Min(2, lab.Extent.Rounds), restarts: true);
        Kill(lab, ours);
    }

    private static void Rounds(Lab lab, string what, Returns iom, Returns bare, int rounds, bool restarts)
    {
        var (first, second) = (new List<Returned>(), new List<Returned>());
        for (var round = restarts ? 0 : -1; round < rounds; round++)
        {
            var (a, b) = (iom.Measure(restarts), bare.Measure(restarts));
            Lab.Say($"{what}: {a.Whole:0} ms, lost {a.Lost}, {a.CpuPerPersonMs:0.00} ms CPU each | bare {b.Whole:0} ms, lost {b.Lost}, {b.CpuPerPersonMs:0.00} ms");
            if (round >= 0)
            {
                first.Add(a);
                second.Add(b);
            }
        }

        lab.Raw[what] = new { iom = first, bare = second };
        lab.Findings.Add(new("11", what, "until all are whole, vs back in an empty room", Figures.Ratio(first, second, one => one.Whole), 2.5, 1.5,
            RoomRows.Behind(first, second, one => one.Whole, "ms")));
        lab.Findings.Add(new("11", what, "lost", first.Sum(one => one.Lost), 0, 0, $"bare: {second.Sum(one => one.Lost):N0} of {second.Sum(one => one.People) * 20:N0}", ""));
    }

    /// <summary>Everybody talks when the server is killed; whoever has no answer says it once more to the next.</summary>
    private static void Kill(Lab lab, Stage stage)
    {
        var (lost, orders, said) = (0L, 0, 0L);
        for (var time = 0; time < Math.Min(3, lab.Extent.Rounds); time++)
        {
            var talk = new FanOut(lab.Loop, stage);
            talk.Begin();
            lab.Loop.Run(TimeSpan.FromSeconds(1));
            talk.Hush();
            stage.Target.Host.Kill();
            lab.Loop.RunUntil(() => stage.All.All(line => line.State == LineState.Closed), Patience);
            lab.Restart(stage.Target);
            stage.Reopen([.. stage.All], talk);
            talk.SayAgain();
            talk.End();
            said += stage.Members.Sum(line => line.Tally.Heard);
            lost += talk.Lost();
            orders += talk.Diverged();
            Lab.Say($"killed under load: lost {talk.Lost()}, orders {talk.Diverged()}");
        }

        lab.Findings.Add(new("5", "kill -9 while all talk, restart", "lost or twice, rooms with two orders", lost + orders, 0, 0, $"of {said:N0} deliveries", ""));
    }
}
