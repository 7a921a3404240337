using Memti.Abstractions.Units;
using Memti.Simulation.Frames;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Tests;

public class LatenessTests
{
    private static FrameCounts Counts(double[] milliseconds, long frames, bool jump)
    {
        TaskProgram[] tasks = [.. milliseconds.Select((time, task) => Systems.Task($"task{task}", layers: (1000 * time, 0)))];
        Workload workload = Systems.Frames(frames) with { Pattern = [.. milliseconds.Select(static (_, task) => (int[])[task])] };
        return Systems.Run(Systems.Of(tasks, Systems.Backing()), workload, options: new() { Jump = jump }).Frames;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Statistics_of_lateness_are_those_of_the_late_frames(bool jump)
    {
        // Of ten frames one is late, by 0.5 ms; the next starts late and is in time.
        double[] times = [.. Enumerable.Repeat(0.2, 9), 1.5];

        FrameCounts counts = Counts(times, 10_000, jump);

        (counts.Met, counts.Late, counts.Skipped).ShouldBe((9000, 1000, 0));
        SimTime late = SimTime.FromMilliseconds(0.5);
        (counts.MeanLateness, counts.Lateness95, counts.Lateness99, counts.WorstLateness).ShouldBe((late, late, late, late));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Percentiles_are_by_nearest_rank(bool jump)
    {
        // Every second frame is late: 94 in 100 by 0.1 ms, 4 by 0.2 ms and 2 by 0.3 ms.
        double[] late = [.. Enumerable.Repeat(1.1, 94), .. Enumerable.Repeat(1.2, 4), .. Enumerable.Repeat(1.3, 2)];
        double[] times = [.. late.SelectMany(static time => new[] { time, 0.1 })];

        FrameCounts counts = Counts(times, 20_000, jump);

        counts.Late.ShouldBe(10_000);
        counts.MeanLateness.Milliseconds.ShouldBe((0.94 * 0.1) + (0.04 * 0.2) + (0.02 * 0.3), 1e-9);
        counts.Lateness95.ShouldBe(SimTime.FromMilliseconds(0.2));
        counts.Lateness99.ShouldBe(SimTime.FromMilliseconds(0.3));
        counts.WorstLateness.ShouldBe(SimTime.FromMilliseconds(0.3));
    }

    [Fact]
    public void Percentiles_of_any_values_are_never_too_small_and_less_than_a_thousandth_too_large() =>
        Prop.ForAll<NonEmptyArray<PositiveInt>, PositiveInt>((values, scale) =>
        {
            long[] latenesses = [.. values.Get.Select(value => (long)value.Get * value.Get * scale.Get)];
            LatenessHistogram histogram = new();
            foreach (long lateness in latenesses)
                histogram.Add(lateness);
            return Enumerable.Range(1, 100).All(percent => IsNear(histogram.Percentile(percent), Exact(latenesses, percent)));
        }).QuickCheckThrowOnFailure();

    private static bool IsNear(long found, long exact) => found >= exact && found <= exact * 1.001;

    private static long Exact(long[] values, int percent) =>
        values.Order().ElementAt((int)Math.Ceiling(values.Length * percent / 100m) - 1);

    [Fact]
    public void Frames_in_time_have_no_lateness()
    {
        FrameCounts counts = Counts([0.5], 100, jump: true);

        (counts.Met, counts.Late, counts.MeanLateness, counts.Lateness99).ShouldBe((100, 0, SimTime.Zero, SimTime.Zero));
    }
}
