namespace Memti.Plugins.Nvdla.Device.Layers;

/// <summary>
/// Where a layer counts the cycles that it waits, by what it waits for. The last to arrive writes last, so that a counter holds the
/// longest wait.
/// </summary>
internal sealed record LayerCounters(
    StallCounter? Weights, StallCounter? Parameters, StallCounter? Input, StallCounter? Operand, StallCounter Output)
{
    internal static LayerCounters OfSdp(EngineUnits units)
    {
        bool fliesOn = FusedLayer.FliesOn(units);
        return new LayerCounters(
            fliesOn ? new StallCounter(units.Cdma, "D_PERF_WT_READ_STALL", "DMA_EN") : null,
            new StallCounter(units.SdpRdma, "D_PERF_BRDMA_READ_STALL", "PERF_DMA_EN"),
            fliesOn
                ? new StallCounter(units.Cdma, "D_PERF_DAT_READ_STALL", "DMA_EN")
                : new StallCounter(units.SdpRdma, "D_PERF_MRDMA_READ_STALL", "PERF_DMA_EN"),
            new StallCounter(units.SdpRdma, "D_PERF_ERDMA_READ_STALL", "PERF_DMA_EN"),
            FusedLayer.FeedsPdp(units) ? OfPdpWrites(units) : new StallCounter(units.Sdp, "D_PERF_WDMA_WRITE_STALL", "PERF_DMA_EN"));
    }

    internal static LayerCounters OfPdp(EngineUnits units) =>
        new(null, null, new StallCounter(units.PdpRdma, "D_PERF_READ_STALL", "DMA_EN"), null, OfPdpWrites(units));

    private static StallCounter OfPdpWrites(EngineUnits units) => new(units.Pdp, "D_PERF_WRITE_STALL", "DMA_EN");
}
