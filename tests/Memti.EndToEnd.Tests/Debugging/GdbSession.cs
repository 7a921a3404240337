using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Memti.EndToEnd.Tests.Debugging;

/// <summary><c>memti debug</c> and the GNU debugger as its client, each in its process.</summary>
internal sealed partial class GdbSession : IDisposable
{
    public const string Debugger = "gdb-multiarch";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Process _memti;
    private readonly Task<string> _output;
    private readonly List<string> _errors = [];
    private readonly TaskCompletionSource<int> _port = new();
    private readonly string _elf;

    public GdbSession(DebuggedFirmware firmware, params string[] options)
    {
        _elf = firmware.Elf;
        _memti = Memti.Start(["debug", firmware.Scenario, "--design", "c", "--port", "0", .. options]);
        _output = _memti.StandardOutput.ReadToEndAsync();
        _memti.ErrorDataReceived += (_, line) => Hear(line.Data);
        _memti.BeginErrorReadLine();
    }

    /// <summary>The port that the server chose.</summary>
    public int Port => _port.Task.Wait(Limit) ? _port.Task.Result : throw new TimeoutException(Errors);

    /// <summary>What the server printed to standard error so far.</summary>
    public string Errors
    {
        get
        {
            lock (_errors)
                return string.Join('\n', _errors);
        }
    }

    /// <summary>Runs commands of the debugger and returns what it printed.</summary>
    public string Run(params string[] commands)
    {
        using Process gdb = Start(commands);
        return Finish(gdb);
    }

    /// <summary>Runs commands of the debugger, which is interrupted as by Ctrl-C after a while.</summary>
    public string RunInterrupted(TimeSpan after, params string[] commands)
    {
        using Process gdb = Start(commands);
        Thread.Sleep(after);
        using Process kill = Process.Start("kill", ["-INT", gdb.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        return Finish(gdb);
    }

    /// <summary>Waits for the end of the server.</summary>
    public Memti End()
    {
        if (!_memti.WaitForExit(Limit))
            throw new TimeoutException(Errors);
        _memti.WaitForExit();
        return new Memti(_memti.ExitCode, _output.Result, Errors);
    }

    public void Dispose()
    {
        if (!_memti.HasExited)
            _memti.Kill(entireProcessTree: true);
        _memti.Dispose();
    }

    private static string Finish(Process gdb)
    {
        Task<string> errors = gdb.StandardError.ReadToEndAsync();
        Task<string> output = gdb.StandardOutput.ReadToEndAsync();
        if (!gdb.WaitForExit(Limit))
            gdb.Kill();
        return output.Result + errors.Result;
    }

    private Process Start(string[] commands)
    {
        string[] all = ["set confirm off", "set pagination off", $"target remote 127.0.0.1:{Port}", .. commands];
        string[] words = ["-nx", "-batch", _elf, .. all.SelectMany(static command => (string[])["-ex", command])];
        return Process.Start(new ProcessStartInfo(Debugger, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (_errors)
            _errors.Add(line);
        if (PortPattern().Match(line) is { Success: true } match)
            _port.TrySetResult(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"127\.0\.0\.1:(\d+)")]
    private static partial Regex PortPattern();
}
