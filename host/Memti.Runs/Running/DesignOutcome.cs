using Memti.Runs.Planning;
using Memti.Runs.Timelines;
using Memti.Simulation.Runs;
using Memti.Simulation.Wear;

namespace Memti.Runs.Running;

/// <summary>A design that has run.</summary>
/// <param name="Design">The design.</param>
/// <param name="Workload">The run over the scenario's workload.</param>
/// <param name="Peak">The run with frames back to back; null for firmware on a processor, which would see no gap.</param>
/// <param name="Lifetimes">How long each memory lasts that wears or fades, in order; empty for firmware on a processor.</param>
public sealed record DesignOutcome(
    PlannedDesign Design, SimulationResult Workload, SimulationResult? Peak, IReadOnlyList<MemoryLifetime> Lifetimes)
{
    /// <summary>The run under the duty-cycle policy that firmware on a processor is compared with; null where there is none.</summary>
    public SimulationResult? Managed { get; init; }

    /// <summary>The frame that the request keeps; null for none.</summary>
    public FrameTimeline? Timeline { get; init; }
}
