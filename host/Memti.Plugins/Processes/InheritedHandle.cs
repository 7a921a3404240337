using System.Runtime.InteropServices;

namespace Memti.Plugins.Processes;

/// <summary>A handle that this process has from its parent.</summary>
internal static partial class InheritedHandle
{
    private const nuint LinuxCloseOnExec = 0x5451;
    private const nuint BsdCloseOnExec = 0x20006601;
    private const uint Inherit = 1;

    /// <summary>Does not pass it on to processes that this one starts.</summary>
    public static void Keep(SafeHandle handle)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                _ = SetHandleInformation(handle, Inherit, 0);
            else
                _ = Control(handle, OperatingSystem.IsLinux() ? LinuxCloseOnExec : BsdCloseOnExec);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            // Without it, a process that a plugin leaves behind may hold the command until it ends.
        }
    }

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int Control(SafeHandle descriptor, nuint request);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetHandleInformation(SafeHandle handle, uint mask, uint flags);
}
