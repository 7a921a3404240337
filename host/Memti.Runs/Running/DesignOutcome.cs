using Memti.Runs.Planning;
using Memti.Simulation.Runs;
using Memti.Simulation.Wear;

namespace Memti.Runs.Running;

/// <summary>A design that has run twice.</summary>
/// <param name="Design">The design.</param>
/// <param name="Workload">The run over the scenario's workload.</param>
/// <param name="Peak">The run with frames back to back.</param>
/// <param name="Lifetimes">How long each memory lasts that wears or fades, in order.</param>
public sealed record DesignOutcome(
    PlannedDesign Design, SimulationResult Workload, SimulationResult Peak, IReadOnlyList<MemoryLifetime> Lifetimes);
