using System.Text.Json;
using IomSessions.Server.Documents.Text;

namespace IomSessions.Server.Tests.Documents;

public sealed class BidiTests
{
    // levels.json: 600 texts with the levels that bidi-js 1.1.0, which passes Unicode's own tests, gives each sign
    [Fact]
    public void SG6_every_sign_stands_where_an_implementation_that_is_not_ours_puts_it()
    {
        var cases = JsonSerializer.Deserialize<JsonElement[][]>(File.ReadAllText("levels.json"))!;
        Assert.True(cases.Length >= 600);
        Assert.All(cases, one => Assert.Equal(
            one[2].GetString(), string.Concat(Bidi.Levels(one[1].GetString()!, one[0].GetInt32() == 1))));
    }

    [Theory]
    [InlineData("12 % (", null)]
    [InlineData("12 a", false)]
    [InlineData("12 \u05D0", true)]
    [InlineData("(\u0627 a", true)]
    [InlineData("", null)]
    public void SG6_a_line_is_written_from_the_side_of_its_first_letter(string line, bool? rightToLeft) => Assert.Equal(rightToLeft, Bidi.FirstStrong(line));

    [Theory]
    [InlineData("00", "ab", "ab")]
    [InlineData("11", "ab", "ba")]
    [InlineData("12211", "abcde", "edbca")]
    [InlineData("0011220", "abcdefg", "abefdcg")]
    public void SG6_what_is_read_from_the_right_stands_from_the_right(string levels, string read, string stands)
    {
        var signs = read.Select((sign, at) => (Sign: sign, Level: (byte)(levels[at] - '0'))).ToList();
        Bidi.Reorder(signs, one => one.Level);
        Assert.Equal(stands, string.Concat(signs.Select(one => one.Sign)));
    }

    [Fact]
    public void SG6_nothing_hidden_turns_round_what_follows()
    {
        Assert.Equal("pay 100 not 001", Plain.Line("pay\u202E 100\u202C not\u2066 001\u2069\uFEFF"));
        Assert.Equal("seen", Plain.Line("seen\U000E0041\U000E0042"));
        Assert.Equal("a    b c", Plain.Line("a\tb\u0001c"));
        Assert.Equal(["a", "", "b", "c", "d"], Plain.Lines("a\r\n\nb\u2028c\rd"));
        // joiners are letters' business
        Assert.Equal("می\u200Cخواهم", Plain.Line("می\u200Cخواهم"));
    }
}
