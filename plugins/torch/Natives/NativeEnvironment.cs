using System.Runtime.InteropServices;

namespace Memti.Plugins.Torch.Natives;

/// <summary>
/// Variables that libtorch and its libraries read when they are loaded, from the environment of the C library, which .NET's own does not
/// change. What the user has set stays.
/// </summary>
internal static partial class NativeEnvironment
{
    private static readonly (string Name, string Value)[] Variables =
    [
        // Idle threads of OpenMP sleep instead of spin. Measured: on a machine whose processors are busy, two threads that spin take ten
        // times as long as two that sleep.
        ("OMP_WAIT_POLICY", "PASSIVE"),
        // Else libtorch writes a line for each small convolution on processors that one of its libraries does not support.
        ("TORCH_CPP_LOG_LEVEL", "ERROR"),
    ];

    /// <summary>Sets the variables for libraries that are loaded from now on.</summary>
    public static void Prepare()
    {
        foreach ((string name, string value) in Variables)
            if (!OperatingSystem.IsWindows())
                _ = Set(name, value, overwrite: 0);
            else if (Environment.GetEnvironmentVariable(name) is null)
                _ = SetOnWindows(name, value);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Set(string name, string value, int overwrite);

    [LibraryImport("ucrtbase", EntryPoint = "_putenv_s", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetOnWindows(string name, string value);
}
