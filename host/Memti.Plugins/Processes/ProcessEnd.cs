using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Memti.Plugins.Processes;

/// <summary>Ends the process without asking anyone in it.</summary>
internal static partial class ProcessEnd
{
    /// <summary>Ends it with an exit code; does not return.</summary>
    public static void Now(int exitCode)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                _ = TerminateProcess(-1, (uint)exitCode);
            else
                Exit(exitCode);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            Process.GetCurrentProcess().Kill(); // the exit code is lost, but not the end
        }
    }

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void Exit(int exitCode);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool TerminateProcess(nint process, uint exitCode);
}
