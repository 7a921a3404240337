using Memti.Abstractions.Units;

namespace Memti.Plugins.Nvdla.Device.Layers;

/// <summary>A layer that a device has run.</summary>
/// <param name="Start">When all its units were enabled and the one before it was done.</param>
/// <param name="End">When it was done.</param>
/// <param name="Demand">What it computed and moved.</param>
internal sealed record LayerRecord(SimTime Start, SimTime End, LayerDemand Demand)
{
    /// <summary>From start to end.</summary>
    internal SimTime Duration => End - Start;
}
