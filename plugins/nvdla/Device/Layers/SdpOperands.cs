using Memti.Plugins.Nvdla.Device.Registers;

namespace Memti.Plugins.Nvdla.Device.Layers;

/// <summary>What SDP takes from memory beside its input: per-channel parameters in BS and BN, a second operand in EW.</summary>
/// <param name="Bs">Parameters of each channel in BS: 0, 1 or 2.</param>
/// <param name="Bn">Parameters of each channel in BN: 0, 1 or 2.</param>
/// <param name="Ew">True when EW reads an operand of the size of the cube.</param>
internal readonly record struct SdpOperands(int Bs, int Bn, bool Ew)
{
    /// <summary>True when SDP_RDMA has something to read.</summary>
    internal bool Any => Bs + Bn > 0 || Ew;

    internal static SdpOperands Of(UnitRegisters sdp) => new(PerChannel(sdp, "BS"), PerChannel(sdp, "BN"), PerChannel(sdp, "EW") > 0);

    private static int PerChannel(UnitRegisters sdp, string part)
    {
        string bypasses = $"D_DP_{part}_CFG";
        if (sdp.Field(bypasses, $"{part}_BYPASS") == 1)
            return 0;
        return FromMemory(sdp, bypasses, part, "ALU") + FromMemory(sdp, bypasses, part, "MUL");
    }

    private static int FromMemory(UnitRegisters sdp, string bypasses, string part, string step) =>
        sdp.Field(bypasses, $"{part}_{step}_BYPASS") == 0 && sdp.Field($"D_DP_{part}_{step}_CFG", $"{part}_{step}_SRC") == 1 ? 1 : 0;
}
