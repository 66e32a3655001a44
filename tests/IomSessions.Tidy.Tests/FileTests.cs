using System.Text.RegularExpressions;
using Xunit;

namespace IomSessions.Tidy.Tests;

public sealed partial class FileTests
{
    private const int Ceiling = 400;

    private static List<(string Name, int Lines)> Sources { get; } =
    [
        .. Tree.Files(["src", "tests", "client"], ".cs", ".ts", ".tsx", ".mjs", ".css")
            .Select(file => (Tree.Name(file), File.ReadLines(file).Count())),
    ];

    [Fact]
    public void No_file_is_above_400_lines() => Assert.Empty(Sources.Where(file => file.Lines > Ceiling));

    [Fact]
    public void Half_of_the_files_are_below_60_lines_and_nine_in_ten_below_200()
    {
        var product = Sources.Where(file => file.Name.StartsWith("src", StringComparison.Ordinal)
            || file.Name.StartsWith("client/src", StringComparison.Ordinal)).Select(file => file.Lines).Order().ToList();
        Assert.True(product[product.Count / 2] < 60, $"the median file has {product[product.Count / 2]} lines");
        Assert.True(product[product.Count * 9 / 10] < 200, $"one in ten files has more than {product[product.Count * 9 / 10]} lines");
    }

    [Fact]
    public void Nothing_is_left_to_do_in_a_comment()
    {
        var left = Tree.Files(["src", "client/src"], ".cs", ".ts", ".tsx")
            .Where(file => Undone().IsMatch(File.ReadAllText(file)));
        Assert.Empty(left.Select(Tree.Name));
    }

    [Fact]
    public void The_top_level_has_three_folders()
    {
        var visible = Directory.EnumerateDirectories(Tree.Root).Select(Path.GetFileName)
            .Where(name => !name!.StartsWith('.') && name is not ("data" or "bin" or "obj" or "secrets" or "tls"));
        Assert.Equal(["client", "src", "tests"], visible.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Lock_files_record_no_download_address()
    {
        var locks = Tree.Files(["src", "tests", "client"], "package-lock.json", "packages.lock.json").ToList();
        Assert.NotEmpty(locks);
        Assert.Empty(locks.Where(file => File.ReadAllText(file) is var text
            && (text.Contains("\"resolved\": \"http", StringComparison.Ordinal) || text.Contains("://", StringComparison.Ordinal)
                && Tree.Name(file).EndsWith("packages.lock.json", StringComparison.Ordinal))).Select(Tree.Name));
    }

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException")]
    private static partial Regex Undone();
}
