using System.Xml.Linq;
using Xunit;

namespace IomSessions.Tidy.Tests;

public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["IomSessions.Domain"] = [],
        ["IomSessions.Wire"] = [],
        ["IomSessions.Engine"] = ["IomSessions.Domain"],
        ["IomSessions.Storage"] = ["IomSessions.Engine"],
        ["IomSessions.Client"] = ["IomSessions.Wire"],
        ["IomSessions.Server"] =
            ["IomSessions.Domain", "IomSessions.Engine", "IomSessions.Storage", "IomSessions.Wire", "IomSessions.Client"],
    };

    public static TheoryData<string> Projects => [.. Tree.Files(["src"], ".csproj").Select(Tree.Name)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Projects_depend_inward_only(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        var references = XDocument.Load(Path.Combine(Tree.Root, project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.Contains(name, Allowed.Keys);
        Assert.Empty(references.Except(Allowed[name]));
    }

    [Theory]
    [InlineData("IomSessions.Domain")]
    [InlineData("IomSessions.Wire")]
    public void The_core_and_the_wire_have_no_package(string project) =>
        Assert.Empty(XDocument.Load(Path.Combine(Tree.Root, "src", project, project + ".csproj")).Descendants("PackageReference"));

    [Fact]
    public void Only_the_pump_sends()
    {
        var senders = Tree.Files(["src/IomSessions.Server", "src/IomSessions.Engine"], ".cs")
            .Where(file => !Tree.Name(file).Contains("/Demo/", StringComparison.Ordinal))
            // what is public goes to whoever listens, from a hub of its own
            .Where(file => !Tree.Name(file).Contains("/Feed/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file) is var text
                && (text.Contains("Clients.", StringComparison.Ordinal) || text.Contains("Groups.", StringComparison.Ordinal)
                    || text.Contains("IHubContext", StringComparison.Ordinal)));
        Assert.Empty(senders.Select(Tree.Name));
    }

    [Fact]
    public void CL3_the_feed_knows_nothing_of_sessions()
    {
        string[] foreign = ["IomSessions.Domain", "SessionHouse", "DataFolder", "EventStore", "KeyStore", "AccessStore", "SessionHub", "MasterKey"];
        var files = Tree.Files(["src/IomSessions.Server/Feed", "src/IomSessions.Storage/Feed"], ".cs").ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => File.ReadAllText(file) is var text && foreign.Any(name => text.Contains(name, StringComparison.Ordinal))).Select(Tree.Name));
    }
}
