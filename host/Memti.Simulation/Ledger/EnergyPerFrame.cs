using Memti.Abstractions.Units;

namespace Memti.Simulation.Ledger;

/// <summary>Energy from the delivery of one frame to that of the next.</summary>
/// <param name="Least">Of the cheapest frame.</param>
/// <param name="Most">Of the dearest frame.</param>
/// <param name="Last">Of the last frame that was delivered, up to the end of the run.</param>
/// <param name="Mean">The run's energy over the frames that were completed.</param>
public sealed record EnergyPerFrame(Energy Least, Energy Most, Energy Last, Energy Mean);
