using Memti.Abstractions.Units;

namespace Memti.Simulation.Frames;

/// <summary>Time from the delivery of a frame to its completion, wake-up and reloads included.</summary>
/// <param name="Least">Of the quickest frame.</param>
/// <param name="Most">Of the slowest frame.</param>
/// <param name="MeanSeconds">Mean over completed frames in seconds.</param>
public sealed record BusyTime(SimTime Least, SimTime Most, double MeanSeconds);
