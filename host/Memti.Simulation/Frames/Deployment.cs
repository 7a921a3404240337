namespace Memti.Simulation.Frames;

/// <summary>New parameters that arrive in the field.</summary>
/// <param name="Frame">
/// Index of the frame with which they are handed to the firmware; with the next one that is delivered if that one is skipped.
/// </param>
/// <param name="Task">The task whose set it is; -1 for the parameters that all tasks share.</param>
public readonly record struct Deployment(long Frame, int Task)
{
    /// <summary>True for the parameters that all tasks share.</summary>
    public bool IsShared => Task < 0;

    /// <summary>A deployment of the parameters that all tasks share.</summary>
    public static Deployment OfShared(long frame) => new(frame, -1);
}
