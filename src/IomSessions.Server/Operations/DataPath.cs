using IomSessions.Server.Demo;

namespace IomSessions.Server.Operations;

/// <summary>Where the data folder is: as told by <c>--data</c>; else <c>data</c> here, and for a demonstration a folder of its own that
/// is thrown away.</summary>
internal sealed class DataPath : IDisposable
{
    private readonly bool _throwAway;

    private DataPath(string path, bool throwAway) => (Path, _throwAway) = (path, throwAway);

    public string Path { get; }

    public static DataPath Of(IConfiguration configuration, string[] args) => configuration["data"] switch
    {
        { Length: > 0 } told => new(told, false),
        _ when args.Contains(DemoStart.Word) => new(Directory.CreateTempSubdirectory("iomsessions-demo-").FullName, true),
        _ => new("data", false),
    };

    public void Dispose()
    {
        if (_throwAway)
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
