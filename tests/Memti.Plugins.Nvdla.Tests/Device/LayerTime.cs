using Memti.Abstractions.Units;

namespace Memti.Plugins.Nvdla.Tests.Device;

/// <summary>A layer that a device has run, as its host sees it.</summary>
/// <param name="Start">When the device began to work, or was done with the layer before.</param>
/// <param name="End">When it was done.</param>
internal sealed record LayerTime(SimTime Start, SimTime End)
{
    internal SimTime Duration => End - Start;
}
