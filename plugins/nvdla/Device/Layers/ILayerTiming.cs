using Memti.Abstractions;

namespace Memti.Plugins.Nvdla;

/// <summary>What the device asks of the time model: the one place at which a register-driven layer and a planned one meet.</summary>
internal interface ILayerTiming
{
    /// <summary>What a layer computes and moves.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="weights">The memory of its kernels; null when it reads none.</param>
    /// <param name="parameters">The memory of SDP's parameters; null when it reads none.</param>
    /// <exception cref="MemtiException">The engine cannot run the layer.</exception>
    LayerDemand Of(HardwareLayer layer, DeviceMemory? weights, DeviceMemory? parameters);
}
