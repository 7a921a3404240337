using System.Runtime.InteropServices;

namespace Memti.Plugins.Output;

/// <summary>The handle under standard output, which native code, child processes and opened streams use.</summary>
internal static partial class StandardOutputHandle
{
    private const int UnixOutput = 1;
    private const int UnixErrors = 2;
    private const int WindowsOutput = -11;
    private const int WindowsErrors = -12;

    /// <summary>Makes it another handle of standard error. Streams that were opened before keep writing to standard output.</summary>
    public static void PointAtErrors()
    {
        try
        {
            if (OperatingSystem.IsWindows())
                _ = SetStdHandle(WindowsOutput, GetStdHandle(WindowsErrors));
            else
                _ = Duplicate(UnixErrors, UnixOutput); // a process without standard error keeps its output
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            // Without it, only what bypasses Console.Out still reaches standard output.
        }
    }

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Duplicate(int from, int to);

    [LibraryImport("kernel32")]
    private static partial nint GetStdHandle(int handle);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetStdHandle(int handle, nint value);
}
