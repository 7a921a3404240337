using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;

namespace Memti.Plugins.Nvdla.Device.Layers;

/// <summary>What the device asks of the time and energy models: the one place at which a register-driven layer and a planned one
/// meet.</summary>
internal interface ILayerTiming
{
    /// <summary>What a layer computes and moves.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="memories">Where its data lies.</param>
    /// <exception cref="MemtiException">The engine cannot run the layer.</exception>
    LayerDemand Of(HardwareLayer layer, LayerMemories memories);

    /// <summary>Energy of a layer that is done.</summary>
    /// <param name="demand">What it computed and moved.</param>
    /// <param name="elapsed">The time that it took.</param>
    DeviceWork Work(LayerDemand demand, SimTime elapsed);

    /// <summary>Energy of a layer that was abandoned: the same power as over the whole layer, for the time that it ran.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="elapsed">The time that it ran.</param>
    DeviceWork AbandonedWork(PlannedLayer layer, SimTime elapsed);
}
