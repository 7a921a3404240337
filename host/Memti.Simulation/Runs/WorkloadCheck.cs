using Memti.Simulation.Frames;
using Memti.Simulation.Streams;
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
        if (workload.Streams is { } streams)
        {
            VerifyStreams(streams, tasks);
            return;
        }

        VerifyPattern(workload.Pattern, tasks);
        VerifyDeployments(workload.Deployments, tasks);
        bool fits = workload.FreeRunning || new FrameClock(workload.FrameRate).LongestFrame <= RunLimits.LongestStep;
        Require(fits, "A frame lasts longer than 11 days.");
    }

    private static void VerifyStreams(StreamPlan plan, int tasks)
    {
        Require(plan.Streams.Count > 0, "The workload has no stream.");
        bool known = plan.Streams.All(stream => stream.Task >= 0 && stream.Task < tasks);
        Require(known, "A stream names a task that the system does not have.");
        Require(plan.Streams.All(static stream => stream is { Deadline: null or >= 0, Queue: >= 1 }), "A stream has a negative time.");
        Require(plan.Streams.Select(Before).All(static free => free), "A stream needs one that is not there, or itself.");

        bool Before(StreamSpec stream, int place) =>
            stream.Needs.All(need => need >= 0 && need < plan.Streams.Count && need != place)
            && (stream.Arrivals.Law != ArrivalLaw.Triggered
                || (stream.Arrivals.By >= 0 && stream.Arrivals.By < plan.Streams.Count && stream.Arrivals.By != place));
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
