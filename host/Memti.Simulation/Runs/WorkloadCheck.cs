using Memti.Simulation.Frames;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Runs;

/// <summary>Rejects workloads and options that contradict themselves.</summary>
internal static class WorkloadCheck
{
    public static void Verify(Workload workload, SimulationOptions options, int tasks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workload.Frames, 1, nameof(workload));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostAtOneMoment, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ProgressEvery, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RebaseAfter, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.RebaseAfter, RunLimits.RebaseAfter, nameof(options));
        VerifyPattern(workload.Pattern, tasks);
        VerifyDeployments(workload.Deployments, tasks);
        bool fits = workload.FreeRunning || new FrameClock(workload.FrameRate).LongestFrame <= RunLimits.LongestStep;
        Require(fits, "A frame lasts longer than 11 days.");
    }

    private static void VerifyPattern(IReadOnlyList<IReadOnlyList<int>> pattern, int tasks)
    {
        Require(pattern.Any(static frame => frame.Count > 0), "The pattern has no frame with a task.");
        Require(pattern.All(frame => frame.All(task => task >= 0 && task < tasks)), "A frame names a task that the system does not have.");
    }

    private static void VerifyDeployments(IReadOnlyList<Deployment> deployments, int tasks)
    {
        bool known = deployments.All(one => one.Task >= -1 && one.Task < tasks && one.Frame >= 0);
        Require(known, "A deployment names an unknown task or frame.");
        bool ordered = deployments.Zip(deployments.Skip(1)).All(static pair => pair.First.Frame <= pair.Second.Frame);
        Require(ordered, "The deployments are not ordered by frame.");
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
            throw new ArgumentException(otherwise);
    }
}
