using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IomSessions.Benchmarks.Hosts;

/// <summary>nginx with Debian's nchan module: a master and a worker for each core.</summary>
internal sealed class Nchan : IMeasured
{
    private const string Module = "/usr/lib/nginx/modules/ngx_nchan_module.so";
    private const double TicksPerSecond = 100;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iomsessions-nchan-");
    private readonly Process _master;

    private Nchan(int port)
    {
        if (!OperatingSystem.IsWindows())
        {
            // the workers are another account's
            File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_111_111);
        }

        var file = Path.Combine(_folder.FullName, "nginx.conf");
        File.WriteAllText(file, $$"""
            load_module {{Module}};
            daemon off; pid {{_folder.FullName}}/pid; error_log {{_folder.FullName}}/error.log crit;
            worker_processes {{Environment.ProcessorCount}}; worker_rlimit_nofile 20000;
            events { worker_connections 15000; }
            http {
              access_log off; client_body_temp_path {{_folder.FullName}}/body; proxy_temp_path {{_folder.FullName}}/proxy;
              fastcgi_temp_path {{_folder.FullName}}/fastcgi; uwsgi_temp_path {{_folder.FullName}}/uwsgi; scgi_temp_path {{_folder.FullName}}/scgi;
              server {
                listen 127.0.0.1:{{port}} backlog=4096;
                location = /events { nchan_subscriber eventsource; nchan_channel_id feed; nchan_subscriber_first_message newest; }
                location = /publish { nchan_publisher http; nchan_channel_id feed; }
              }
            }
            """);
        _master = Process.Start(new ProcessStartInfo("nginx", ["-c", file, "-p", _folder.FullName]))!;
        Address = new Uri($"http://127.0.0.1:{port}");
    }

    /// <summary>Debian has it as <c>nginx libnginx-mod-nchan</c>.</summary>
    public static bool IsInstalled => File.Exists(Module) && File.Exists("/usr/sbin/nginx");

    public Uri Address { get; }

    public double CpuSeconds => Processes().Sum(process => File.ReadAllText($"/proc/{process}/stat") is var stat
        ? stat[(stat.LastIndexOf(')') + 2)..].Split(' ').Skip(11).Take(2).Sum(Number) / TicksPerSecond
        : 0);

    public double ResidentKb => Processes().Sum(process => File.ReadLines($"/proc/{process}/smaps_rollup")
        .Where(line => line.StartsWith("Pss:", StringComparison.Ordinal))
        .Sum(line => Number(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1])));

    public static Nchan Start()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var nchan = new Nchan(port);
        for (var tries = 0; tries < 500; tries++)
        {
            try
            {
                using var client = new TcpClient();
                client.Connect(IPAddress.Loopback, port);
                return nchan;
            }
            catch (SocketException)
            {
                Thread.Sleep(20);
            }
        }

        nchan.Dispose();
        throw new InvalidOperationException("nginx did not start");
    }

    public void Kill()
    {
        if (!_master.HasExited)
        {
            // the master ends its workers when it is asked to; killed outright it would leave them
            using var kill = Process.Start("kill", ["-TERM", $"{_master.Id}"]);
            kill.WaitForExit();
            _master.WaitForExit();
        }
    }

    public void Dispose()
    {
        Kill();
        _master.Dispose();
        _folder.Delete(recursive: true);
    }

    private IEnumerable<int> Processes() =>
        File.ReadAllText($"/proc/{_master.Id}/task/{_master.Id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(child => int.Parse(child, CultureInfo.InvariantCulture)).Append(_master.Id);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
