using IomSessions.Engine;
using IomSessions.Storage.Feed;
using IomSessions.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace IomSessions.Storage.Backups;

/// <summary>
/// A copy of everything that is kept, made while the server runs, from another process or its own; the server neither stops nor waits.
/// Each database is copied as it stands at one moment. The master key is never copied: the copy alone tells nothing of what was said.
/// </summary>
/// <remarks>
/// The order is what makes the parts fit each other. An event is stored after the key that it is sealed with and after the file that it
/// names: so the log is copied first, and nothing that it needs is missing from what is copied later. Who is let in comes last of the
/// databases: whatever the log knows to be revoked is revoked in the copy too; at worst a link is spent there for a device that the log
/// does not know yet, and its holder asks for another.
/// </remarks>
public static class Backup
{
    /// <summary>The databases, in the order in which they are copied.</summary>
    public static IReadOnlyList<string> Databases { get; } = ["events.db", "keys.db", "access.db"];

    /// <summary>What is public, once a server of this version has run. Its signing key is no more copied than the master key.</summary>
    public const string Feed = FeedStore.FileName;

    /// <summary>Where sealed files lie, if there are any.</summary>
    public const string Files = "files";

    private const string Unfinished = ".unfinished";

    /// <summary>Copies a data folder. The copy has its name only when it is whole and on the disk.</summary>
    /// <param name="data">The data folder; may be in use.</param>
    /// <param name="target">Where the copy goes: a folder that does not exist yet.</param>
    /// <exception cref="BackupException">It cannot be copied, or there is something at the target.</exception>
    public static void Make(string data, string target)
    {
        var missing = Databases.FirstOrDefault(name => !File.Exists(Path.Combine(data, name)));
        if (missing is not null) throw new BackupException($"{data} is no data folder: it has no {missing}");
        if (Path.Exists(target)) throw new BackupException($"{target} exists already: a backup never writes over anything");
        var unfinished = target.TrimEnd(Path.DirectorySeparatorChar) + Unfinished;
        try
        {
            if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
            OwnerOnly.CreateFolder(Path.GetFullPath(unfinished));
            foreach (var name in Kept(data)) Copy(Path.Combine(data, name), Path.Combine(unfinished, name));
            CopyFiles(Path.Combine(data, Files), Path.Combine(unfinished, Files));
            Directory.Move(unfinished, target);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException or StoreUnavailableException)
        {
            throw new BackupException($"the copy could not be made: {Why(e)}", e);
        }
    }

    /// <summary>Puts a copy where a server can open it. The copy is verified first, and nothing is written over.</summary>
    /// <param name="copy">A folder that <see cref="Make"/> made.</param>
    /// <param name="data">The new data folder; may hold a master key and nothing else.</param>
    /// <exception cref="BackupException">The copy is not sound, or the data folder is in use.</exception>
    public static void Restore(string copy, string data)
    {
        if (Verifier.Verify(copy) is { Fault: { } fault }) throw new BackupException($"the backup is not sound: {fault}");
        var taken = Databases.Append(Feed).Append(Files).FirstOrDefault(name => Path.Exists(Path.Combine(data, name)));
        if (taken is not null) throw new BackupException($"{data} has a {taken} already: restoring never writes over anything");
        try
        {
            OwnerOnly.CreateFolder(Path.GetFullPath(data));
            foreach (var name in Kept(copy)) Copy(Path.Combine(copy, name), Path.Combine(data, name));
            CopyFiles(Path.Combine(copy, Files), Path.Combine(data, Files));
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException or StoreUnavailableException)
        {
            throw new BackupException($"the backup could not be restored: {Why(e)}", e);
        }
    }

    private static IEnumerable<string> Kept(string folder) => File.Exists(Path.Combine(folder, Feed)) ? Databases.Append(Feed) : Databases;

    // One statement, so one moment; it holds up no writer. The copy is packed: nothing deleted is left in it.
    private static void Copy(string from, string to)
    {
        OwnerOnly.Create(to);
        using (var db = Db.OpenToCopy(from))
        {
            db.Execute($"VACUUM INTO '{to.Replace("'", "''", StringComparison.Ordinal)}'");
        }

        Flush(to);
    }

    // Sealed files are written once and never changed; one that goes meanwhile has been destroyed, which is as it should be.
    private static void CopyFiles(string from, string to)
    {
        if (!Directory.Exists(from)) return;
        OwnerOnly.CreateFolder(to);
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, path));
            OwnerOnly.CreateFolder(Path.GetDirectoryName(copy)!);
            try { File.Copy(path, copy); }
            catch (FileNotFoundException) { continue; }
            OwnerOnly.Restrict(copy);
            Flush(copy);
        }
    }

    private static void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    private static string Why(Exception e) => e is SqliteException sqlite ? Unavailable.From(sqlite).Message : e.Message;
}

/// <summary>Why a backup, or restoring one, did not come about: one sentence for the operator.</summary>
public sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);
