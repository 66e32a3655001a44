using IomSessions.Server.Documents.Text;

namespace IomSessions.Server.Tests.Documents;

public sealed class BreaksTests
{
    // a stroke stands wherever a line may begin
    [Theory]
    [InlineData("to be sure", "to |be |sure")]
    [InlineData("see (Annex II), 3(b)", "see |(Annex |II), |3(b)")]
    [InlineData("well-known, 1979-80", "well-|known, |1979-80")]
    [InlineData("no\u00A0break", "no\u00A0break")]
    [InlineData("« sans délai »", "« sans |délai »")]
    [InlineData("双方同意。他说：“好（吗）？”", "双|方|同|意。|他|说：“好|（吗）？”")]
    [InlineData("ちょっと、ーっ", "ちょっ|と、ーっ")]
    [InlineData("第12条", "第|12|条")]
    [InlineData("العربية (نص)", "العربية |(نص)")]
    public void SG6_a_line_ends_where_its_script_lets_it(string text, string wanted)
    {
        var may = Breaks.Before(text, Breaks.Clusters(text));
        Assert.Equal(wanted, string.Concat(text.Select((sign, at) => may[at] ? $"|{sign}" : $"{sign}")));
    }

    [Fact]
    public void SG6_marks_are_not_parted_from_their_letter() => Assert.Equal([2, 1, 3, 2], Breaks.Clusters("e\u0301ak\u0301\u0323\uD840\uDC00"));
}
