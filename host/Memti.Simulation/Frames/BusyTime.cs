using Memti.Abstractions.Units;

namespace Memti.Simulation.Frames;

/// <summary>Time from delivery to completion of a frame, including wake-up and reloads.</summary>
/// <param name="Least">Time of the fastest frame.</param>
/// <param name="Most">Time of the slowest frame.</param>
/// <param name="MeanSeconds">Mean over completed frames in seconds.</param>
public sealed record BusyTime(SimTime Least, SimTime Most, double MeanSeconds);
