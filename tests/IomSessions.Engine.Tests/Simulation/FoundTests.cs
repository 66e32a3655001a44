using IomSessions.Domain;
using Xunit;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>Seeds that once failed.</summary>
public sealed class FoundTests
{
    /// <summary>Whether a stalled line got the last events before its goodbye depended on where they were read from, and that on how
    /// much another delegation had said.</summary>
    [Fact]
    public async Task SI4_a_dying_line_does_not_tell_how_much_others_said() => Assert.Null(await Twice.RunAsync(83, CircleKind.Party));
}
