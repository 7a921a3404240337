using System.Runtime.CompilerServices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Engines;
using Memti.Plugins.Torch.Codes;
using Memti.Plugins.Torch.Natives;
using TorchSharp;

namespace Memti.Plugins.Torch.Engines;

/// <summary>Devices of libtorch.</summary>
internal static class ComputeDevice
{
    /// <summary>The device, ready to be used.</summary>
    /// <exception cref="MemtiException"><see cref="TorchCodes.DeviceMissing"/>.</exception>
    public static torch.Device Of(TrainingDevice device)
    {
        if (device == TrainingDevice.Cpu)
            return torch.CPU;
        if (LibraryNames.OfThisPlatform() is not { } names || !NativeLibraries.HasCuda(names))
            throw Missing("libtorch in the plugin's folder is one without CUDA; place one with CUDA there, or set MemtiLibTorchPath to it");
        return IsThere() ? torch.CUDA : throw Missing("libtorch finds no graphics processor of NVIDIA with a driver");
    }

    /// <summary>Name of a device in reports.</summary>
    /// <exception cref="MemtiException"><see cref="TorchCodes.DeviceMissing"/>.</exception>
    public static string NameOf(TrainingDevice device)
    {
        _ = Of(device);
        return device == TrainingDevice.Cpu ? "cpu" : "cuda";
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsThere() => torch.TryInitializeDeviceType(DeviceType.CUDA) && torch.cuda.is_available();

    private static MemtiException Missing(string reason) => new(
        new Diagnostic(TorchCodes.DeviceMissing, $"'device' is cuda, which is not there: {reason}. Permitted here: cpu.")
        {
            Key = "device",
            Value = "cuda",
            Permitted = "cpu",
        });
}
