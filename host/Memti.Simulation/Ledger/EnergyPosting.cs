using Memti.Abstractions.Units;

namespace Memti.Simulation.Ledger;

/// <summary>Energy of one component, cause and task.</summary>
/// <param name="Component">Id of the component: its index in <c>SimulationResult.Components</c>.</param>
/// <param name="Cause">Cause of the energy.</param>
/// <param name="Task">Index of the task; -1 outside any task.</param>
/// <param name="Rontojoules">The exact energy in units of 1e-27 J: one femtowatt for one picosecond.</param>
public readonly record struct EnergyPosting(int Component, EnergyCause Cause, int Task, Int128 Rontojoules)
{
    /// <summary>The energy, rounded to a double.</summary>
    public Energy Energy => Energy.FromJoules(Quantity.Joules(Rontojoules));
}
