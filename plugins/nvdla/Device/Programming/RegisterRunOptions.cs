using Memti.Abstractions.Units;

namespace Memti.Plugins.Nvdla.Device.Programming;

/// <summary>How fast a driver is.</summary>
public sealed record RegisterRunOptions
{
    /// <summary>Time from an interrupt to the driver's first access: at least one cycle of the device. Default: one cycle.</summary>
    public SimTime? Latency { get; init; }

    /// <summary>Time of one register write. Default: none.</summary>
    public SimTime WriteTime { get; init; }
}
