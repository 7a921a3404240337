using Memti.Plugins.Nvdla.Device.Registers;

namespace Memti.Plugins.Nvdla.Device.Layers;

/// <summary>The units that layers run on.</summary>
internal sealed class EngineUnits(RegisterFile registers)
{
    internal UnitRegisters Cdma { get; } = registers.Unit("CDMA");

    internal UnitRegisters Csc { get; } = registers.Unit("CSC");

    internal UnitRegisters CmacA { get; } = registers.Unit("CMAC_A");

    internal UnitRegisters CmacB { get; } = registers.Unit("CMAC_B");

    internal UnitRegisters Cacc { get; } = registers.Unit("CACC");

    internal UnitRegisters SdpRdma { get; } = registers.Unit("SDP_RDMA");

    internal UnitRegisters Sdp { get; } = registers.Unit("SDP");

    internal UnitRegisters PdpRdma { get; } = registers.Unit("PDP_RDMA");

    internal UnitRegisters Pdp { get; } = registers.Unit("PDP");

    /// <summary>True when one of them has a group that is enabled and not yet at work.</summary>
    internal bool AreReady => Cdma.IsReady || Csc.IsReady || CmacA.IsReady || CmacB.IsReady || Cacc.IsReady || SdpRdma.IsReady
        || Sdp.IsReady || PdpRdma.IsReady || Pdp.IsReady;
}
