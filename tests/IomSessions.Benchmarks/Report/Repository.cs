namespace IomSessions.Benchmarks.Report;

/// <summary>Where the sources are that this was built from.</summary>
internal static class Repository
{
    /// <exception cref="InvalidOperationException">This does not run in a checkout.</exception>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "IomSessions.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("This needs the sources: run it in a checkout.");
    }
}
