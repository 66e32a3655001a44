using System.Text.RegularExpressions;
using Xunit;

namespace IomSessions.Tidy.Tests;

public sealed partial class RuleTests
{
    [Fact]
    public void Every_rule_of_the_specification_has_a_test_of_its_number()
    {
        var spec = File.ReadAllText(Path.Combine(Tree.Root, "src/IomSessions.Domain/SPEC.md"));
        var rules = Rule().Matches(spec).Select(match => match.Groups[1].Value).Distinct().ToList();
        var tests = string.Concat(Tree.Files(["tests", "client"], ".cs", ".ts", ".tsx").Select(File.ReadAllText));
        Assert.True(rules.Count > 20, "the specification has lost its rules");
        Assert.Empty(rules.Where(rule => !Regex.IsMatch(tests, $@"\b{rule}_")));
    }

    [Fact]
    public void Log_ids_are_unique()
    {
        var ids = Tree.Files(["src"], ".cs").SelectMany(file => LogId().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct().Count(), ids.Count);
    }

    [GeneratedRegex(@"^[-*] \**([A-Z]{2}\d+)\b", RegexOptions.Multiline)]
    private static partial Regex Rule();

    [GeneratedRegex(@"LoggerMessage\((\d+)")]
    private static partial Regex LogId();
}
