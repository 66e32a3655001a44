using System.Runtime.CompilerServices;

namespace IomSessions.Tidy.Tests;

/// <summary>The repository as files.</summary>
internal static class Tree
{
    private static readonly string[] Made = ["bin", "obj", "node_modules", "wwwroot", "dist", "test-results", ".git"];

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    /// <summary>Files below the given folders with one of these endings; nothing that a build made.</summary>
    public static IEnumerable<string> Files(string[] folders, params string[] endings) => folders
        .Select(folder => Path.Combine(Root, folder))
        .Where(Directory.Exists)
        .SelectMany(Below)
        .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)));

    public static string Name(string file) => Path.GetRelativePath(Root, file);

    private static IEnumerable<string> Below(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder).Where(child => !Made.Contains(Path.GetFileName(child))).SelectMany(Below));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
