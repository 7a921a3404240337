namespace Memti.Plugins.Nvdla.Device.Registers;

/// <summary>The status bit of each unit's group 0 in GLB; group 1 has the next one.</summary>
internal static class InterruptBits
{
    internal const int Sdp = 0;
    internal const int Pdp = 4;
    internal const int CdmaData = 16;
    internal const int CdmaWeight = 18;
    internal const int Cacc = 20;

    /// <summary>Bits that a unit raises when it is done with a group; none for units without a line of their own.</summary>
    internal static uint Of(string unit, int group) => group switch
    {
        0 or 1 => unit switch
        {
            "SDP" => 1u << Sdp,
            "PDP" => 1u << Pdp,
            "CDMA" => (1u << CdmaData) | (1u << CdmaWeight),
            "CACC" => 1u << Cacc,
            _ => 0,
        } << group,
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };
}
