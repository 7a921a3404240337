using Memti.Abstractions.Units;

namespace Memti.Simulation.Ledger;

/// <summary>Energy per frame, from one delivery to the next.</summary>
/// <param name="Least">Energy of the cheapest frame.</param>
/// <param name="Most">Energy of the most expensive frame.</param>
/// <param name="Last">Energy from the last delivery to the end of the run.</param>
/// <param name="Mean">Energy of the run divided by the number of completed frames.</param>
public sealed record EnergyPerFrame(Energy Least, Energy Most, Energy Last, Energy Mean);
