using Memti.Abstractions.Units;

namespace Memti.Abstractions.Memories;

/// <summary>What it takes to bring cells to their levels.</summary>
/// <param name="Energy">Energy, periphery and verifies included.</param>
/// <param name="Time">From the first pulse to the last verify.</param>
public readonly record struct LevelWrite(Energy Energy, SimTime Time);
