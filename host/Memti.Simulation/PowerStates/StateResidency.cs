namespace Memti.Simulation.PowerStates;

/// <summary>Time that a component spent in a state.</summary>
/// <param name="Component">Id of the component: its index in <c>SimulationResult.Components</c>.</param>
/// <param name="State">The state.</param>
/// <param name="Picoseconds">The time in picoseconds.</param>
public readonly record struct StateResidency(int Component, PowerState State, Int128 Picoseconds)
{
    /// <summary>The time in seconds.</summary>
    public double Seconds => (double)Picoseconds * 1e-12;
}
