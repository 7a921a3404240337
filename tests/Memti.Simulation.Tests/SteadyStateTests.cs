using Memti.Abstractions.Firmware;
using Memti.Simulation.Firmware;
using Memti.Simulation.Frames;
using Memti.Simulation.Ledger;
using Memti.Simulation.Runs;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Tests;

public class SteadyStateTests
{
    [Fact]
    public void On_a_thousand_random_systems_the_ledger_closes_and_a_jumped_run_equals_the_stepped_one()
    {
        long jumped = 0;
        for (int seed = 0; seed < 1000; seed++)
        {
            SimulationResult stepped = Run(seed, new() { Jump = false });
            SimulationResult quick = Run(seed, new());
            stepped.RelativeGap.ShouldBeLessThan(1e-9, $"seed {seed}");
            Same(quick, stepped, $"seed {seed}");
            jumped += quick.FramesJumped;
        }

        jumped.ShouldBeGreaterThan(100_000);
    }

    [Fact]
    public void Moving_the_run_window_up_changes_nothing()
    {
        for (int seed = 0; seed < 100; seed++)
            Same(Run(seed, new() { Jump = false, RebaseAfter = 1_000_000 }), Run(seed, new() { Jump = false }), $"seed {seed}");
    }

    [Fact]
    public void A_long_run_goes_beyond_what_a_long_of_picoseconds_holds()
    {
        Workload year = Systems.Frames(365 * 24, 0) with { FrameRate = new(1, 3600) };
        SimulationResult result = Systems.Run(Systems.Hybrid(), year, options: new() { Jump = false });

        result.Seconds.ShouldBe(365 * 86_400.0, 1e-3);
        result.RelativeGap.ShouldBeLessThan(1e-9);
    }

    [Fact]
    public void A_year_at_30_frames_per_second_is_stepped_for_a_few_frames_only()
    {
        Workload year = new() { Frames = 946_728_000, Pattern = [[0, 1, 2]], Deployments = [new(1_000_000, 1), new(500_000_001, 2)] };
        SimulationResult result = Systems.Run(Systems.Hybrid(), year, Systems.DutyCycle());

        result.Frames.Completed.ShouldBe(946_728_000);
        result.FramesStepped.ShouldBeLessThan(100);
        result.Picoseconds.ShouldBe((Int128)31_557_600 * 1_000_000_000_000);
        result.Inferences[2].ShouldBe(946_728_000);
        result.Period.ShouldBe(3);
        result.RelativeGap.ShouldBeLessThan(1e-9);
    }

    [Fact]
    public void A_period_longer_than_the_pattern_is_found()
    {
        CountingFirmware firmware = new(5);
        SimulationResult result = Systems.Run(Systems.Hybrid(), Systems.Frames(10_000, 0), firmware);

        result.Period.ShouldBe(5);
        Same(result, Systems.Run(Systems.Hybrid(), Systems.Frames(10_000, 0), new CountingFirmware(5), new() { Jump = false }), "five");
    }

    [Fact]
    public void Firmware_that_promises_nothing_and_shuffled_frames_are_stepped()
    {
        ScriptedFirmware silent = ScriptedFirmware.PerFrame(static (soc, _) => default, steadyState: null);

        Systems.Run(Systems.Hybrid(), Systems.Frames(500), silent).FramesStepped.ShouldBe(500);
        Systems.Run(Systems.Hybrid(), Systems.Frames(500) with { Shuffled = true }).FramesStepped.ShouldBe(500);
    }

    [Fact]
    public void A_frame_in_steady_state_allocates_nothing()
    {
        Allocated(1000);
        long few = Allocated(1000);
        // A run's set-up may differ by an object that the runtime caches; 10,000 frames would differ by thousands.
        Math.Abs(Allocated(11_000) - few).ShouldBeLessThan(1000);
    }

    [Fact]
    public void Late_frames_of_few_values_allocate_nothing()
    {
        // 30 us of work in slots of 25 us: frames are late by 5, 10, 15 and 20 us, in turn.
        Workload hurried = Systems.Frames(1) with { FrameRate = new(40_000, 1) };
        Allocated(1000, hurried);
        long few = Allocated(1000, hurried);
        Math.Abs(Allocated(11_000, hurried) - few).ShouldBeLessThan(1000);
    }

    [Fact]
    public void The_trace_of_all_frames_adds_up_to_the_ledger()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            Dictionary<EnergyPosting, Int128> sums = [];
            long last = -2;
            SimulationResult result = Run(seed, new()
            {
                Jump = false,
                Trace = (frame, postings) =>
                {
                    frame.ShouldBeGreaterThan(last);
                    last = frame;
                    foreach (EnergyPosting posting in postings)
                        sums[Key(posting)] = sums.GetValueOrDefault(Key(posting)) + posting.Rontojoules;
                },
            });
            sums.Select(static sum => sum.Key with { Rontojoules = sum.Value }).ShouldBe(result.Ledger, ignoreOrder: true);
        }
    }

    private static EnergyPosting Key(EnergyPosting posting) => posting with { Rontojoules = 0 };

    [Fact]
    public void Two_runs_of_the_same_input_are_the_same()
    {
        for (int seed = 0; seed < 50; seed++)
            Describe(Run(seed, new())).ShouldBe(Describe(Run(seed, new())));
    }

    private static long Allocated(long frames, Workload? workload = null)
    {
        DutyCycleFirmware firmware = new(new() { SleepUnusedMemories = true, WakeAhead = true });
        long before = GC.GetAllocatedBytesForCurrentThread();
        Systems.Run(Systems.Hybrid(), (workload ?? Systems.Frames(1)) with { Frames = frames }, firmware, new() { Jump = false });
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static SimulationResult Run(int seed, SimulationOptions options)
    {
        (SystemDescription system, Workload workload, IFirmware firmware) = RandomRuns.Of(seed);
        return Systems.Run(system, workload, firmware, options);
    }

    /// <summary>All but how the run was carried out and the meter's rounding.</summary>
    private static void Same(SimulationResult left, SimulationResult right, string which)
    {
        Describe(left).ShouldBe(Describe(right), which);
        Math.Abs(left.Integral.Joules - right.Integral.Joules).ShouldBeLessThanOrEqualTo(1e-12 * right.Integral.Joules, which);
    }

    private static string Describe(SimulationResult result)
    {
        object[] counts = [result.Picoseconds, result.Rontojoules, result.Frames, result.Busy];
        IEnumerable<object> rows = counts
            .Append($"{result.PowerDowns} {result.Wakes} {result.MemorySleeps} {result.LastPowerDownCost} {result.UndeliveredDeployments}")
            .Append(string.Join(' ', result.Inferences))
            .Concat(result.Ledger.Cast<object>())
            .Concat(result.Residency.Cast<object>())
            .Concat(result.Transfers)
            .Concat(result.Wear)
            .Concat(result.Wear.SelectMany(static wear => wear.Regions));
        return string.Join('\n', rows);
    }

    private sealed class CountingFirmware(int period) : IFirmware
    {
        private int _turn;

        public long? SteadyState => _turn;

        public async ValueTask RunAsync(ISystemOnChip soc)
        {
            while (await soc.NextFrame() is not null)
            {
                await soc.Load(_turn == 0 ? 0 : 1);
                await soc.Infer(_turn == 0 ? 0 : 1);
                _turn = (_turn + 1) % period;
                soc.CompleteFrame();
            }
        }
    }
}
