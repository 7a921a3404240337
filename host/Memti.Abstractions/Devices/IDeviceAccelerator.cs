using Memti.Abstractions.Accelerators;

namespace Memti.Abstractions.Devices;

/// <summary>An accelerator that can also be programmed through registers.</summary>
public interface IDeviceAccelerator : IAccelerator
{
    /// <summary>Makes a device of this accelerator's options, just out of reset.</summary>
    /// <param name="host">The system that the device becomes part of.</param>
    IBusDevice CreateDevice(IDeviceHost host);
}
