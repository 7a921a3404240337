using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;
using Memti.Simulation.Frames;
using Memti.Simulation.Runs;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Tests;

public class EmptyFrameTests
{
    private static Workload Sparse(long frames) => Systems.Frames(frames) with { Pattern = [[0], [], [], [1]] };

    private static ScriptedFirmware Recording(List<Frame> frames) => ScriptedFirmware.PerFrame(async (soc, frame) =>
    {
        frames.Add(frame);
        await soc.Wake();
        foreach (int task in frame.Tasks)
        {
            await soc.Load(task);
            await soc.Infer(task);
        }
    });

    [Fact]
    public void Firmware_is_given_the_frames_with_work_alone()
    {
        List<Frame> frames = [];
        SimulationResult result = Systems.Run(Systems.Hybrid(), Sparse(10), Recording(frames), new() { Jump = false });

        frames.Select(static frame => frame.Index).ShouldBe([0, 3, 4, 7, 8]);
        frames.SelectMany(static frame => frame.Tasks).ShouldBe([0, 1, 0, 1, 0]);
        (result.Frames.Total, result.Frames.Met, result.Frames.Empty, result.Frames.Skipped).ShouldBe((10, 5, 5, 0));
        result.Picoseconds.ShouldBe((Int128)10_000_000_000);
    }

    [Fact]
    public void The_gap_runs_on_to_the_next_frame_with_work()
    {
        List<(SimTime Gap, int Task)> gaps = [];
        Systems.Run(Systems.Hybrid(), Sparse(8), ScriptedFirmware.PerFrame(async (soc, frame) =>
        {
            await soc.Load(frame.Tasks[0]);
            await soc.Infer(frame.Tasks[0]);
            gaps.Add((soc.TimeToNextFrame + soc.Now, soc.NextTask));
        }));

        gaps.ShouldBe(
            [.. new[] { (3, 1), (4, 0), (7, 1), (8, 0) }.Select(static next => (SimTime.FromMilliseconds(next.Item1), next.Item2))]);
    }

    [Fact]
    public void A_sparse_workload_powers_down_once_per_frame_with_work()
    {
        SimulationResult result = Systems.Run(Systems.Hybrid(), Sparse(4000), Systems.DutyCycle());

        (result.PowerDowns, result.Frames.Completed, result.Frames.Empty).ShouldBe((2000, 2000, 2000));
        result.FramesJumped.ShouldBeGreaterThan(3900);
    }

    [Fact]
    public void A_frame_that_runs_into_an_empty_slot_is_late_and_takes_nothing_from_the_next()
    {
        SystemDescription slow = Systems.Of([Systems.Task("slow", layers: (1500, 0))], Systems.Backing());
        FrameCounts counts = Systems.Run(slow, Systems.Frames(10) with { Pattern = [[0], []] }).Frames;

        (counts.Met, counts.Late, counts.Skipped, counts.Empty).ShouldBe((0, 5, 0, 5));
        counts.WorstLateness.ShouldBe(SimTime.FromMilliseconds(0.5));
    }

    [Fact]
    public void Frames_with_work_that_are_passed_over_are_skipped_and_the_others_are_not()
    {
        // Frame 0 ends at 3.5 ms, in the slot of frame 3: frames 1 and 2 are gone, of which one had work; frame 3 has none, and 4 is next.
        SystemDescription slow = Systems.Of(
            [Systems.Task("slow", layers: (3500, 0)), Systems.Task("quick", layers: (10, 0))], Systems.Backing());
        FrameCounts counts = Systems.Run(slow, Systems.Frames(5) with { Pattern = [[0], [1], [], [], [1]] }).Frames;

        (counts.Completed, counts.Late, counts.Skipped, counts.Empty).ShouldBe((2, 1, 1, 2));
    }

    [Fact]
    public void A_deployment_with_an_empty_frame_comes_with_the_next_frame()
    {
        List<Frame> frames = [];
        SimulationResult result = Systems.Run(Systems.Hybrid(), Sparse(8) with { Deployments = [new(1, 2), new(5, 0)] }, Recording(frames));

        frames.Where(static frame => frame.Deployed >= 0).Select(static frame => (frame.Index, frame.Deployed)).ShouldBe([(3, 2), (7, 0)]);
        result.UndeliveredDeployments.ShouldBe(0);
    }

    [Fact]
    public void A_pattern_of_empty_entries_alone_is_refused() =>
        Should.Throw<ArgumentException>(() => Systems.Run(Systems.Hybrid(), Systems.Frames(3) with { Pattern = [[], []] }));

    [Fact]
    public void Back_to_back_frames_leave_the_empty_ones_out()
    {
        SystemDescription system = Systems.Of([Systems.Task("a")], Systems.Backing());
        SimulationResult sparse = Systems.Run(system, Systems.Frames(30) with { Pattern = [[0], [], []], FreeRunning = true });

        sparse.Picoseconds.ShouldBe((Int128)10 * 10_000_000);
        (sparse.Frames.Completed, sparse.Frames.Empty).ShouldBe((10, 20));
    }
}
