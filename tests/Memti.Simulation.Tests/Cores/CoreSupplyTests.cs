using Memti.Simulation.PowerStates;
using Memti.Simulation.Runs;
using Memti.Simulation.Supplies;
using Memti.Simulation.Tests.Supplies;
using static Memti.Simulation.Tests.Cores.Code;

namespace Memti.Simulation.Tests.Cores;

/// <summary>A core whose supply ends and comes back.</summary>
public sealed class CoreSupplyTests
{
    private readonly CoreBench _bench = new();

    [Fact]
    public void After_a_brown_out_the_core_starts_anew_and_non_volatile_bytes_tell_how_often()
    {
        // Boots are counted in non-volatile memory; each boot takes frames and waits until the supply ends.
        _bench.Workload = Systems.Frames(200, 0);
        _bench.Supply = Cycling();
        _bench.Program
            .Get(A0, 0x2000_0800).Addi(A0, A0, 1).Sw(A0, T0, 0)
            .Put(CoreBench.Power("RETAINED"), 7)
            .Put(0xC00_000C, 1).Put(0xC00_2000, 1 << 3).Li(T0, 1 << 11).Csrw(Mie, T0)
            .Label("again").Wfi()
            .Put(CoreBench.Frame("TAKE"), 1).Put(CoreBench.Frame("COMPLETE"), 1)
            .Get(A0, 0xC20_0004).Sw(A0, T0, 0).J("again");
        CoreSimulator simulator = _bench.Simulator();
        SimulationResult run = simulator.Run();
        run.Supply!.ColdStarts.ShouldBeGreaterThan(1);
        byte[] boots = new byte[4];
        simulator.TryReadMemory(0x2000_0800, boots);
        long counted = BitConverter.ToUInt32(boots);
        // The memory may be without power at the end, and then cannot be read.
        if (run.Supply.ColdStarts == run.Supply.BrownOuts)
            counted.ShouldBe(run.Supply.ColdStarts + 1);
        run.Frames.Completed.ShouldBeInRange(1, 199);
        run.Supply.Energy.Delivered.ShouldBe(run.Energy.Joules, 1e-9 * run.Energy.Joules);
        run.Residency.Where(static state => state.State == PowerState.Off).Max(static state => state.Seconds)
            .ShouldBe(run.Supply.DarkSeconds, 1e-6);
    }

    [Fact]
    public void The_warning_is_a_line_of_the_power_controller()
    {
        _bench.Supply = new() { Storage = new TestCapacitor(1e-2, 3), OnVolts = 3, OffVolts = 2.4, WarningVolts = 2.8 };
        _bench.Workload = Systems.Frames(2, 0) with { FrameRate = new(1, 10), Pattern = [[], [0]] };
        _bench.Program
            .Put(0xC00_0010, 1).Put(0xC00_2000, 1 << 4).Put(CoreBench.Power("SUPPLY"), 4).Li(T0, 1 << 11).Csrw(Mie, T0).Wfi()
            .Get(A0, CoreBench.Power("SUPPLY")).Expect(A0, 7, 1)
            .Get(A0, CoreBench.Power("SUPPLY_MV")).Expect(A0, 2800, 2)
            .Put(CoreBench.Power("SUPPLY"), 2)
            .Get(A0, CoreBench.Power("SUPPLY")).Expect(A0, 1, 3)
            .Pass();
        SimulationResult run = _bench.Run();
        run.Core!.HasFinished.ShouldBeTrue();
        run.Supply!.Warnings.ShouldBe(1);
        run.Supply.BrownOuts.ShouldBe(0);
    }

    [Fact]
    public void A_supply_that_always_has_enough_reads_as_such()
    {
        _bench.Program.Get(A0, CoreBench.Power("SUPPLY_MV")).Expect(A0, uint.MaxValue, 1)
            .Get(A0, CoreBench.Power("SUPPLY")).Expect(A0, 0, 2).Pass();
        _bench.Run().Core!.HasFinished.ShouldBeTrue();
    }

    private static SupplySystem Cycling() => new()
    {
        Storage = new TestCapacitor(1e-3, 3, full: 3.2),
        Source = new TestSource((0.02, 0), (0.02, 2)),
        OnVolts = 3,
        OffVolts = 2.4,
    };
}
