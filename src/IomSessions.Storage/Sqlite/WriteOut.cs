using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace IomSessions.Storage.Sqlite;

/// <summary>
/// Brings what waits in memory for a file to the disk little by little: a disk that is given some thousand pages at once lets every
/// commit beside them wait until it has them all.
/// </summary>
/// <remarks>Where the system has no such call (other than Linux) nothing is done. It promises nothing: what it leaves is left to whoever
/// flushes the file.</remarks>
internal static class WriteOut
{
    private const long PieceBytes = 1024 * 1024;
    private const uint WriteAndWait = 2 | 4; // SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER
    private const int InputOutput = 5, NoSpace = 28, Quota = 122, Unknown = 38; // EIO, ENOSPC, EDQUOT, ENOSYS

    /// <summary>What takes less had nothing to write.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMicroseconds(50);

    /// <param name="rest">Called after each piece that was written, to leave the disk to others; false: enough.</param>
    /// <exception cref="IOException">The disk has not taken it, and will not be asked for it again: the system tells that once, and then holds
    /// the pages for written.</exception>
    public static void Gently(SafeFileHandle file, Func<bool> rest)
    {
        if (!OperatingSystem.IsLinux()) return;
        for (long at = 0, length = RandomAccess.GetLength(file); at < length; at += PieceBytes)
        {
            var began = TimeProvider.System.GetTimestamp();
            switch (Write(file, at))
            {
                case 0: break;
                case var error and (InputOutput or NoSpace or Quota): throw new IOException($"The disk has not taken what was to be written (errno {error}).");
                default: return;
            }

            if (TimeProvider.System.GetElapsedTime(began) > Shortest && !rest()) return;
        }
    }

    // 0, or the system's error
    private static int Write(SafeFileHandle file, long at)
    {
        try
        {
            return sync_file_range(file, at, PieceBytes, WriteAndWait) == 0 ? 0 : Marshal.GetLastPInvokeError();
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            return Unknown;
        }
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
#pragma warning disable SYSLIB1054, IDE1006 // generated marshalling would need unsafe code in all of the project; its name is the system's
    private static extern int sync_file_range(SafeFileHandle file, long from, long bytes, uint flags);
#pragma warning restore SYSLIB1054, IDE1006
}
