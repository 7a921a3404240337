namespace Memti.Simulation.Components;

/// <summary>A stretch of the run that ends in the state in which it began.</summary>
/// <param name="Frames">Number of its frames.</param>
/// <param name="Start">Its start in picoseconds since the start of the run.</param>
/// <param name="Picoseconds">Its length.</param>
internal readonly record struct Period(long Frames, Int128 Start, Int128 Picoseconds);
