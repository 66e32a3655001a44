namespace IomSessions.Domain.Tests.Statements;

public sealed class ReferenceTests
{
    [Theory]
    [InlineData("key")]
    [InlineData("IOM/events")]
    [InlineData("IOM//1")]
    [InlineData("../1")]
    [InlineData(" IOM-1")]
    [InlineData("IOM/")]
    public void CL3_a_session_has_a_reference_that_is_no_page_of_the_feed(string reference)
    {
        var scene = new Scene();
        scene.Refused(Refusal.Invalid, Command.House, Stage.Preparation with { Reference = reference });
        scene.Done(Command.House, Stage.Preparation with { Reference = "IOM/2026-1 (調解)" });
    }
}
