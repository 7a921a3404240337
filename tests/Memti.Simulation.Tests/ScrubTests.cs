using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Units;
using Memti.Simulation.Frames;
using Memti.Simulation.Ledger;
using Memti.Simulation.Runs;
using Memti.Simulation.Systems;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Tests;

public class ScrubTests
{
    private const int SharedBits = 8_000; // two layers of 4,000

    private static readonly ScrubPlan EverySecond = new() { Every = TimeSpan.FromSeconds(1) };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_scrub_reads_and_rewrites_what_the_memory_holds(bool jump)
    {
        SimulationResult result = Systems.Run(Scrubbed(EverySecond), Systems.Frames(10_500), Systems.DutyCycle(), new() { Jump = jump });

        result.Joules("shared", EnergyCause.Scrub).ShouldBe(10 * SharedBits * 3e-12, 1e-18); // 1 pJ to read a bit, 2 to write it
        RegionWear weights = result.Wear[0].Regions.ShouldHaveSingleItem();
        (weights.Name, weights.Writes, weights.FadedAfterSeconds).ShouldBe(("shared weights", 10, null));
        result.Transfers
            .Single(static row => row is { Memory: "shared", Direction: TransferDirection.Write }).Bits
            .ShouldBe((Int128)10 * SharedBits);
        SimulationResult without = Systems.Run(Scrubbed(null), Systems.Frames(10_500), Systems.DutyCycle());
        result.Busy.Most.Microseconds.ShouldBe(without.Busy.Most.Microseconds + 2, 1e-6); // a microsecond each way
    }

    [Fact]
    public void Check_bits_are_moved_along_and_correction_takes_energy()
    {
        ScrubPlan corrected = EverySecond with { CheckBitsPerBit = 0.125, CorrectionPerBit = Energy.FromPicojoules(4) };
        Systems.Run(Scrubbed(corrected), Systems.Frames(1500))
            .Joules("shared", EnergyCause.Scrub)
            .ShouldBe(SharedBits * ((1.125 * 3e-12) + 4e-12), 1e-18);
    }

    [Fact]
    public void Contents_that_are_scrubbed_in_time_do_not_fade_and_wear_by_a_write_each_time()
    {
        MemoryLifetime life = Systems.Lifetimes(Scrubbed(EverySecond, retention: 2), Systems.Frames(100)).ShouldHaveSingleItem();
        (life.Bound, life.PerSecond, life.Seconds).ShouldBe((LifetimeBound.Endurance, 1, 1e6));
    }

    [Fact]
    public void Scrubs_further_apart_than_contents_last_do_not_help()
    {
        SystemDescription system = Scrubbed(EverySecond, retention: 0.5);
        Systems.Lifetimes(system, Systems.Frames(100))[0].Seconds.ShouldBe(0.5);
        Systems.Run(system, Systems.Frames(5000)).Wear[0].Regions[0].FadedAfterSeconds.ShouldBe(0.5);
    }

    [Fact]
    public void The_lifetime_with_scrubs_does_not_depend_on_the_duration()
    {
        MemoryLifetime life = Systems.Lifetimes(Scrubbed(EverySecond, retention: 2), Systems.Frames(1))[0];
        foreach (long frames in (long[])[500, 1500, 20_000])
            Systems.Lifetimes(Scrubbed(EverySecond, retention: 2), Systems.Frames(frames))[0].ShouldBe(life);
    }

    [Fact]
    public void A_century_of_weekly_scrubs_is_jumped()
    {
        ScrubPlan weekly = new() { Every = TimeSpan.FromDays(7) };
        Workload century = Systems.Frames(30L * 36_525 * 86_400) with { FrameRate = new(30, 1) };
        SimulationResult result = Systems.Run(Scrubbed(weekly), century, Systems.DutyCycle());

        result.Wear[0].Regions[0].Writes.ShouldBe(36_525 / 7);
        result.FramesStepped.ShouldBeLessThan(200_000);
        result.RelativeGap.ShouldBeLessThan(1e-9);
    }

    [Fact]
    public void A_system_that_sleeps_scrubs_when_it_is_next_awake()
    {
        Workload slow = Systems.Frames(4) with { FrameRate = new(1, 10) };
        SimulationResult result = Systems.Run(Scrubbed(EverySecond), slow, Systems.DutyCycle());
        result.Wear[0].Regions[0].Writes.ShouldBe(3); // with the frames at 10, 20 and 30 s; one each, however many were due
    }

    [Fact]
    public void Random_runs_jump_as_they_step()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            (SystemDescription system, Workload workload, _) = RandomRuns.Of(seed);
            system =
                system with
                {
                    Memories = [.. system.Memories
                        .Select(
                            (memory, place) =>
                                memory.Figures.Volatile
                                    ? memory
                                    : memory with { Scrub = new() { Every = TimeSpan.FromMilliseconds(40 + (17 * place)) } })]
                };
            SimulationResult jumped = Systems.Run(system, workload, RandomRuns.Of(seed).Firmware);
            SimulationResult stepped = Systems.Run(system, workload, RandomRuns.Of(seed).Firmware, new() { Jump = false });
            jumped.Rontojoules.ShouldBe(stepped.Rontojoules, $"seed {seed}");
            jumped.Wear.ShouldBe(stepped.Wear, $"seed {seed}");
        }
    }

    private static SystemDescription Scrubbed(ScrubPlan? plan, double? retention = null)
    {
        MemoryUnit shared = Systems.Shared();
        shared = shared with
        {
            Scrub = plan,
            Figures = shared.Figures with { Endurance = 1e6, Retention = retention is { } seconds ? TimeSpan.FromSeconds(seconds) : null },
        };
        return Systems.Of(Systems.Hybrid().Tasks, shared, Systems.Working(), Systems.Backing());
    }
}
