using Memti.Abstractions.Units;

namespace Memti.Plugins.Nvdla.Device.Layers;

/// <summary>A layer that a device has run.</summary>
/// <param name="Start">When all its units were enabled and the one before it was done.</param>
/// <param name="End">When it was done.</param>
/// <param name="ComputeCycles">Cycles of the multipliers; may hold a fraction.</param>
/// <param name="Cycles">Cycles from start to end; may hold a fraction.</param>
public sealed record LayerRecord(SimTime Start, SimTime End, double ComputeCycles, double Cycles)
{
    /// <summary>From start to end.</summary>
    public SimTime Duration => End - Start;
}
