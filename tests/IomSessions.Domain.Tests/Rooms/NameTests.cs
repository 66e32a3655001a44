using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Rooms;

public sealed class NameTests
{
    [Theory]
    [InlineData("\u202Enimda")]
    [InlineData("Ada\u200B")]
    [InlineData("\u2066Ada\u2069")]
    [InlineData("\u200C")]
    [InlineData("...")]
    public void RM9_a_name_that_looks_like_another_or_like_nothing_is_refused(string name) =>
        Stage.Open().Refused(Refusal.Invalid, Mediator, new MakeRoom(Named.Room("new"), name));

    [Theory]
    [InlineData("می\u200Cخواهم")]
    [InlineData("第二会议室")]
    [InlineData("Room 2")]
    public void RM9_names_of_every_script_stand(string name) =>
        Stage.Open().Done(Mediator, new MakeRoom(Named.Room("new"), name));
}
