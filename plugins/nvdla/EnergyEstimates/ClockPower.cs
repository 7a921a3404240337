namespace Memti.Plugins.Nvdla.EnergyEstimates;

/// <summary>Power of clock and leakage while the engine is on.</summary>
/// <remarks>
/// Fitted: the published average power of ResNet-50 at 16 nm and 1 GHz (nvdla/doc, primer.rst) less the energy of its operations by
/// <see cref="OperationEnergy"/>. The seven published powers therefore come out exactly; a test recomputes the table.
/// </remarks>
internal static class ClockPower
{
    /// <summary>Milliwatts at 16 nm and 1 GHz.</summary>
    /// <param name="macs">Multipliers: a power of two from 32 to 2048.</param>
    public static double Milliwatts(int macs) => macs switch
    {
        2048 => 174.6353,
        1024 => 74.4298,
        512 => 34.7970,
        256 => 21.9570,
        128 => 19.8035,
        64 => 16.6189,
        _ => 14.2691,
    };
}
