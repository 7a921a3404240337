using Memti.Abstractions.Diagnostics;

namespace Memti.Plugins.Nvdla.Device.Layers;

/// <summary>What the device asks of the time model: the one place at which a register-driven layer and a planned one meet.</summary>
internal interface ILayerTiming
{
    /// <summary>What a layer computes and moves.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="memories">Where its data lies.</param>
    /// <exception cref="MemtiException">The engine cannot run the layer.</exception>
    LayerDemand Of(HardwareLayer layer, LayerMemories memories);
}
