using System.Diagnostics;
using System.Runtime.InteropServices;
using IomSessions.Benchmarks.Load;

namespace IomSessions.Benchmarks.Measures;

/// <summary>What a flush to the disk costs here: 4 KiB overwritten, then fdatasync.</summary>
internal static partial class Disk
{
    private const int Times = 300;
    private const int Bytes = 4096;

    public static (double P50, double P99) Flush(string folder)
    {
        var path = Path.Combine(folder, "flush.bin");
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.None, FileOptions.DeleteOnClose);
        var page = new byte[Bytes];
        RandomAccess.Write(file, new byte[Bytes * Times], 0);
        RandomAccess.FlushToDisk(file);
        var times = new Histogram();
        for (var time = 0; time < Times; time++)
        {
            Array.Fill(page, (byte)time);
            var from = Stopwatch.GetTimestamp();
            RandomAccess.Write(file, page, (long)time * Bytes);
            if (Sync((int)file.DangerousGetHandle()) != 0)
            {
                throw new IOException("fdatasync failed");
            }

            times.Add(Stopwatch.GetElapsedTime(from).TotalMicroseconds);
        }

        return (times.Percentile(0.5), times.Percentile(0.99));
    }

    [LibraryImport("libc", EntryPoint = "fdatasync")]
    private static partial int Sync(int file);
}
