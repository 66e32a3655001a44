using System.Text;
using IomSessions.Client;
using IomSessions.Wire;

namespace IomSessions.Server.Tests.Crashes;

/// <summary>Files when the server is killed: what was acknowledged is whole, and of what was not nothing is left.</summary>
public sealed class UploadKillTests
{
    [Fact]
    public async Task DL3_SI3_a_file_that_was_acknowledged_survives_kill_9_and_half_of_one_leaves_nothing()
    {
        using var data = new DataDirectory();
        var server = await ServerProcess.StartAsync(data);
        try
        {
            await using var scene = await Scene.MakeAsync(server.Address, await server.HouseTokenAsync());
            using var http = new HttpClient { BaseAddress = server.Address };
            var files = new SessionFiles(http, scene.Session, scene.Ana.Bearer);
            var (said, unsaid) = (Bytes("said ", 300_000), Bytes("not yet said ", 200_000));
            var first = await files.UploadAsync(scene.Ana.Sitting, "said.txt", new MemoryStream(said));
            await scene.Ana.DoAsync(new Say(scene.Ana.Sitting, "", "en", [first.File]));
            var second = await files.UploadAsync(scene.Ana.Sitting, "later.txt", new MemoryStream(unsaid));
            using var begun = new Begun(Path.Combine(data.Path, "files"));
            using var half = new Halting(Bytes("half ", 500_000), haltsAt: 350_000);
            var broken = files.UploadAsync(scene.Ana.Sitting, "half.txt", half);
            await half.Halts.InTime();
            await begun.Part.InTime();
            var port = server.Address.Port;
            await server.KillAsync();
            half.GoOn();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => broken);
            await server.DisposeAsync();

            server = await ServerProcess.StartAsync(data, port);
            Assert.Empty(Parts(data));
            Assert.Equal(2, Kept(data).Count());
            Assert.Equal(said, await DownloadAsync(files, first.File));
            await scene.Ana.DoAsync(new Say(scene.Ana.Sitting, "", "en", [second.File]));
            Assert.Equal(unsaid, await DownloadAsync(files, second.File));
            var again = await files.UploadAsync(scene.Ana.Sitting, "half.txt", new MemoryStream(Bytes("half ", 500_000)));
            await scene.Ana.DoAsync(new Say(scene.Ana.Sitting, "", "en", [again.File]));
            Assert.Equal(Bytes("half ", 500_000), await DownloadAsync(files, again.File));
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static IEnumerable<FileInfo> Parts(DataDirectory data) => All(data).Where(file => file.Extension.Length > 0);

    private static IEnumerable<FileInfo> Kept(DataDirectory data) => All(data).Where(file => file.Extension.Length == 0);

    private static FileInfo[] All(DataDirectory data) => new DirectoryInfo(Path.Combine(data.Path, "files")).GetFiles("*", SearchOption.AllDirectories);

    private static byte[] Bytes(string words, int length) => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(words, (length / words.Length) + 1)))[..length];

    private static async Task<byte[]> DownloadAsync(SessionFiles files, string file)
    {
        await using var stream = await files.DownloadAsync(file);
        using var got = new MemoryStream();
        await stream.CopyToAsync(got);
        return got.ToArray();
    }

    /// <summary>Sees a file begin.</summary>
    private sealed class Begun : IDisposable
    {
        private readonly FileSystemWatcher _watcher;
        private readonly TaskCompletionSource _part = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Begun(string folder)
        {
            _watcher = new FileSystemWatcher(folder, "*.part") { IncludeSubdirectories = true };
            _watcher.Changed += (_, _) => _part.TrySetResult();
            _watcher.EnableRaisingEvents = true;
        }

        public Task Part => _part.Task;

        public void Dispose() => _watcher.Dispose();
    }

    /// <summary>Gives a part of what it holds, and the rest when it is told to.</summary>
    private sealed class Halting(byte[] bytes, int haltsAt) : MemoryStream(bytes)
    {
        private readonly TaskCompletionSource _halts = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _goesOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Halts => _halts.Task;

        public void GoOn() => _goesOn.TrySetResult();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position < haltsAt)
            {
                return await base.ReadAsync(buffer[..(int)Math.Min(buffer.Length, haltsAt - Position)], cancellationToken);
            }

            _halts.TrySetResult();
            await _goesOn.Task.WaitAsync(cancellationToken);
            return await base.ReadAsync(buffer, cancellationToken);
        }

        // what the HTTP client copies with
        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            var buffer = new byte[16_384];
            while (await ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                await destination.FlushAsync(cancellationToken);
            }
        }
    }
}
