namespace Memti.Plugins.Nvdla.EnergyEstimates;

/// <summary>Energy of single operations at 16 nm and 0.8 V, in pJ, before scaling to another node.</summary>
/// <remarks>
/// Horowitz, ISSCC 2014, gives operations at 45 nm and 0.9 V. C V^2 with C in proportion to feature size takes them to 16 nm: x 16/45 x (0.8/0.9)^2 = 0.281.
/// All are derived; the engine's clock and leakage, <see cref="ClockPower"/>, are what the published power has beyond them.
/// </remarks>
internal static class OperationEnergy
{
    /// <summary>One 8-bit product and its 32-bit sum: (0.2 + 0.1) pJ at 45 nm.</summary>
    public const double MultiplyAccumulate = 0.3 * FromHorowitz;

    /// <summary>One byte into or out of the convolution buffer: an 8 KiB SRAM gives 64 bit for 10 pJ at 45 nm.</summary>
    public const double BufferByte = 10.0 / 8 * FromHorowitz;

    /// <summary>One output element through the SDP: a 32-bit product and sum, (3.1 + 0.1) pJ at 45 nm. An added operand takes another sum.</summary>
    public const double PostProcessedElement = 3.2 * FromHorowitz;

    /// <summary>One element of a pooling window through the PDP: an 8-bit sum or comparison, 0.03 pJ at 45 nm.</summary>
    public const double PooledElement = 0.03 * FromHorowitz;

    /// <summary>One byte over a memory interface of the engine: 80 fJ per bit and mm (Dally et al., CACM 63(7), 2020) over an assumed 1 mm; the memory itself is not in it.</summary>
    public const double InterfaceByte = 0.64;

    private const double FromHorowitz = 16.0 / 45 * (0.8 / 0.9) * (0.8 / 0.9);
}
