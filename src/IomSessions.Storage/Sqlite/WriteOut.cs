using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace IomSessions.Storage.Sqlite;

/// <summary>
/// Brings what waits in memory for a file to the disk little by little: a disk that is given some thousand pages at once lets every
/// commit beside them wait until it has them all.
/// </summary>
/// <remarks>Where the system has no such call (other than Linux) nothing is done. It promises nothing: what it leaves, or fails to write, is
/// left to whoever flushes the file.</remarks>
internal static class WriteOut
{
    private const long PieceBytes = 1024 * 1024;
    private const uint WriteAndWait = 2 | 4; // SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER

    /// <summary>What takes less had nothing to write.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMicroseconds(50);

    /// <param name="rest">Called after each piece that was written, to leave the disk to others; false: enough.</param>
    public static void Gently(SafeFileHandle file, Func<bool> rest)
    {
        if (!OperatingSystem.IsLinux()) return;
        for (long at = 0, length = RandomAccess.GetLength(file); at < length; at += PieceBytes)
        {
            var began = TimeProvider.System.GetTimestamp();
            if (sync_file_range(file, at, PieceBytes, WriteAndWait) != 0) return;
            if (TimeProvider.System.GetElapsedTime(began) > Shortest && !rest()) return;
        }
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
#pragma warning disable SYSLIB1054, IDE1006 // generated marshalling would need unsafe code in all of the project; its name is the system's
    private static extern int sync_file_range(SafeFileHandle file, long from, long bytes, uint flags);
#pragma warning restore SYSLIB1054, IDE1006
}
