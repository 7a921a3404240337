namespace Memti.Simulation;

/// <summary>Refuses workloads and options that contradict themselves.</summary>
internal static class WorkloadCheck
{
    public static void Verify(Workload workload, SimulationOptions options, int tasks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workload.Frames, 1, nameof(workload));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostAtOneMoment, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ProgressEvery, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RebaseAfter, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.RebaseAfter, RunLimits.RebaseAfter, nameof(options));
        Require(workload.Pattern.Count > 0 && workload.Pattern.All(static frame => frame.Count > 0), "The pattern, or a frame of it, is empty.");
        Require(workload.Pattern.All(frame => frame.All(task => task >= 0 && task < tasks)), "A frame names a task that the system does not have.");
        Require(workload.Deployments.All(deployment => deployment.Task >= 0 && deployment.Task < tasks && deployment.Frame >= 0), "A deployment names a task or a frame that is not there.");
        Require(workload.Deployments.Zip(workload.Deployments.Skip(1), static (first, second) => first.Frame <= second.Frame).All(static ordered => ordered), "The deployments are not ordered by frame.");
        Require(workload.FreeRunning || new FrameClock(workload.FrameRate).LongestFrame <= RunLimits.LongestStep, "A frame lasts longer than 11 days.");
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
            throw new ArgumentException(otherwise);
    }
}
