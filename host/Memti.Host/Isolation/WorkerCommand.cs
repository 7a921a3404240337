using System.Diagnostics;
using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Host.Commands;
using Memti.Host.Rendering;
using Memti.Plugins.Codes;
using Memti.Plugins.Processes;

namespace Memti.Host.Isolation;

/// <summary>
/// Runs a command in a worker process. Whatever plugin code does there - it overflows the stack, destroys memory, takes all of it, never
/// ends - this process stays, and says what became of the command.
/// </summary>
internal static class WorkerCommand
{
    private const string HeapLimit = "DOTNET_GCHeapHardLimit";

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs the command.</summary>
    /// <param name="words">The words of the command line.</param>
    /// <param name="limits">What the worker may take.</param>
    /// <returns>The worker's exit code; 1, with a finding, when it did not come to its end.</returns>
    public static int Run(string[] words, WorkerLimits limits)
    {
        using var pipe = new WorkerPipe();
        ProcessStartInfo start = StartOf(words);
        start.Environment[HeapLimit] = limits.Memory.ToString("x", CultureInfo.InvariantCulture);
        pipe.AddTo(start.Environment);
        using Process worker = Process.Start(start)!;
        pipe.HandOver();
        using var signals = new ForwardedSignals(worker);
        string? end = Watch(worker, limits);
        worker.WaitForExit();
        if (end is null && pipe.WasDone())
            return worker.ExitCode;
        if (signals.WasCancelled)
            return ExitCode.Cancelled;
        DiagnosticPrinter.Print(Console.Error, [new Diagnostic(PluginCodes.WorkerEnded, end ?? HowItEnded(worker.ExitCode))]);
        return ExitCode.Findings;
    }

    // The same program: its own executable, or the dotnet that runs its assembly.
    private static ProcessStartInfo StartOf(string[] words)
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("A process without an executable.");
        string assembly = Environment.GetCommandLineArgs()[0];
        bool isHosted = Path.GetFileNameWithoutExtension(program) == "dotnet";
        return new ProcessStartInfo(program, isHosted ? [assembly, .. words] : words);
    }

    /// <summary>Waits for the worker, and ends it when it takes too much; says so, or null.</summary>
    private static string? Watch(Process worker, WorkerLimits limits)
    {
        long started = Stopwatch.GetTimestamp();
        while (!worker.WaitForExit(Tick))
        {
            worker.Refresh();
            string? excess = limits.Time is { } most && Stopwatch.GetElapsedTime(started) > most ? TooLong(most)
                : ResidentBytes(worker) > limits.Memory ? TooMuch(limits.Memory)
                : null;
            if (excess is null)
                continue;
            worker.Kill(entireProcessTree: true);
            return excess;
        }

        return null;
    }

    private static long ResidentBytes(Process worker)
    {
        try
        {
            return worker.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0; // it has just ended
        }
    }

    private static string TooLong(TimeSpan most) => string.Create(
        CultureInfo.InvariantCulture, $"the worker process took longer than {most.TotalSeconds:0.###} s, and was ended.");

    private static string TooMuch(long bytes) => string.Create(
        CultureInfo.InvariantCulture, $"the worker process took more memory than {bytes >> 20} MiB, and was ended.");

    // A process that a signal ended has 128 + its number as its exit code.
    private static string HowItEnded(int exitCode) => string.Create(
        CultureInfo.InvariantCulture,
        $"the worker process ended with code {exitCode}{SignalOf(exitCode)} before the command was done; there is no whole result.");

    private static string SignalOf(int exitCode) => (exitCode - 128) switch
    {
        6 => " (SIGABRT: a stack overflow, FailFast, or memory that native code destroyed)",
        9 => " (SIGKILL: as when the system is out of memory)",
        11 => " (SIGSEGV: native code destroyed memory)",
        _ => "",
    };
}
