using Memti.Abstractions.Units;

namespace Memti.Abstractions.Firmware;

/// <summary>Cost and saving of one power-down.</summary>
/// <param name="BreakEven">Idle time above which the power-down saves energy; <see cref="SimTime.MaxValue"/> when it never does.</param>
/// <param name="Transition">Energy of the wake-up and of reloading what the power-down loses.</param>
/// <param name="OnPower">Power while on and idle.</param>
/// <param name="OffPower">Power while down.</param>
/// <param name="WakeLatency">Time to switch on again; it delays the frame.</param>
public readonly record struct PowerDownCost(SimTime BreakEven, Energy Transition, Power OnPower, Power OffPower, SimTime WakeLatency);
