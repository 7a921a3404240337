namespace Memti.Plugins.Nvdla.Device.Layers;

/// <summary>A layer before it runs.</summary>
/// <param name="Layer">What the registers say.</param>
/// <param name="Memories">Where its data lies.</param>
/// <param name="Demand">What it computes and moves.</param>
internal sealed record PlannedLayer(HardwareLayer Layer, LayerMemories Memories, LayerDemand Demand);
