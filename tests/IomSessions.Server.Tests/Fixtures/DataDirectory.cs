namespace IomSessions.Server.Tests;

/// <summary>A data folder that outlives the servers which are started on it, and goes with the test.</summary>
public sealed class DataDirectory : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iomsessions-test-");

    public string Path => _folder.FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
