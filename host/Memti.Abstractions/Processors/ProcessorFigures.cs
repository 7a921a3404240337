using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Processors;

/// <summary>
/// Clock, energy and power states of a core without its memories. The energies per cycle add to the power of the on state.
/// </summary>
public sealed record ProcessorFigures
{
    /// <summary>The clock, above zero.</summary>
    public required Frequency Clock { get; init; }

    /// <summary>The machine number of its executables (<c>e_machine</c> of ELF), such as 243 for RISC-V.</summary>
    public required int ElfMachine { get; init; }

    /// <summary>Dynamic energy of a cycle in which the core works.</summary>
    public Energy PerActiveCycle { get; init; }

    /// <summary>Dynamic energy of a cycle in which the core waits for a memory or a device.</summary>
    public Energy PerStalledCycle { get; init; }

    /// <summary>Power while on, also while the core waits for an interrupt: leakage. Default: zero.</summary>
    public Power OnPower { get; init; }

    /// <summary>Power when off, which leaks through the power switch. Default: zero.</summary>
    public Power OffPower { get; init; }

    /// <summary>Time from off to the first instruction. Default: zero.</summary>
    public SimTime WakeLatency { get; init; }

    /// <summary>Energy of one off-to-on transition, in addition to the on power over the wake latency. Default: zero.</summary>
    public Energy WakeEnergy { get; init; }

    /// <summary>Status of the weakest figure. Default: assumed.</summary>
    public NumberStatus Status { get; init; } = NumberStatus.Assumed;
}
