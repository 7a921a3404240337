using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Runs.Tests.Machines;

/// <summary>An accelerator with registers that brings no driver for them.</summary>
internal sealed class UndrivenAccelerator : IDeviceAccelerator
{
    private readonly NvdlaAccelerator _engine = new(new NvdlaOptions());

    public AcceleratorFigures Figures => _engine.Figures;

    public InferencePlan Plan(Network network, Placement placement) => _engine.Plan(network, placement);

    public IBusDevice CreateDevice(IDeviceHost host) => _engine.CreateDevice(host);
}
