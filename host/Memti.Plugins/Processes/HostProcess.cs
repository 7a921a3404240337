using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Codes;
using Memti.Plugins.Output;

namespace Memti.Plugins.Processes;

/// <summary>
/// Keeps the end of the process in the hands of the host. Plugin code shares the process: it may end it, throw on threads of its own, keep
/// it alive with foreground threads, and hang in a handler that runs when it ends.
/// </summary>
/// <remarks>
/// Out of reach are a stack overflow, <see cref="Environment.FailFast(string)"/>, memory that native code destroys, and a plugin that takes
/// all memory. A worker process (<c>--isolate</c>) is for those.
/// </remarks>
public static class HostProcess
{
    /// <summary>Longest time that handlers of the process's end may take together, once the host is done.</summary>
    public static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(2);

    private static readonly Lock Gate = new();
    private static readonly List<PosixSignalRegistration> Signals = [];

    private static int _failures;
    private static bool _isDone;
    private static bool _isSignalled;

    /// <summary>True when plugin code has thrown on a thread of its own.</summary>
    public static bool HasFailures => Volatile.Read(ref _failures) > 0;

    /// <summary>
    /// Takes charge. Call it before any plugin is loaded: handlers of the process's end run in the order in which they come.
    /// </summary>
    public static void Install()
    {
        lock (Gate)
        {
            if (Signals.Count > 0)
                return;
            // Whoever ends the process by a signal is not a plugin.
            PosixSignal[] ends = [PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGINT, PosixSignal.SIGQUIT];
            foreach (PosixSignal signal in ends)
                Signals.Add(PosixSignalRegistration.Create(signal, static _ => Volatile.Write(ref _isSignalled, true)));
            WorkerPipe.Serve();
            ExceptionHandling.SetUnhandledExceptionHandler(IsOfPlugin);
            AppDomain.CurrentDomain.ProcessExit += static (_, _) => End();
        }
    }

    /// <summary>
    /// Ends the process with an exit code. Foreground threads of plugins do not hold it, and their handlers of its end have
    /// <see cref="LongestFarewell"/>.
    /// </summary>
    /// <param name="exitCode">The exit code of the command.</param>
    public static void Leave(int exitCode)
    {
        Volatile.Write(ref _isDone, true);
        WorkerPipe.Report();
        new Thread(() => Bound(exitCode)) { IsBackground = true, Name = "memti farewell" }.Start();
        Environment.Exit(exitCode);
    }

    private static void Bound(int exitCode)
    {
        Thread.Sleep(LongestFarewell);
        string seconds = LongestFarewell.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        Say(new Diagnostic(PluginCodes.PluginHeldExit, $"plugin code held the end of the process for {seconds} s, and was not waited for.")
        {
            Severity = Severity.Warning,
        });
        ProcessEnd.Now(exitCode);
    }

    // Runs before any handler of a plugin, on a thread that does not tell who ends the process.
    private static void End()
    {
        if (Volatile.Read(ref _isDone) || Volatile.Read(ref _isSignalled))
            return;
        string[] called = [.. PluginOutput.Called.Order(StringComparer.Ordinal)];
        string who = called.Length == 0 ? "plugin code" : $"plugin '{string.Join("' or '", called)}'";
        Say(new Diagnostic(
            PluginCodes.PluginEndedProcess, $"{who} ended the process before the command was done; there is no whole result."));
        WorkerPipe.Report();
        ProcessEnd.Now(1);
    }

    private static bool IsOfPlugin(Exception error)
    {
        if ((PluginOutput.Current ?? OwnerOf(new StackTrace(error))) is not { } plugin)
            return false;
        Interlocked.Increment(ref _failures);
        Say(new Diagnostic(
            DiagnosticCode.PluginThrew,
            $"plugin '{plugin}' threw {error.GetType().Name} on a thread of its own: {ExceptionText.MessageOf(error)}"));
        return true;
    }

    /// <summary>The plugin whose code is nearest to the top of a stack, by the name of its assembly; null for none.</summary>
    private static string? OwnerOf(StackTrace stack) => stack.GetFrames()
        .Select(static frame => frame.GetMethod()?.Module.Assembly)
        .OfType<Assembly>()
        .FirstOrDefault(static assembly => AssemblyLoadContext.GetLoadContext(assembly) != AssemblyLoadContext.Default)
        ?.GetName()
        .Name;

    private static void Say(Diagnostic finding)
    {
        Console.Error.WriteLine(finding);
        Console.Error.Flush();
    }
}
