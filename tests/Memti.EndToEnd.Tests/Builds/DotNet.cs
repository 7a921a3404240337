using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace Memti.EndToEnd.Tests.Builds;

/// <summary>The <c>dotnet</c> command in a folder, without what the build that runs the tests left in the environment.</summary>
internal sealed class DotNet : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Process _process;
    private readonly string _command;

    private DotNet(string folder, string[] arguments)
    {
        // A first argument NAME=value is a variable of the environment, as in a shell.
        string[] variables = [.. arguments.TakeWhile(static argument => argument.StartsWith("MSBUILD", StringComparison.Ordinal))];
        _command = string.Join(' ', arguments);
        _process = Process.Start(Start(folder, variables, [.. arguments.Skip(variables.Length)]))!;
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it has written so far.</summary>
    public string Output => string.Join('\n', _lines);

    public int ExitCode => _process.ExitCode;

    public static DotNet Begin(string folder, params string[] arguments) => new(folder, arguments);

    /// <summary>Runs it to its end.</summary>
    public static DotNet Run(string folder, params string[] arguments) => Begin(folder, arguments).WaitForEnd();

    /// <summary>Runs it to an end that must be a good one.</summary>
    public static DotNet Done(string folder, params string[] arguments)
    {
        DotNet run = Run(folder, arguments);
        run.ExitCode.ShouldBe(0, run.Output);
        return run;
    }

    public DotNet WaitForEnd(Action? look = null)
    {
        if (!SpinWait.SpinUntil(() => HasEnded(look), Limit))
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dotnet {_command} did not end within {Limit}: {Output}");
        }

        _process.WaitForExit();
        return this;
    }

    /// <summary>Waits until it has written a text.</summary>
    public void WaitFor(string text) => SpinWait.SpinUntil(() => _process.HasExited || Has(text), Limit);

    /// <summary>Presses Ctrl+C.</summary>
    public void Interrupt() => Signal("-INT");

    /// <summary>Sends a signal to the command alone.</summary>
    public void Signal(string signal) =>
        Process.Start("kill", [signal, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();

    public void Dispose() => _process.Dispose();

    /// <summary>True when it has ended; else somebody looks what it does.</summary>
    private bool HasEnded(Action? look)
    {
        look?.Invoke();
        return _process.WaitForExit(TimeSpan.FromMilliseconds(50));
    }

    private bool Has(string text)
    {
        Thread.Sleep(50);
        return _lines.Any(line => line.Contains(text, StringComparison.Ordinal));
    }

    private void Take(string? line)
    {
        if (line is not null)
            _lines.Enqueue(line);
    }

    private static ProcessStartInfo Start(string folder, string[] variables, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string name in start.Environment.Keys
            .Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name is "DOTNET_HOST_PATH")
            .ToArray())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = variables.Length > 0 ? "0" : "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (string[] variable in variables.Select(static variable => variable.Split('=', 2)))
            start.Environment[variable[0]] = variable[1];
        return start;
    }
}
