namespace Memti.Simulation.Frames;

/// <summary>New parameters that arrive in the field.</summary>
/// <param name="Frame">
/// Index of the frame that hands them to the firmware. If it is skipped, the next delivered frame does.
/// </param>
/// <param name="Task">Index of the task; -1 for shared parameters.</param>
public readonly record struct Deployment(long Frame, int Task)
{
    /// <summary>True for shared parameters.</summary>
    public bool IsShared => Task < 0;

    /// <summary>A deployment of shared parameters.</summary>
    public static Deployment OfShared(long frame) => new(frame, -1);
}
