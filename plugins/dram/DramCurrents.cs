namespace Memti.Plugins.Dram;

/// <summary>
/// Currents behind the defaults: a 6 Gb die of two 16-bit channels at 3200 MT/s with VDD1 1.8 V, VDD2 and VDDQ 1.1 V. In mA on
/// VDD1, VDD2 and VDDQ, taken as those of the whole die (docs/models/dram.md says why):
/// IDD0 3.5, 45, 0.75; IDD2N 2, 27, 0.75; IDD2P 1.2, 3, 0.75; IDD3N 2.25, 30, 0.75; IDD4R 2.25, 275, 150; IDD5 (average) 2.5, 30, 0.75;
/// IDD6 0.3, 0.5, 0.1.
/// </summary>
internal static class DramCurrents
{
    /// <summary>Source of the currents: memspecs/MICRON_6Gb_LPDDR4-3200_32bit_A.json of DRAMPower.</summary>
    public const string Source = "Micron 6 Gb LPDDR4-3200, x32, as published with DRAMPower";
}
