using Memti.Abstractions.Units;
using Memti.Simulation.Frames;
using Memti.Simulation.Runs;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Tests;

public class DeadlineTests
{
    /// <summary>One task that takes so long, on 1,000 frames per second.</summary>
    private static FrameCounts Counts(double milliseconds, long frames, bool jump = false) =>
        Systems.Run(Slow(milliseconds), Systems.Frames(frames, 0), options: new() { Jump = jump }).Frames;

    private static SystemDescription Slow(double milliseconds) =>
        Systems.Of([Systems.Task("slow", layers: (1000 * milliseconds, 0))], Systems.Backing());

    [Fact]
    public void A_frame_that_ends_on_its_deadline_is_in_time() => Counts(1, 100).Missed.ShouldBe(0);

    [Fact]
    public void A_little_too_slow_makes_every_frame_late_and_skips_some()
    {
        // Ends at 1.25, 2.5, 3.75, 5.0 ms: frame 4's slot is whole gone at 5.0, so frame 5 follows frame 3.
        FrameCounts counts = Counts(1.25, 10);

        counts.Completed.ShouldBe(8);
        counts.Late.ShouldBe(8);
        counts.Skipped.ShouldBe(2);
        counts.Missed.ShouldBe(10);
        counts.Met.ShouldBe(0);
        counts.WorstLateness.ShouldBe(SimTime.FromMilliseconds(1));
    }

    [Fact]
    public void Every_frame_is_completed_or_skipped_whether_stepped_or_jumped()
    {
        foreach (double milliseconds in new[] { 0.3, 1.0, 1.1, 1.5, 2.0, 3.7 })
        {
            FrameCounts stepped = Counts(milliseconds, 1000);
            (stepped.Completed + stepped.Skipped).ShouldBe(1000);
            Counts(milliseconds, 1000, jump: true).ShouldBe(stepped);
        }
    }

    [Fact]
    public void A_frame_that_is_taken_and_never_completed_is_missed()
    {
        ScriptedFirmware idle = new(static async soc =>
        {
            while (await soc.NextFrame() is not null)
            {
            }
        });

        Systems.Run(Systems.Hybrid(), Systems.Frames(5), idle).Frames.Skipped.ShouldBe(5);
    }

    [Fact]
    public void The_run_ends_at_the_nominal_start_of_the_frame_after_the_last()
    {
        Systems.Run(Slow(0.5), Systems.Frames(10, 0)).Picoseconds.ShouldBe((Int128)10_000_000_000);
        Systems.Run(Slow(12), Systems.Frames(10, 0)).Picoseconds.ShouldBe((Int128)12_000_000_000);
    }

    [Fact]
    public void Free_running_frames_measure_the_peak_rate()
    {
        SimulationResult result = Systems.Run(Slow(0.25), Systems.Frames(1000, 0) with { FreeRunning = true });

        result.Picoseconds.ShouldBe((Int128)250_000_000_000);
        result.Frames.Missed.ShouldBe(0);
        result.FramesJumped.ShouldBeGreaterThan(900);
    }
}
