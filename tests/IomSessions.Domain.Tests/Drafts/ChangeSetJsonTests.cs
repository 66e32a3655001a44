using System.Text.Json;

namespace IomSessions.Domain.Tests.Drafts;

public sealed class ChangeSetJsonTests
{
    [Theory]
    [InlineData("[]")]
    [InlineData("[12]")]
    [InlineData("[[3]]")]
    [InlineData("""[12,[3],[0,"a line","and another"],40]""")]
    [InlineData("""[[0,"",""]]""")]
    [InlineData("""[5,[1,"x"],[2,"y"]]""")]
    public void DR1_a_change_set_is_written_as_codemirror_writes_it(string json) =>
        Assert.Equal(json, JsonSerializer.Serialize(Read(json)));

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[-1]")]
    [InlineData("[1.5]")]
    [InlineData("[1e99]")]
    [InlineData("[99999999999]")]
    [InlineData("""["a"]""")]
    [InlineData("[[]]")]
    [InlineData("[[-3]]")]
    [InlineData("""[["a"]]""")]
    [InlineData("[[1,2]]")]
    [InlineData("[[1,null]]")]
    [InlineData("[[1,[]]]")]
    [InlineData("""[[0,"a\nb"]]""")]
    [InlineData("""[[0,"a\rb"]]""")]
    [InlineData("""[[0,"\ud83d"]]""")]
    [InlineData("[200000,1]")]
    [InlineData("[[0")]
    public void DR1_what_is_no_change_set_is_not_taken(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    [Fact]
    public void OP3_too_much_at_once_is_not_taken()
    {
        var parts = string.Join(',', Enumerable.Repeat("1,[1]", Limits.DraftSections / 2));
        Assert.Equal(Limits.DraftSections, Read($"[{parts}]")!.Sections.Length);
        Assert.ThrowsAny<JsonException>(() => Read($"[{parts},1]"));
        var text = new string('a', Limits.DraftInserted);
        Assert.Equal(text.Length, Read($"[[0,\"{text}\"]]")!.NewLength);
        Assert.ThrowsAny<JsonException>(() => Read($"[[0,\"{text}\",\"\"]]"));
        Assert.ThrowsAny<JsonException>(() => Read($"[[0,{string.Join(',', Enumerable.Repeat("\"\"", Limits.DraftInserted + 2))}]]"));
    }

    private static ChangeSet? Read(string json)
    {
        var change = JsonSerializer.Deserialize<ChangeSet>(json);
        return change ?? throw new JsonException();
    }
}
