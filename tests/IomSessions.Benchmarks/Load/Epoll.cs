using System.Runtime.InteropServices;

namespace IomSessions.Benchmarks.Load;

/// <summary>Which sockets have something to read: Linux only, one thread for all of them, so that the load costs little beside what it loads.</summary>
internal sealed unsafe partial class Epoll : IDisposable
{
    private const int Add = 1;
    private const int Delete = 2;
    private const uint Readable = 1;
    private const int Most = 1024;

    // the kernel packs its struct on x86-64 and nowhere else
    private static readonly int Size = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 12 : 16;

    private readonly int _epoll = Create(0);
    private readonly byte* _events = (byte*)NativeMemory.AllocZeroed((nuint)(Most * Size));

    /// <summary>What <see cref="Wait"/> names a ready socket by.</summary>
    public void Watch(int socket, int key)
    {
        var change = stackalloc byte[16];
        *(uint*)change = Readable;
        *(int*)(change + Size - 8) = key;
        if (Control(_epoll, Add, socket, change) != 0)
        {
            throw new InvalidOperationException($"epoll_ctl failed with {Marshal.GetLastPInvokeError()}");
        }
    }

    public void Forget(int socket)
    {
        var change = stackalloc byte[16];
        _ = Control(_epoll, Delete, socket, change);
    }

    /// <summary>Keys of sockets that can be read, after at most so many milliseconds.</summary>
    public int Wait(Span<int> keys, int milliseconds)
    {
        var count = WaitFor(_epoll, _events, Math.Min(Most, keys.Length), milliseconds);
        for (var at = 0; at < count; at++)
        {
            keys[at] = *(int*)(_events + (at * Size) + Size - 8);
        }

        return Math.Max(0, count);
    }

    public void Dispose()
    {
        _ = Close(_epoll);
        NativeMemory.Free(_events);
    }

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    private static partial int Create(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    private static partial int Control(int epoll, int operation, int socket, byte* change);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    private static partial int WaitFor(int epoll, byte* events, int most, int milliseconds);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
