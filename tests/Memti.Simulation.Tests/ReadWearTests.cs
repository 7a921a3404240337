using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Simulation.Ledger;
using Memti.Simulation.Runs;
using Memti.Simulation.Systems;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Tests;

public class ReadWearTests
{
    [Fact]
    public void Reads_wear_the_weights_that_inferences_read()
    {
        SimulationResult result = Systems.Run(System(static figures => figures with { WearPerRead = 0.01 }), Systems.Frames(1000, 0));

        RegionWear weights = result.Wear[0].Regions.ShouldHaveSingleItem();
        (weights.Name, weights.Reads, weights.Writes).ShouldBe(("shared weights", 2000, 0)); // 8,000 bits of weights, 16,000 read
        Lifetime(static figures => figures with { WearPerRead = 0.01 }).PerSecond.ShouldBe(1000 * 2 * 0.01, 1e-9);
    }

    [Fact]
    public void A_destructive_read_is_followed_by_a_rewrite()
    {
        static MemoryFigures Destructive(MemoryFigures figures) =>
            figures with { ReadsPerRewrite = 1, Retention = TimeSpan.FromSeconds(1) };
        SimulationResult plain = Systems.Run(System(static figures => figures), Systems.Frames(1000, 0));
        SimulationResult result = Systems.Run(System(Destructive), Systems.Frames(1000, 0));

        // 1 pJ to read a bit, 2 to write it back
        result.Joules("shared", EnergyCause.Read).ShouldBe(3 * plain.Joules("shared", EnergyCause.Read), 1e-15);
        MemoryLifetime life = Lifetime(Destructive);
        (life.Bound, Math.Round(life.PerSecond, 9)).ShouldBe((LifetimeBound.Endurance, 2000)); // reading refreshes
    }

    [Fact]
    public void Reads_that_disturb_spread_the_rewrite_over_them()
    {
        MemoryFigures figures = Systems.Figures(isVolatile: false) with { ReadsPerRewrite = 100 };
        figures.SustainedReadPerBit.Picojoules.ShouldBe(1.02, 1e-12);
        figures.SustainedRead.GigabytesPerSecond.ShouldBe(1 / 1.01, 1e-9);
        Lifetime(static figures => figures with { ReadsPerRewrite = 100 }).PerSecond.ShouldBe(1000 * 2 / 100.0, 1e-9);
    }

    [Fact]
    public void Reads_of_the_backing_store_by_loads_wear_the_sets_read()
    {
        MemoryUnit backing = Systems.Backing() with
        {
            Figures = Systems.Figures(isVolatile: false) with { WearPerRead = 1, Endurance = 1e6 }
        };
        SimulationResult result = Systems.Run(Systems.Of(Systems.Hybrid().Tasks, Systems.Working(), backing), Systems.Frames(10));
        result.Wear[1].Regions
            .Where(static region => region.Name.StartsWith("set of"))
            .Select(static region => region.Reads)
            .ShouldBe([10, 10, 10]);
    }

    [Fact]
    public void A_replacement_costs_what_the_memory_says_and_the_first_load_what_a_bit_does()
    {
        MemoryUnit working = Systems.Working(isVolatile: false) with
        {
            Replacement = static (there, comes) => new(Energy.FromNanojoules((3 * there) + comes), SimTime.FromMicroseconds(5))
        };
        SimulationResult result = Systems.Run(Systems.Of(Systems.Hybrid().Tasks, working, Systems.Backing()), Systems.Frames(10));

        result.Joules("task", EnergyCause.Reload).ShouldBe(16e-9, 1e-18);
        // a to b ten times (1), b to c (5) ten times, c to a (6) nine times
        result.Joules("task", EnergyCause.TaskSwitchWrite).ShouldBe(((10 * 1) + (10 * 5) + (9 * 6)) * 1e-9, 1e-18);
    }

    private static SystemDescription System(Func<MemoryFigures, MemoryFigures> change)
    {
        MemoryUnit shared = Systems.Shared();
        shared = shared with { Figures = change(shared.Figures with { Endurance = 1e6 }) };
        return Systems.Of(
            [Systems.Task("a").Moving("shared", TransferDirection.Read, 16_000)], shared, Systems.Working(), Systems.Backing());
    }

    private static MemoryLifetime Lifetime(Func<MemoryFigures, MemoryFigures> change) =>
        Systems.Lifetimes(System(change), Systems.Frames(100, 0)).ShouldHaveSingleItem();
}
