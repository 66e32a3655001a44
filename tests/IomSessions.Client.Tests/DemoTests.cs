using IomSessions.Server.Demo;
using IomSessions.Wire;

namespace IomSessions.Client.Tests;

public sealed class DemoTests
{
    private readonly DemoScript _script = DemoScript.CampDavid();

    [Fact]
    public void The_case_is_played_from_5_to_17_September_with_a_source_for_each_step()
    {
        Assert.StartsWith("5 Sep 1978", _script.Steps[0].When, StringComparison.Ordinal);
        Assert.StartsWith("17 Sep 1978", _script.Steps[^1].When, StringComparison.Ordinal);
        Assert.All(_script.Steps, step => Assert.True(step.Source.IsAbsoluteUri));
    }

    [Fact]
    public void A_line_for_a_room_in_which_the_speaker_does_not_sit_is_found()
    {
        var wrong = _script with { Steps = [_script.Steps[0] with { Acts = [new SayAct("begin", "egypt", "x")] }] };
        Assert.Contains("begin does not sit in egypt", Assert.Single(DemoCheck.Faults(wrong)), StringComparison.Ordinal);
    }

    [Fact]
    public void RM1_nobody_of_another_party_is_placed_in_a_home_room()
    {
        var wrong = _script with { Steps = [_script.Steps[0] with { Acts = [new ArrangeAct("carter", [new Move("egypt", ["begin"], [])])] }] };
        Assert.Contains("begin is never placed in egypt", Assert.Single(DemoCheck.Faults(wrong)), StringComparison.Ordinal);
    }
}
