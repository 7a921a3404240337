namespace Memti.Simulation.Ledger;

/// <summary>The part of an activity's energy that goes to one component and cause.</summary>
/// <param name="Component">Id of the component.</param>
/// <param name="Cause">The cause.</param>
/// <param name="Rontojoules">The energy; may be negative, as the clock's part of an inference explains.</param>
internal readonly record struct EnergyShare(int Component, EnergyCause Cause, Int128 Rontojoules);
