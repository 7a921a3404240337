using Memti.Abstractions.Units;

namespace Memti.Abstractions.Memories;

/// <summary>Energy and time to bring cells to their levels.</summary>
/// <param name="Energy">Energy, including periphery and verifying reads.</param>
/// <param name="Time">From the first pulse to the last verify.</param>
public readonly record struct LevelWrite(Energy Energy, SimTime Time);
