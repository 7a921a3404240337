using Memti.Abstractions.Units;

namespace Memti.Abstractions.Firmware;

/// <summary>A stream of frames as firmware sees it.</summary>
/// <param name="Name">Its name in the scenario.</param>
/// <param name="Task">Index of the task that each of its frames infers.</param>
/// <param name="TaskName">Name of that task.</param>
/// <param name="Priority">Greater numbers are more urgent.</param>
/// <param name="Period">Time between two frames; null for a stream that is not periodic.</param>
/// <param name="Needs">Streams, by index, whose frames the frames of this one need.</param>
public sealed record StreamDescription(
    string Name, int Task, string TaskName, int Priority, SimTime? Period, IReadOnlyList<int> Needs);
