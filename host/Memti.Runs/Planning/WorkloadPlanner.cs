using Memti.Scenarios.Workloads;
using Memti.Simulation.Frames;
using Memti.Simulation.Streams;

namespace Memti.Runs.Planning;

/// <summary>The workload of a scenario as the simulation takes it.</summary>
internal static class WorkloadPlanner
{
    /// <param name="workload">The workload.</param>
    /// <param name="seed">Seed of streams that have none of their own.</param>
    public static Workload Of(WorkloadSpec workload, ulong seed)
    {
        StreamPlan? streams = workload.Streams.Count == 0 ? null : StreamsOf(workload, seed);
        return new()
        {
            FrameRate = workload.FrameRate,
            Frames = streams?.MeanFrames ?? workload.Frames,
            Pattern = workload.Pattern,
            Shuffled = workload.Shuffled,
            Deployments = [.. workload.Deployments
                .Select(
                    static deployment =>
                        deployment.Task is { } task ? new Deployment(deployment.Frame, task) : Deployment.OfShared(deployment.Frame))],
            Streams = streams,
        };
    }

    private static StreamPlan StreamsOf(WorkloadSpec workload, ulong seed)
    {
        StreamPlan plan = new([.. workload.Streams.Select(stream => StreamOf(stream, seed))], workload.StreamTime);
        return workload.Score is not { } score
            ? plan
            : plan with { Score = new() { SteepnessPerMillisecond = score.SteepnessPerMs, MostMillijoules = score.MostMj } };
    }

    private static StreamSpec StreamOf(StreamRequest stream, ulong seed) => new(stream.Name, stream.Task, ArrivalsOf(stream, seed))
    {
        Deadline = stream.Deadline,
        Drop = stream.Drop switch
        {
            StreamDrops.Never => DropRule.Never,
            StreamDrops.Oldest => DropRule.Oldest,
            StreamDrops.Newest => DropRule.Newest,
            _ => DropRule.Late,
        },
        Queue = stream.Queue,
        Priority = stream.Priority,
        Needs = stream.Needs,
    };

    private static ArrivalSpec ArrivalsOf(StreamRequest stream, ulong seed) => LawOf(stream) with
    {
        Probability = stream.Probability,
        Seed = (ulong?)stream.Seed ?? seed,
    };

    private static ArrivalSpec LawOf(StreamRequest stream) => stream switch
    {
        { Rate: { } rate } => new(ArrivalLaw.Periodic) { Rate = rate, Offset = stream.Offset },
        { PoissonPerSecond: { } perSecond } => new(ArrivalLaw.Poisson) { PerSecond = perSecond },
        { After: { } by } => new(ArrivalLaw.Triggered) { By = by },
        _ => new(ArrivalLaw.Recorded) { Moments = stream.Moments },
    };
}
