using Memti.Abstractions.Units;

namespace Memti.Abstractions.Firmware;

/// <summary>A frame of a stream.</summary>
/// <param name="Stream">Index of the stream.</param>
/// <param name="Number">Number of the frame in its stream, from 0. Frames that nobody asked for have numbers, too.</param>
/// <param name="Arrived">When it arrived, as <see cref="ISystemOnChip.Now"/> counts.</param>
/// <param name="Deadline">When it has to be done; <see cref="SimTime.MaxValue"/> for a frame without a deadline.</param>
public readonly record struct StreamFrame(int Stream, long Number, SimTime Arrived, SimTime Deadline);
