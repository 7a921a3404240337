using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;
using Memti.Simulation.Firmware;
using Memti.Simulation.Frames;
using Memti.Simulation.Runs;
using Memti.Simulation.Streams;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Tests.Streams;

/// <summary>Streams on a small system: an inference takes ten microseconds, and nothing is reloaded.</summary>
public sealed class StreamTests
{
    private const long Microsecond = 1_000_000;

    private static readonly ArrivalSpec EachMillisecond = new(ArrivalLaw.Periodic) { Rate = new(1000, 1) };

    private static SystemDescription System(int accelerators = 1)
    {
        TaskProgram[] tasks = [Systems.Task("a"), Systems.Task("b"), Systems.Task("c")];
        SystemDescription system = Systems.Of(tasks, Systems.Shared(), Systems.Backing());
        return system with
        {
            OtherAccelerators = [.. Enumerable.Range(1, accelerators - 1).Select(place => new AcceleratorUnit(
                $"other{place}", system.Accelerator, [.. tasks.Select(static task => task.Plan)]))],
        };
    }

    private static Workload Of(double milliseconds, params StreamSpec[] streams) => new()
    {
        Frames = 1,
        Pattern = [[0]],
        Streams = new(streams, (Int128)(milliseconds * 1000 * Microsecond)),
    };

    private static StreamSpec Stream(string name, int task, ArrivalSpec? arrivals = null, long deadline = 1000) =>
        new(name, task, arrivals ?? EachMillisecond) { Deadline = deadline * Microsecond };

    private static SimulationResult Run(Workload workload, IFirmware? firmware = null, bool jump = true, int accelerators = 1) =>
        new Simulator(System(accelerators), workload, firmware ?? new StreamsFirmware(new()), new() { Jump = jump }).Run();

    private static StreamsFirmware AlwaysOn() => new(new() { PowerDown = false });

    [Fact]
    public void A_stream_is_met_frame_by_frame()
    {
        StreamResult stream = Run(Of(100, Stream("s", 0)), AlwaysOn()).Streams.Single();
        (stream.Arrived, stream.Met, stream.Late, stream.Dropped, stream.Quality).ShouldBe((100, 100, 0, 0, 1));
        // Done 0.99 ms before the deadline, at a steepness of 15 per ms.
        stream.RealTime!.Value.ShouldBe(1 / (1 + Math.Exp(-15 * 0.99)), 1e-12);
    }

    [Theory]
    [InlineData(DropRule.Late, 1, 99)]
    [InlineData(DropRule.Never, 100, 0)]
    public void A_deadline_that_has_passed_drops_what_waits(DropRule drop, long done, long dropped)
    {
        // All frames arrive at once, ten microseconds of work each, and have five microseconds.
        ArrivalSpec burst = new(ArrivalLaw.Recorded) { Moments = [.. Enumerable.Repeat(0L, 100)] };
        StreamResult stream = Run(Of(10, Stream("s", 0, burst, deadline: 5) with { Drop = drop })).Streams.Single();
        (stream.Done, stream.Dropped, stream.Late).ShouldBe((done, dropped, done));
    }

    [Theory]
    [InlineData(DropRule.Oldest, 16)] // the frame of microsecond 4 is done at 20
    [InlineData(DropRule.Newest, 19)] // the frame of microsecond 1 is
    public void A_full_queue_drops_its_oldest_or_its_newest_frame(DropRule drop, double microseconds)
    {
        ArrivalSpec burst = new(ArrivalLaw.Recorded) { Moments = [0, Microsecond, 2 * Microsecond, 3 * Microsecond, 4 * Microsecond] };
        StreamResult stream = Run(Of(10, Stream("s", 0, burst) with { Drop = drop })).Streams.Single();
        (stream.Done, stream.Dropped, stream.WorstLatency).ShouldBe((2, 3, SimTime.FromMicroseconds(microseconds)));
    }

    [Fact]
    public void What_is_needed_comes_first_and_takes_its_dependants_along()
    {
        StreamSpec eyes = Stream("eyes", 0, deadline: 15);
        StreamSpec gaze = Stream("gaze", 1, deadline: 15) with { Needs = [1] };
        // Two inferences of ten microseconds on one accelerator: the second one begins in time, and ends late.
        SimulationResult run = Run(Of(10, gaze, eyes));
        (run.Streams[1].Met, run.Streams[0].Late, run.Streams[0].Dropped).ShouldBe((10, 10, 0));
    }

    [Fact]
    public void A_dropped_frame_drops_what_needs_it()
    {
        ArrivalSpec burst = new(ArrivalLaw.Recorded) { Moments = [0, 0, 0] };
        StreamSpec first = Stream("first", 0, burst, deadline: 5);
        StreamSpec second = Stream("second", 1, burst, deadline: 1000) with { Needs = [0] };
        SimulationResult run = Run(Of(10, first, second));
        (run.Streams[0].Done, run.Streams[0].Dropped).ShouldBe((1, 2));
        // Frames of one moment arrive in turn, so that each of the second stream needs one of its own.
        (run.Streams[1].Done, run.Streams[1].Dropped).ShouldBe((1, 2));
    }

    [Fact]
    public void A_frame_that_is_done_triggers_the_next_stream()
    {
        SimulationResult run = Run(Of(50, Stream("a", 0), Stream("b", 1, new(ArrivalLaw.Triggered) { By = 0 })));
        run.Streams.Select(static stream => stream.Done).ShouldBe([50, 50]);
        run.Streams[1].WorstLatency.ShouldBe(SimTime.FromMicroseconds(10));
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 10)]
    public void Two_accelerators_work_at_one_time(int accelerators, double microseconds)
    {
        SimulationResult run = Run(Of(10, Stream("a", 0), Stream("b", 1)), AlwaysOn(), accelerators: accelerators);
        run.Streams.Max(static stream => stream.WorstLatency).ShouldBe(SimTime.FromMicroseconds(microseconds));
        run.RelativeGap.ShouldBeLessThan(1e-9);
    }

    [Fact]
    public void Whole_hyperperiods_are_skipped_exactly()
    {
        // 1 ms and 0.7 ms: together 7 ms.
        StreamSpec[] streams =
        [
            Stream("a", 0),
            Stream("b", 1, new(ArrivalLaw.Periodic) { Rate = new(10_000, 7), Offset = 30 * Microsecond }),
            Stream("c", 2, new(ArrivalLaw.Triggered) { By = 1 }),
        ];
        SimulationResult jumped = Run(Of(7000, streams), accelerators: 2);
        SimulationResult stepped = Run(Of(7000, streams), jump: false, accelerators: 2);
        jumped.FramesJumped.ShouldBeGreaterThan(20_000);
        jumped.Streams.ShouldBe(stepped.Streams);
        jumped.Rontojoules.ShouldBe(stepped.Rontojoules);
        (jumped.PowerDowns, jumped.Picoseconds).ShouldBe((stepped.PowerDowns, stepped.Picoseconds));
        jumped.Frames.ShouldBe(stepped.Frames);
    }

    [Fact]
    public void Firmware_that_takes_one_frame_after_the_other_serves_streams_by_urgency()
    {
        SimulationResult run = Run(
            Of(100, Stream("a", 0), Stream("b", 1) with { Priority = 1 }), Systems.DutyCycle());
        run.Streams.Select(static stream => stream.Met).ShouldBe([100, 100]);
        run.Streams[1].WorstLatency.ShouldBeLessThan(run.Streams[0].WorstLatency);
        run.PowerDowns.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Random_arrivals_have_their_rate_and_depend_on_their_own_seed_alone()
    {
        StreamSpec sound = Stream("sound", 0, new(ArrivalLaw.Poisson) { PerSecond = 1000, Seed = 3 });
        SimulationResult alone = Run(Of(10_000, sound));
        SimulationResult beside = Run(Of(10_000, sound, Stream("other", 1)));
        // Four standard deviations of a Poisson count of 10,000.
        ((double)alone.Streams[0].Arrived).ShouldBe(10_000, 400);
        beside.Streams[0].Arrived.ShouldBe(alone.Streams[0].Arrived);
        alone.FramesJumped.ShouldBe(0);
    }

    [Fact]
    public void A_probability_is_the_share_of_frames_that_are_asked_for()
    {
        SimulationResult run = Run(Of(10_000, Stream("a", 0, EachMillisecond with { Probability = 0.3, Seed = 5 })));
        ((double)run.Streams[0].Arrived).ShouldBe(3000, 4 * Math.Sqrt(10_000 * 0.3 * 0.7));
    }
}
