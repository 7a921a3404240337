using Memti.Abstractions.Firmware;
using Memti.Simulation.Firmware;
using Memti.Simulation.Frames;
using Memti.Simulation.Runs;
using Memti.Simulation.Systems;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Tests;

public class LifetimeTests
{
    private static readonly int[][] Turns = [[0], [1], [0], [2], [0, 1], [2, 2, 1]];

    [Fact]
    public void A_slot_rewritten_three_times_a_frame_lasts_as_long_as_its_writes()
    {
        MemoryLifetime life = Systems.Lifetimes(Slots(1), Systems.Frames(1000)).ShouldHaveSingleItem();

        (life.Memory, life.Region, life.Bound, life.Once).ShouldBe(("task", "slot 0", LifetimeBound.Endurance, 0));
        life.PerSecond.ShouldBe(3000, 1e-9);
        life.Seconds!.Value.ShouldBe(1e6 / 3000, 1e-9);
    }

    [Fact]
    public void Ninety_rewrites_a_second_last_hours()
    {
        // The paper's all RRAM design at 30 FPS: 1e6 endurance lasts 3.1 hours.
        Workload workload = Systems.Frames(30) with { FrameRate = new(30, 1) };
        (Systems.Lifetimes(Slots(1), workload)[0].Seconds!.Value / 3600).ShouldBe(3.1, 0.02);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(100_000_000)]
    public void The_first_load_of_a_task_that_stays_is_not_wear_that_recurs(long frames)
    {
        MemoryLifetime life = Systems.Lifetimes(Slots(1), Systems.Frames(frames, 1)).ShouldHaveSingleItem();

        (life.Bound, life.Seconds, life.Once, life.PerSecond).ShouldBe((LifetimeBound.None, null, 1, 0));
    }

    [Fact]
    public void How_long_is_simulated_does_not_change_the_lifetime()
    {
        foreach (int slots in (int[])[1, 2])
            foreach (int rate in (int[])[7, 30, 1000])
                foreach (bool sleeps in (bool[])[false, true])
                {
                    Workload workload = Systems.Frames(1) with { FrameRate = new(rate, 1), Pattern = Turns };
                    MemoryLifetime first = Life(slots, workload, sleeps);
                    foreach (long frames in (long[])[2, 5, 17, 1000, 30_000, 1_000_000_007])
                        Life(slots, workload with { Frames = frames }, sleeps).ShouldBe(
                            first, $"{slots} slots, {rate} frames/s, {frames} frames");
                }
    }

    [Fact]
    public void Neither_does_stepping_every_frame()
    {
        Workload workload = Systems.Frames(5000) with { FrameRate = new(30, 1), Pattern = Turns };
        Systems.Lifetimes(Slots(2), workload, options: new() { Jump = false }).ShouldBe(Systems.Lifetimes(Slots(2), workload));
    }

    [Fact]
    public void Of_random_systems_neither()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            int which = seed;
            (SystemDescription system, Workload workload, _) = RandomRuns.Of(seed);
            workload = workload with { Deployments = [], FreeRunning = false };
            IReadOnlyList<MemoryLifetime> shorter = Systems.Lifetimes(system, workload, () => RandomRuns.Of(which).Firmware);
            IReadOnlyList<MemoryLifetime> longer = Systems.Lifetimes(
                system, workload with { Frames = (3 * workload.Frames) + 7 }, () => RandomRuns.Of(which).Firmware);
            longer.ShouldBe(shorter, $"seed {seed}");
        }
    }

    [Fact]
    public void Shuffled_tasks_wear_at_their_mean_rate_whatever_the_duration()
    {
        // Each of three tasks is followed by another one but where a frame ends as the next begins: 8/9 of 3 loads a frame.
        Workload workload = Systems.Frames(10) with { Shuffled = true };
        MemoryLifetime life = Systems.Lifetimes(Slots(1), workload)[0];

        life.PerSecond.ShouldBe(1000 * (2 + (2 / 3.0)), 30);
        life.Once.ShouldBe(0);
        Systems.Lifetimes(Slots(1), workload with { Frames = 5000 })[0].ShouldBe(life);
    }

    [Fact]
    public void Firmware_without_a_promise_wears_at_its_mean_rate()
    {
        MemoryLifetime life = Systems.Lifetimes(Slots(1), Systems.Frames(10), static () => new UnpromisingFirmware())[0];
        life.PerSecond.ShouldBe(3000, 1e-6);
    }

    [Fact]
    public void A_deployment_counts_once()
    {
        SystemDescription system = Slots(3);
        Workload workload = Systems.Frames(100) with { Deployments = [new(10, 1), new(50, 1), new(60, 2)] };
        MemoryLifetime life = Systems.Lifetimes(system, workload)[0];
        (life.Bound, life.PerSecond).ShouldBe((LifetimeBound.None, 0));
        (Systems.Lifetimes(Slots(1), workload with { Pattern = [[1]] })[0] is { Once: 3, PerSecond: 0 }).ShouldBeTrue();
    }

    [Fact]
    public void Contents_that_nothing_rewrites_last_for_their_retention()
    {
        SystemDescription system = Slots(3, TimeSpan.FromHours(9));
        foreach (long frames in (long[])[10, 1_000_000_000])
        {
            MemoryLifetime life = Systems.Lifetimes(system, Systems.Frames(frames))[0];
            (life.Bound, life.Seconds).ShouldBe((LifetimeBound.Retention, 9.0 * 3600));
        }
    }

    [Fact]
    public void Contents_rewritten_in_time_do_not_fade()
    {
        Workload daily = Systems.Frames(400) with { FrameRate = new(1, 43_200), Pattern = [[0], [1]] };

        Systems.Lifetimes(Slots(1, TimeSpan.FromHours(13)), daily)[0].Bound.ShouldBe(LifetimeBound.Endurance);
        Systems.Lifetimes(Slots(1, TimeSpan.FromHours(11)), daily)[0].Bound.ShouldBe(LifetimeBound.Retention);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_run_says_when_a_region_wears_out_and_when_contents_fade(bool jump)
    {
        // Two writes a frame; the million and first comes with the second task of frame 500,000, which starts after 500 s.
        Workload workload = Systems.Frames(600_000, 0, 1);
        SimulationOptions options = new() { Jump = jump };
        RegionWear worn = Systems.Run(Slots(1), workload, options: options).Wear[0].MostWritten!;
        worn.WornAfterSeconds!.Value.ShouldBe(500, 1e-3);

        RegionWear[] faded =
            [.. Systems.Run(
                Slots(3, TimeSpan.FromSeconds(100)), workload with { Deployments = [new(50_000, 0)] }, options: options).Wear[0].Regions];
        faded.Select(static region => Math.Round(region.FadedAfterSeconds ?? -1, 3)).ShouldBe([150, 100, 100]);
        Systems.Run(Slots(3, TimeSpan.FromSeconds(601)), workload, options: options).Wear[0].Regions
            .ShouldAllBe(static region => region.FadedAfterSeconds == null);
    }

    [Fact]
    public void A_memory_that_neither_wears_nor_fades_has_no_lifetime() =>
        Systems.Lifetimes(Systems.Hybrid(), Systems.Frames(100)).ShouldBeEmpty();

    private static SystemDescription Slots(int slots, TimeSpan? retention = null)
    {
        MemoryUnit working = Systems.Working(isVolatile: false, slots);
        return Systems.Of(
            Systems.Hybrid().Tasks, working with { Figures = working.Figures with { Retention = retention } }, Systems.Backing());
    }

    private static MemoryLifetime Life(int slots, Workload workload, bool sleeps) =>
        Systems.Lifetimes(Slots(slots), workload, () => sleeps ? Systems.DutyCycle() : new AlwaysOnFirmware())[0];

    private sealed class UnpromisingFirmware : IFirmware
    {
        private readonly AlwaysOnFirmware _firmware = new();

        public ValueTask RunAsync(ISystemOnChip soc) => _firmware.RunAsync(soc);
    }
}
