using System.Runtime.InteropServices;

namespace Memti.Plugins.Torch.Natives;

/// <summary>Lets idle threads of OpenMP sleep instead of spin, unless the user chose otherwise.</summary>
/// <remarks>
/// Measured: on a machine whose processors are busy, two threads that spin take ten times as long as two that sleep. OpenMP reads the
/// variable when it is loaded, from the environment of the C library, which .NET's own does not change.
/// </remarks>
internal static partial class OpenMpWaits
{
    private const string Variable = "OMP_WAIT_POLICY";

    /// <summary>Sets the variable for libraries that are loaded from now on.</summary>
    public static void MakePassive()
    {
        if (OperatingSystem.IsWindows())
        {
            if (Environment.GetEnvironmentVariable(Variable) is null)
                _ = SetOnWindows(Variable, "PASSIVE");
        }
        else
        {
            _ = Set(Variable, "PASSIVE", overwrite: 0);
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Set(string name, string value, int overwrite);

    [LibraryImport("ucrtbase", EntryPoint = "_putenv_s", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetOnWindows(string name, string value);
}
