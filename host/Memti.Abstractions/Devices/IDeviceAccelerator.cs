using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;

namespace Memti.Abstractions.Devices;

/// <summary>An accelerator that can also be programmed through registers.</summary>
public interface IDeviceAccelerator : IAccelerator
{
    /// <summary>Creates a device with this accelerator's options, in its reset state.</summary>
    /// <param name="host">The system around the device.</param>
    IBusDevice CreateDevice(IDeviceHost host);

    /// <summary>Creates a driver for a device of this accelerator.</summary>
    /// <param name="bus">The bus that the device is on.</param>
    /// <param name="baseAddress">Start of the device's window.</param>
    /// <param name="device">The device, made by <see cref="CreateDevice"/>.</param>
    /// <exception cref="NotSupportedException">This accelerator has no driver.</exception>
    IInferenceDriver CreateDriver(IBus bus, ulong baseAddress, IBusDevice device) =>
        throw new NotSupportedException("This accelerator has no driver.");

    /// <summary>The register writes of one inference, layer by layer, for firmware in another language.</summary>
    /// <exception cref="NotSupportedException">This accelerator has no driver.</exception>
    IReadOnlyList<LayerProgram> ProgramOf(Network network, NetworkAddresses addresses) =>
        throw new NotSupportedException("This accelerator has no driver.");
}
