namespace IomSessions.Benchmarks.Report;

/// <summary>Where the sources are that this was built from.</summary>
internal static class Repository
{
    public static string Readme()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "IomSessions.sln")))
            {
                return Path.Combine(folder.FullName, "README.md");
            }
        }

        throw new InvalidOperationException("The README can only be written from a checkout.");
    }
}
