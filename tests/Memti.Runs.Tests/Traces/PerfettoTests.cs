using Memti.Runs.Traces;
using Memti.Simulation.Traces;

namespace Memti.Runs.Tests.Traces;

public sealed class PerfettoTests
{
    private readonly PerfettoTimeline _timeline = Timeline(VcdTests.Play, 0, 20_000);

    [Fact]
    public void Tracks_stand_under_the_design_and_a_second_lane_comes_where_transfers_overlap() => _timeline.Tracks.ShouldBe(
    [
        "node",
        "node/power",
        "node/energy",
        "node/frames",
        "node/task",
        "node/states",
        "node/states/nvdla",
        "node/states/adapters",
        "node/states/cpu",
        "node/activities",
        "node/interrupts",
        "node/interrupts/frame",
        "node/interrupts/dma",
        "node/marks",
        "node/functions",
        "node/activities/transfers",
        "node/activities/transfers 2",
        "node/activities/work",
    ]);

    [Fact]
    public void Slices_are_states_tasks_frames_activities_interrupts_and_nested_functions() => _timeline.Slices.ShouldBe(
    [
        "node/states/nvdla: on [0, 1)",
        "node/states/adapters: on [0, 1)",
        "node/interrupts/frame: raised [1, 3)",
        "node/activities/transfers: load faces [1, 3) bits=4096",
        "node/activities/transfers 2: load signs [3, 4) bits=64",
        "node/states/adapters: active [1, 4)",
        "node/activities/work: inference faces [3, 5)",
        "node/functions: run layer [3, 5)",
        "node/frames: frame 0 [1, 5)",
        "node/states/nvdla: active [1, 5)",
        "node/task: faces [1, 5)",
        "node/states/nvdla: on [5, 6)",
        "node/states/adapters: on [4, 6)",
        "node/states/nvdla: off [6, 9)",
        "node/states/adapters: retention [6, 9)",
        "node/states/adapters: waking [9, 9)",
        "node/states/nvdla: waking [9, 10)",
        "node/functions: main [0, 10)",
        "node/states/nvdla: on [10, 10)",
        "node/states/adapters: on [9, 10)",
        "node/states/cpu: on [0, 10)",
    ]);

    [Fact]
    public void Instants_are_interrupts_marks_and_what_was_aborted() => _timeline.Instants.ShouldBe(
        ["node/interrupts: frame 1", "node/marks: mark 7 4", "node/marks: aborted 4"]);

    [Fact]
    public void Counters_are_power_and_energy()
    {
        _timeline.Counters["node/power"].Select(static sample => sample.Value).ShouldBe([3, 4, 4.5, 4, 3.5, 3, 1, 3, 3, 3]);
        _timeline.Counters["node/energy"][^1].Value.ShouldBe(29.75e-9, 1e-18);
    }

    [Fact]
    public void Late_and_skipped_frames_are_marked()
    {
        PerfettoTimeline timeline = Timeline(
            static listener => new ScriptedMachine(listener)
                .At(1_000).Frame(0, FrameStep.Delivered, 1_000, 3_000, 0)
                .At(4_000).Frame(0, FrameStep.Completed, 1_000, 3_000, 0)
                .Frame(1, FrameStep.Skipped, 3_000, 4_000, 1)
                .At(5_000).Frame(2, FrameStep.Delivered, 5_000, 7_000, 0)
                .At(7_000).Frame(2, FrameStep.Skipped, 5_000, 7_000, 0)
                .Finish(8_000),
            0,
            10_000);

        timeline.Slices.Where(static slice => slice.StartsWith("node/frames", StringComparison.Ordinal))
            .ShouldBe(["node/frames: frame 0 [1, 4)", "node/frames: frame 2 [5, 7)"]);
        timeline.Instants.ShouldBe(["node/frames: frame 0 late 4", "node/frames: frame 1 skipped 4", "node/frames: frame 2 skipped 7"]);
    }

    [Fact]
    public void Whatever_happens_slices_only_nest_and_times_never_go_back() => Prop.ForAll<int, int>(static (seed, from) =>
        Timeline(listener => RandomMachine.Play(listener, seed), Math.Abs((long)from) % 30_000, 20_000))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void An_event_takes_few_bytes_and_allocates_nothing()
    {
        using var output = new MemoryStream(1 << 20);
        var machine = new ScriptedMachine(
            new TraceRecorder(new PerfettoWriter("node", output), new TraceWindow(0, long.MaxValue), null));
        Work(machine, 100);
        long before = GC.GetAllocatedBytesForCurrentThread();
        long length = output.Length;

        Work(machine, 10_000);

        const int Events = 10 * 10_000; // begin and end of the slice, and at each two of the state and two counters
        // What the machine of the test makes itself: arrays and enumerators.
        ((GC.GetAllocatedBytesForCurrentThread() - before) / Events).ShouldBeLessThan(60);
        ((double)(output.Length - length) / Events).ShouldBeLessThan(25);
    }

    private static void Work(ScriptedMachine machine, int times)
    {
        for (int time = 0; time < times; time++)
        {
            machine.At(machine.Now + 1_000).Begin(1, ActivityKind.Inference, [0], 1);
            machine.At(machine.Now + 1_000).End(1);
        }
    }

    private static PerfettoTimeline Timeline(Action<IMachineListener> play, long from, long length)
    {
        using var output = new MemoryStream();
        play(new TraceRecorder(new PerfettoWriter("node", output), new TraceWindow(from, from + length), VcdTests.Symbols));
        return new PerfettoTimeline(output.ToArray());
    }
}
