namespace Memti.Plugins.Nvdla.EnergyEstimates;

/// <summary>Energy of single operations at 16 nm and 0.8 V, in pJ, before scaling to another node.</summary>
/// <remarks>
/// Horowitz, ISSCC 2014, gives operations at 45 nm and 0.9 V. C V² with C proportional to feature size scales them to 16 nm and 0.8 V:
/// x 16/45 x (0.8/0.9)² = 0.281. All values are derived. <see cref="ClockPower"/> is the part of the published power beyond them.
/// </remarks>
internal static class OperationEnergy
{
    /// <summary>One 8-bit product and its 32-bit sum: (0.2 + 0.1) pJ at 45 nm.</summary>
    public const double MultiplyAccumulate = 0.3 * FromHorowitz;

    /// <summary>One byte into or out of the convolution buffer: an 8 KiB SRAM gives 64 bit for 10 pJ at 45 nm.</summary>
    public const double BufferByte = 10.0 / 8 * FromHorowitz;

    /// <summary>
    /// One output element through the SDP: a 32-bit product and sum, (3.1 + 0.1) pJ at 45 nm. An added operand takes another sum.
    /// </summary>
    public const double PostProcessedElement = 3.2 * FromHorowitz;

    /// <summary>One element of a pooling window through the PDP: an 8-bit sum or comparison, 0.03 pJ at 45 nm.</summary>
    public const double PooledElement = 0.03 * FromHorowitz;

    /// <summary>
    /// One byte over a memory interface of the engine: 80 fJ per bit and mm (Dally et al., CACM 63(7), 2020) over an assumed 1 mm. The
    /// memory itself is not included.
    /// </summary>
    public const double InterfaceByte = 0.64;

    /// <summary>Scale from 45 nm and 0.9 V to 16 nm and 0.8 V.</summary>
    private const double FromHorowitz = 16.0 / 45 * (0.8 / 0.9) * (0.8 / 0.9);
}
