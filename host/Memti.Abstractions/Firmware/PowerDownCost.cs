using Memti.Abstractions.Units;

namespace Memti.Abstractions.Firmware;

/// <summary>The balance of one power-down.</summary>
/// <param name="BreakEven">Idle gap above which powering down saves energy; <see cref="SimTime.MaxValue"/> when it never does.</param>
/// <param name="Transition">Energy of waking up, and of reloading what would otherwise still be there.</param>
/// <param name="OnPower">Power of staying on and idle.</param>
/// <param name="OffPower">Power of being down.</param>
/// <param name="WakeLatency">Time to be on again; it delays the frame.</param>
public readonly record struct PowerDownCost(SimTime BreakEven, Energy Transition, Power OnPower, Power OffPower, SimTime WakeLatency);
