using Memti.Plugins.Nvdla.Device.Registers;

namespace Memti.Plugins.Nvdla.Device.Layers;

/// <summary>
/// Which units the next layer of a head takes: SDP heads what it processes itself, behind the convolution units or from memory, with
/// pooling behind it or not; PDP heads pooling from memory. A layer can start when every one of its units has its next group enabled.
/// </summary>
internal static class FusedLayer
{
    /// <summary>The units of the layer that SDP has next.</summary>
    /// <returns>Null while one of them is not ready.</returns>
    internal static UnitRegisters[]? OfSdp(EngineUnits units)
    {
        if (!units.Sdp.IsReady)
            return null;
        List<UnitRegisters> needed = [units.Sdp];
        if (FliesOn(units))
            needed.AddRange([units.Cdma, units.Csc, units.CmacA, units.CmacB, units.Cacc]);
        if (!FliesOn(units) || SdpOperands.Of(units.Sdp).Any)
            needed.Add(units.SdpRdma);
        if (FeedsPdp(units))
            needed.Add(units.Pdp);
        return needed.TrueForAll(static unit => unit.IsReady) ? [.. needed] : null;
    }

    /// <summary>The units of the layer that PDP has next, when it reads from memory.</summary>
    /// <returns>Null while one of them is not ready.</returns>
    internal static UnitRegisters[]? OfPdp(EngineUnits units) =>
        units.Pdp.IsReady && units.PdpRdma.IsReady && !PdpFliesOn(units) ? [units.Pdp, units.PdpRdma] : null;

    /// <summary>True when SDP takes its input from the accumulators.</summary>
    internal static bool FliesOn(EngineUnits units) => units.Sdp.Field("D_FEATURE_MODE_CFG", "FLYING_MODE") == 1;

    /// <summary>True when SDP hands its output to PDP.</summary>
    internal static bool FeedsPdp(EngineUnits units) => units.Sdp.Field("D_FEATURE_MODE_CFG", "OUTPUT_DST") == 1;

    /// <summary>True when PDP takes its input from SDP. The bit is the other way round than SDP's.</summary>
    internal static bool PdpFliesOn(EngineUnits units) => units.Pdp.Field("D_OPERATION_MODE_CFG", "FLYING_MODE") == 0;
}
