using System.Runtime.InteropServices;

namespace Memti.Build.Tasks.Workers;

/// <summary>
/// Notices that the build has ended without a word, as by a kill. A task host, in which tasks run, waits for its task even when the build
/// that started it is gone; its task would train for hours for nobody.
/// </summary>
internal sealed class BuildEnd : IDisposable
{
    /// <summary>The argument by which MSBuild starts a process as a task host.</summary>
    private const string TaskHost = "/nodemode:2";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly Timer _timer;

    private BuildEnd(Func<int> parent, Action ended, TimeSpan interval)
    {
        int first = parent();
        // A process whose parent ends is given to another one.
        _timer = new Timer(
            _ =>
            {
                if (parent() != first)
                    ended();
            },
            null,
            interval,
            interval);
    }

    /// <summary>
    /// Watches the process that started this one. Null where this is no task host, which a terminal may outlive or not, and on Windows,
    /// where no process is given to another.
    /// </summary>
    /// <param name="ended">Called when the build has ended; more than once.</param>
    public static BuildEnd? Watch(Action ended) =>
        !OperatingSystem.IsWindows() && Environment.GetCommandLineArgs().Any(IsTaskHost) ? new BuildEnd(GetParent, ended, Interval) : null;

    /// <summary>Watches a process of a test.</summary>
    internal static BuildEnd Watch(Func<int> parent, Action ended, TimeSpan interval) => new(parent, ended, interval);

    public void Dispose() => _timer.Dispose();

    private static bool IsTaskHost(string argument) =>
        argument.TrimStart('-', '/').StartsWith(TaskHost.TrimStart('/'), StringComparison.OrdinalIgnoreCase);

    [DllImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetParent();
}
