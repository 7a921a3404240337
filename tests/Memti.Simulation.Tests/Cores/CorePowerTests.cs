using Memti.Abstractions.Diagnostics;
using Memti.Simulation.Codes;
using Memti.Simulation.Executables;
using Memti.Simulation.Ledger;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Runs;
using static Memti.Simulation.Tests.Cores.Code;

namespace Memti.Simulation.Tests.Cores;

public sealed class CorePowerTests
{
    private const uint WorkingDomain = 3;

    private readonly CoreBench _bench = new();

    [Fact]
    public void Firmware_that_powers_down_after_each_frame_is_woken_by_the_next()
    {
        // Boots are counted in a retained word; each takes and completes one frame.
        _bench.Workload = Systems.Frames(5, 0);
        _bench.Program
            .Get(A0, CoreBench.Power("RETAINED")).Addi(A0, A0, 1).Sw(A0, T0, 0)
            .Put(CoreBench.Frame("TAKE"), 1).Put(CoreBench.Frame("COMPLETE"), 1)
            .Put(CoreBench.Power("WAKE_ENABLE"), 1).Put(CoreBench.Power("POWER_DOWN"), 1).Wfi();
        CoreSimulator simulator = _bench.Simulator();
        SimulationResult result = simulator.Run();
        (result.Frames.Completed, result.Frames.Late, result.PowerDowns, result.Wakes).ShouldBe((5L, 0L, 5L, 4L));
        result.Picoseconds.ShouldBe((Int128)5_000_000_000);
        byte[] boots = new byte[4];
        simulator.TryReadMemory(CoreBench.Power("RETAINED"), boots).ShouldBeTrue();
        boots[0].ShouldBe((byte)5);
        double off = Residency(result, "processor", PowerState.Off);
        off.ShouldBeInRange(0.9 * result.Seconds, result.Seconds);
        Residency(result, "processor", PowerState.Waking).ShouldBe(4e-6, 1e-12, "four wake-ups of a microsecond each");
        CoreBench.Joules(result, "processor", EnergyCause.Off).ShouldBe(0.02e-6 * off, 1e-18);
    }

    [Fact]
    public void Volatile_bytes_are_gone_after_a_power_down_and_non_volatile_ones_stay()
    {
        _bench.Program
            .Get(A0, CoreBench.Power("WAKE_CAUSE")).Andi(A0, A0, 8).Beq(A0, Zero, "woken")
            .Put(CoreBench.DataBase + 64, 0x1234).Put(0x2000_0800, 0x5678)
            .Put(CoreBench.Power("WAKE_TIME_HI"), 0).Put(CoreBench.Power("WAKE_TIME_LO"), 1000)
            .Put(CoreBench.Power("WAKE_ENABLE"), 2).Put(CoreBench.Power("POWER_DOWN"), 1).Wfi()
            .Label("woken")
            .Get(A0, CoreBench.Power("WAKE_CAUSE")).Expect(A0, 2, 1)
            .Get(A0, CoreBench.Power("POWER_DOWN")).Expect(A0, 0, 2)
            .Get(A0, 0x2000_0800).Expect(A0, 0x5678, 3)
            .Get(A0, CoreBench.Power("STATE") + 8).Expect(A0, 0, 4)
            .Put(CoreBench.Power("WAKE"), 1 << 2)
            .Label("waking").Get(A0, CoreBench.Power("BUSY")).Bne(A0, Zero, "waking")
            .Get(A0, CoreBench.DataBase + 64).Li(T2, 0x1234).Bne(A0, T2, "lost").Put(0x10_0000, 0x5_3333)
            .Label("lost").Pass();
        SimulationResult result = _bench.Run();
        result.Core!.HasFinished.ShouldBeTrue();
        result.Seconds.ShouldBeGreaterThan(100e-6 + 3e-6, "the wake-up of core and code, and that of the data");
    }

    [Fact]
    public void A_power_down_with_retention_keeps_the_data()
    {
        _bench.DataRetains = true;
        _bench.Program
            .Get(A0, CoreBench.Power("WAKE_CAUSE")).Andi(A0, A0, 8).Beq(A0, Zero, "woken")
            .Put(CoreBench.DataBase + 64, 0x1234)
            .Put(CoreBench.Power("WAKE_TIME_HI"), 0).Put(CoreBench.Power("WAKE_TIME_LO"), 1000)
            .Put(CoreBench.Power("WAKE_ENABLE"), 2).Put(CoreBench.Power("POWER_DOWN"), 2).Wfi()
            .Label("woken")
            .Get(A0, CoreBench.Power("STATE") + 8).Expect(A0, 1, 1)
            .Put(CoreBench.Power("WAKE"), 1 << 2)
            .Label("waking").Get(A0, CoreBench.Power("STATE") + 8).Li(T2, 3).Bne(A0, T2, "waking")
            .Get(A0, CoreBench.DataBase + 64).Expect(A0, 0x1234, 2).Pass();
        _bench.Run().Core!.HasFinished.ShouldBeTrue();
    }

    [Fact]
    public void A_power_down_that_nothing_ends_is_stopped()
    {
        _bench.Program.Put(CoreBench.Power("POWER_DOWN"), 1).Wfi();
        _bench.Refused().Code.ShouldBe(SimulationCodes.CoreSleeps);
    }

    [Fact]
    public void Dma_loads_a_set_as_the_driver_library_does()
    {
        _bench.Program
            .Put(CoreBench.Dma("SOURCE_LO"), (uint)CoreBench.BackingBase + 1024).Put(CoreBench.Dma("TARGET_LO"), (uint)CoreBench.WorkingBase)
            .Put(CoreBench.Dma("BYTES"), 1000).Put(CoreBench.Dma("CONTROL"), 1)
            .Label("busy").Get(A0, CoreBench.Dma("STATUS")).Andi(T1, A0, 1).Bne(T1, Zero, "busy").Expect(A0, 2, 1).Pass();
        SimulationResult result = _bench.Run();
        // 8,000 bits, read at 1 pJ and written at 2 pJ a bit, for the task whose set it is.
        CoreBench.Joules(result, "task", EnergyCause.Reload, task: 1).ShouldBe(16e-9, 1e-16);
        CoreBench.Joules(result, "backing", EnergyCause.Reload, task: 1).ShouldBe(8e-9, 1e-16);
        result.Wear.Single(static wear => wear.Memory == "task").Regions.Single().Writes.ShouldBe(1L);
        result.Seconds.ShouldBeGreaterThan(1e-6);
    }

    [Fact]
    public void Dma_moves_bytes_and_interrupts()
    {
        _bench.Program
            .Put(0xC00_0008, 1).Put(0xC00_2000, 4).Li(T0, 1 << 11).Csrw(Mie, T0)
            .Put(CoreBench.DataBase, 0xCAFE).Put(CoreBench.DataBase + 4, 0xF00D)
            .Put(CoreBench.Dma("SOURCE_LO"), unchecked((uint)CoreBench.DataBase)).Put(CoreBench.Dma("TARGET_LO"), 0x8000_0100)
            .Put(CoreBench.Dma("BYTES"), 8).Put(CoreBench.Dma("CONTROL"), 1).Wfi()
            .Get(A0, 0xC20_0004).Expect(A0, 2, 1)
            .Get(A0, CoreBench.DataBase + 0x104).Expect(A0, 0xF00D, 2).Pass();
        _bench.Run().Core!.HasFinished.ShouldBeTrue();
    }

    [Fact]
    public void Dma_that_reads_what_nobody_wrote_is_a_finding_with_the_place_of_the_core()
    {
        _bench.Symbols.Add(new Symbol("load_adapters", CoreBench.CodeBase, 4096));
        _bench.Program
            .Put(CoreBench.Dma("SOURCE_LO"), unchecked((uint)CoreBench.DataBase)).Put(CoreBench.Dma("TARGET_LO"), 0x8000_0100)
            .Put(CoreBench.Dma("BYTES"), 64).Put(CoreBench.Dma("CONTROL"), 1).Wfi();
        Diagnostic refused = _bench.Refused();
        (refused.Code, refused.Value).ShouldBe((SimulationCodes.UnwrittenRead, "0x80000000"));
        refused.Message.ShouldContain("(load_adapters+0x");
    }

    [Fact]
    public void Dma_to_a_memory_that_is_down_ends_with_an_error()
    {
        _bench.Program
            .Put(CoreBench.Power("SLEEP"), 1 << (int)WorkingDomain)
            .Put(CoreBench.Dma("SOURCE_LO"), (uint)CoreBench.BackingBase).Put(CoreBench.Dma("TARGET_LO"), (uint)CoreBench.WorkingBase)
            .Put(CoreBench.Dma("BYTES"), 1000).Put(CoreBench.Dma("CONTROL"), 1)
            .Get(A0, CoreBench.Dma("STATUS")).Expect(A0, 4, 1).Pass();
        _bench.Run().MemorySleeps.ShouldBe(1L);
    }

    [Fact]
    public void A_frame_that_comes_while_one_is_open_waits_and_is_late()
    {
        _bench.Workload = Systems.Frames(3, 0);
        _bench.Program
            .Put(CoreBench.Frame("TAKE"), 1)
            // 1.2 ms by the timer, longer than a frame of 1 ms.
            .Put(0x200_4004, 0).Put(0x200_4000, 12_000).Li(T0, 1 << 7).Csrw(Mie, T0).Wfi()
            .Get(A0, CoreBench.Frame("STATUS")).Expect(A0, 2, 1)
            .Put(CoreBench.Frame("COMPLETE"), 1)
            .Get(A0, CoreBench.Frame("STATUS")).Expect(A0, 1, 2)
            .Put(CoreBench.Frame("TAKE"), 1)
            .Get(A0, CoreBench.Frame("INDEX_LO")).Expect(A0, 1, 3)
            .Put(CoreBench.Frame("COMPLETE"), 1)
            // What was asked before is still pending.
            .Put(0xC00_000C, 1).Put(0xC00_2000, 8).Get(A0, 0xC20_0004).Expect(A0, 3, 4).Put(0xC20_0004, 3)
            .Li(T0, 1 << 11).Csrw(Mie, T0).Wfi()
            .Put(CoreBench.Frame("TAKE"), 1).Put(CoreBench.Frame("COMPLETE"), 1)
            .Get(A0, 0xC20_0004).Put(0xC20_0004, 3).Wfi();
        SimulationResult result = _bench.Run();
        (result.Frames.Completed, result.Frames.Late, result.Frames.Skipped).ShouldBe((3L, 1L, 0L));
        result.Picoseconds.ShouldBe((Int128)3_000_000_000);
    }

    private static double Residency(SimulationResult result, string component, PowerState state) => result.Residency
        .Where(one => result.Components[one.Component] == component && one.State == state)
        .Sum(static one => one.Seconds);
}
