using Memti.Abstractions.Units;

namespace Memti.Abstractions.Accelerators;

/// <summary>
/// Power of an accelerator's states, and the port through which parameters on its die pass. The dynamic energy of an inference comes on top of
/// the on power.
/// </summary>
public sealed record AcceleratorFigures
{
    /// <summary>Power while on without an inference: clocks and leakage.</summary>
    public Power OnPower { get; init; }

    /// <summary>Power when off: what still leaks through the power switch.</summary>
    public Power OffPower { get; init; }

    /// <summary>Time from off to on: rails, clocks, firmware restart.</summary>
    public SimTime WakeLatency { get; init; }

    /// <summary>Energy of one off-to-on transition, on top of the on power over the wake latency.</summary>
    public Energy WakeEnergy { get; init; }

    /// <summary>
    /// Port of all memories on the die that hold parameters. Inferences read through it, and every load, copy and deployment passes it on its way
    /// out of or into such a memory. Null, the default, where only the memories bound the rate.
    /// </summary>
    public AcceleratorPort? WeightPort { get; init; }
}
