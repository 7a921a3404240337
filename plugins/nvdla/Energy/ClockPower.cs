namespace Memti.Plugins.Nvdla;

/// <summary>Power of clock and leakage while the engine is on.</summary>
/// <remarks>
/// Fitted: the published average of ResNet-50 at 16 nm and 1 GHz (nvdla/doc, primer.rst) less the energy of its operations there by
/// <see cref="OperationEnergy"/>. So the seven published powers come out exactly; a test recomputes the table.
/// </remarks>
internal static class ClockPower
{
    /// <summary>Milliwatts at 16 nm and 1 GHz.</summary>
    /// <param name="macs">Multipliers: a power of two from 32 to 2048.</param>
    public static double Milliwatts(int macs) => macs switch
    {
        2048 => 163.1954,
        1024 => 67.9345,
        512 => 30.8411,
        256 => 23.4205,
        128 => 18.9531,
        64 => 16.3083,
        _ => 14.1139,
    };
}
