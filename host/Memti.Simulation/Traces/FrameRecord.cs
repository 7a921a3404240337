namespace Memti.Simulation.Traces;

/// <summary>A frame as a listener sees it.</summary>
/// <param name="Index">Its number, from 0 on.</param>
/// <param name="Start">When it starts, in picoseconds since the start of the run.</param>
/// <param name="Deadline">The start of the next frame; null for frames back to back.</param>
/// <param name="Tasks">Its tasks.</param>
public readonly record struct FrameRecord(long Index, Int128 Start, Int128? Deadline, IReadOnlyList<int> Tasks);
