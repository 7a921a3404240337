using Memti.Abstractions.Accelerators;

namespace Memti.Abstractions.Devices;

/// <summary>An accelerator that can also be programmed through registers.</summary>
public interface IDeviceAccelerator : IAccelerator
{
    /// <summary>Creates a device with this accelerator's options, in its reset state.</summary>
    /// <param name="host">The system around the device.</param>
    IBusDevice CreateDevice(IDeviceHost host);
}
