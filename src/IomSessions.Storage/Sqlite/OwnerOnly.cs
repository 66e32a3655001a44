namespace IomSessions.Storage.Sqlite;

/// <summary>Files that only the account of the server may open, whatever its umask says.</summary>
internal static class OwnerOnly
{
    private const UnixFileMode ReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes an empty file unless there is one. SQLite gives its write-ahead log the same mode.</summary>
    public static void Create(string path)
    {
        CreateFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var file = new FileStream(path, Options(FileMode.OpenOrCreate));
    }

    /// <summary>Makes a file with this content, on the disk when it returns.</summary>
    /// <exception cref="IOException">There is one already.</exception>
    public static void CreateNew(string path, ReadOnlySpan<byte> content)
    {
        CreateFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var file = new FileStream(path, Options(FileMode.CreateNew));
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    /// <summary>A new file to be written piece by piece; it may be renamed meanwhile.</summary>
    /// <exception cref="IOException">There is one already.</exception>
    public static FileStream OpenNew(string path)
    {
        var options = Options(FileMode.CreateNew);
        (options.Share, options.Options) = (FileShare.Delete, FileOptions.Asynchronous);
        return new FileStream(path, options);
    }

    /// <summary>Makes a folder, and those above it, unless it is there.</summary>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, ReadWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Takes a file from everybody but its owner.</summary>
    public static void Restrict(string path)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, ReadWrite);
    }

    private static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = ReadWrite;
        return options;
    }
}
