using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Torch.Codes;
using TorchSharp;

namespace Memti.Plugins.Torch.Natives;

/// <summary>
/// Loads libtorch from the plugin's folder before TorchSharp looks for it: what is missing then has a finding. TorchSharp itself would
/// search the package cache, copy half a gigabyte, and say that a package reference is missing.
/// </summary>
internal static class NativeLibraries
{
    private static readonly Lazy<Diagnostic?> Defect = new(Load);

    /// <summary>Loads the libraries, once in a process.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="TorchCodes.LibraryMissing"/> or <see cref="TorchCodes.LibraryUnusable"/>; the same one with every call.
    /// </exception>
    public static void Require()
    {
        if (Defect.Value is { } defect)
            throw new MemtiException(defect);
    }

    /// <summary>True when the libraries of libtorch for CUDA are there.</summary>
    public static bool HasCuda(LibraryNames names) => File.Exists(Path.Combine(Folder, names.Cuda));

    private static string Folder => Path.GetDirectoryName(typeof(NativeLibraries).Assembly.Location)!;

    private static Diagnostic? Load()
    {
        if (LibraryNames.OfThisPlatform() is not { } names)
            return new Diagnostic(
                TorchCodes.LibraryMissing,
                $"there is no libtorch for {RuntimeInformation.RuntimeIdentifier} that TorchSharp can use; there is one for "
                    + "linux-x64, win-x64 and osx-arm64. 'engine: managed' needs none.")
            {
                Value = RuntimeInformation.RuntimeIdentifier,
            };
        if (names.InOrder.FirstOrDefault(static name => !File.Exists(Path.Combine(Folder, name))) is { } missing)
            return new Diagnostic(
                TorchCodes.LibraryMissing,
                $"'{missing}' is not in the plugin's folder {Folder}. It is in the package {names.Package}: a project downloads it with "
                    + $"<PackageDownload Include=\"{names.Package}\" Version=\"[{LibraryNames.Version}]\" />, and the targets of "
                    + "Memti.Plugins.Torch place it.")
            {
                Value = missing,
            };
        NativeEnvironment.Prepare();
        try
        {
            foreach (string name in names.InOrder)
                NativeLibrary.Load(Path.Combine(Folder, name));
            Initialise();
            return null;
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException or NotSupportedException
            or TypeInitializationException)
        {
            return new Diagnostic(TorchCodes.LibraryUnusable, $"libtorch in {Folder} cannot be loaded. {Reason(error)}");
        }
    }

    // Apart from its caller: TorchSharp's static constructor runs before the first statement of a method that uses its fields.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Initialise() => torch.InitializeDeviceType(DeviceType.CPU);

    private static string Reason(Exception error)
    {
        string message = (error.InnerException ?? error).Message.Trim();
        return message.Contains("GLIBCXX", StringComparison.Ordinal) || message.Contains("GLIBC_", StringComparison.Ordinal)
            ? $"{message} The C or C++ library of this system is too old: libtorch's wrapper needs those of GCC 12 and glibc 2.34."
            : message;
    }
}
