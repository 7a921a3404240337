using System.Runtime.InteropServices;

namespace Memti.Plugins.Torch.Natives;

/// <summary>Files of libtorch and of its wrapper on one platform.</summary>
/// <param name="Package">The package that has libtorch.</param>
/// <param name="InOrder">The files, each after those that it needs.</param>
/// <param name="Cuda">The file that only a libtorch for CUDA has.</param>
internal sealed record LibraryNames(string Package, IReadOnlyList<string> InOrder, string Cuda)
{
    /// <summary>Version of libtorch that the wrapper was built for.</summary>
    public const string Version = "2.10.0";

    /// <summary>The files on this platform; null where TorchSharp has no wrapper.</summary>
    public static LibraryNames? OfThisPlatform() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 when OperatingSystem.IsLinux() => new(
            "libtorch-cpu-linux-x64", ["libc10.so", "libtorch_cpu.so", "libtorch.so", "libLibTorchSharp.so"], "libtorch_cuda.so"),
        Architecture.X64 when OperatingSystem.IsWindows() => new(
            "libtorch-cpu-win-x64", ["c10.dll", "torch_cpu.dll", "torch.dll", "LibTorchSharp.dll"], "torch_cuda.dll"),
        Architecture.Arm64 when OperatingSystem.IsMacOS() => new(
            "libtorch-cpu-osx-arm64",
            ["libc10.dylib", "libtorch_cpu.dylib", "libtorch.dylib", "libLibTorchSharp.dylib"],
            "libtorch_cuda.dylib"),
        _ => null,
    };
}
