using Memti.Scenarios.Supplies;
using Memti.Simulation.Supplies;

namespace Memti.Runs.Planning;

/// <summary>The supply of a planned design.</summary>
/// <param name="Spec">What the scenario says.</param>
/// <param name="System">Its parts, made. No run changes them.</param>
/// <param name="Parts">What each part says of itself, by its key, in the order of the chain.</param>
public sealed record PlannedSupply(SupplySpec Spec, SupplySystem System, IReadOnlyDictionary<string, string> Parts);
