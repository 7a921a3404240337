using Memti.Abstractions.Units;

namespace Memti.Abstractions.Accelerators;

/// <summary>
/// Power states of an accelerator, the cost of waking it, and the port to the parameter memories on its die. The dynamic energy of an
/// inference adds to the on power.
/// </summary>
public sealed record AcceleratorFigures
{
    /// <summary>Power while on and without an inference: clocks and leakage. Default: zero.</summary>
    public Power OnPower { get; init; }

    /// <summary>Power when off, which leaks through the power switch. Default: zero.</summary>
    public Power OffPower { get; init; }

    /// <summary>Time from off to on: rails, clocks, firmware restart. Default: zero.</summary>
    public SimTime WakeLatency { get; init; }

    /// <summary>Energy of one off-to-on transition, in addition to the on power over the wake latency. Default: zero.</summary>
    public Energy WakeEnergy { get; init; }

    /// <summary>
    /// Port that all parameter memories on the die share. Inferences, loads, copies and deployments all pass through it. Default: null,
    /// which means that only the memories limit the rate.
    /// </summary>
    public AcceleratorPort? WeightPort { get; init; }
}
