using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Memti.EndToEnd.Tests.Sweeps;

/// <summary>A Slurm of two virtual nodes on the loopback interface, with daemons, ports and keys of its own.</summary>
internal sealed class SlurmCluster : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // Paths of sockets are short.
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slurm");
    private readonly List<Process> _daemons = [];

    public SlurmCluster()
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException();
        string munge = Directory.CreateDirectory(Path.Combine(_folder.FullName, "munge")).FullName;
        File.SetUnixFileMode(munge, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_101_101);
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "state"));
        string key = Path.Combine(munge, "key");
        File.WriteAllBytes(key, RandomNumberGenerator.GetBytes(1024));
        File.SetUnixFileMode(key, UnixFileMode.UserRead);
        File.WriteAllText(Configuration, ConfigurationText());
        Start(
            "munged", "--force", "--foreground", $"--key-file={key}", $"--socket={Socket}", $"--pid-file={munge}/pid",
            $"--log-file={munge}/log", $"--seed-file={munge}/seed");
        Until(() => File.Exists(Socket));
        Start("slurmctld", "-D", "-f", Configuration);
        Start("slurmd", "-D", "-N", "n1", "-f", Configuration);
        Start("slurmd", "-D", "-N", "n2", "-f", Configuration);
        Until(() => Call("sinfo", "--noheader", "--format=%T %D").Trim() == "idle 2");
    }

    /// <summary>The file that <c>SLURM_CONF</c> names.</summary>
    public string Configuration => Path.Combine(_folder.FullName, "slurm.conf");

    private string Socket => Path.Combine(_folder.FullName, "munge.sock");

    /// <summary>Loses the second node in the midst of its work.</summary>
    public void LoseNode()
    {
        _daemons[^1].Kill(entireProcessTree: true);
        Call("scontrol", "update", "NodeName=n2", "State=DOWN", "Reason=test");
    }

    /// <summary>Calls a program of Slurm, and gives what it prints.</summary>
    public string Call(string program, params string[] words)
    {
        using Process process = Process.Start(StartOf(program, words))!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output + errors.Result;
    }

    public void Dispose()
    {
        // Nodes first, so that none waits for its controller.
        foreach (Process daemon in Enumerable.Reverse(_daemons))
        {
            if (!daemon.HasExited)
                daemon.Kill(entireProcessTree: true);
            daemon.WaitForExit(Limit);
            daemon.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private void Start(string program, params string[] words)
    {
        Process daemon = Process.Start(StartOf(program, words))!;
        daemon.OutputDataReceived += static (_, _) => { };
        daemon.ErrorDataReceived += static (_, _) => { };
        daemon.BeginOutputReadLine();
        daemon.BeginErrorReadLine();
        _daemons.Add(daemon);
    }

    private ProcessStartInfo StartOf(string program, string[] words) => new(program, words)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["SLURM_CONF"] = Configuration },
    };

    private static void Until(Func<bool> holds)
    {
        var watch = Stopwatch.StartNew();
        while (!holds())
        {
            if (watch.Elapsed > Limit)
                throw new TimeoutException("Slurm does not come up.");
            Thread.Sleep(200);
        }
    }

    private string ConfigurationText()
    {
        int[] ports = FreePorts(3);
        string host = Dns.GetHostName().Split('.')[0], folder = _folder.FullName;
        return $"""
            ClusterName=memti
            SlurmctldHost={host}(127.0.0.1)
            SlurmctldPort={ports[0]}
            AuthType=auth/munge
            AuthInfo=socket={Socket}
            CredType=cred/munge
            SlurmUser=root
            StateSaveLocation={folder}/state
            SlurmdSpoolDir={folder}/spool.%n
            SlurmctldPidFile={folder}/slurmctld.pid
            SlurmdPidFile={folder}/slurmd.%n.pid
            SlurmctldLogFile={folder}/slurmctld.log
            SlurmdLogFile={folder}/slurmd.%n.log
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            SwitchType=switch/none
            MpiDefault=none
            ReturnToService=2
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU
            CommunicationParameters=NoInAddrAny
            JobRequeue=1
            NodeName=n1 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[1]} CPUs=2 State=UNKNOWN
            NodeName=n2 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[2]} CPUs=2 State=UNKNOWN
            PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP

            """;
    }

    private static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(static _ => new TcpListener(IPAddress.Loopback, 0))];
        foreach (TcpListener listener in listeners)
            listener.Start();
        int[] ports = [.. listeners.Select(static listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (TcpListener listener in listeners)
            listener.Stop();
        return ports;
    }
}
