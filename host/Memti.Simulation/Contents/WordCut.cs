namespace Memti.Simulation.Contents;

/// <summary>A moment within the write of a word.</summary>
/// <param name="Passed">Picoseconds since the write began, above zero and below <paramref name="Latency"/>.</param>
/// <param name="Latency">Picoseconds that the whole write takes.</param>
/// <param name="Number">Number of the write among those of words of non-volatile memories with bytes, from 1.</param>
public readonly record struct WordCut(long Passed, long Latency, long Number);
