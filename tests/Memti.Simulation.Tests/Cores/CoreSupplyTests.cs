using Memti.Abstractions.Units;
using Memti.Simulation.Codes;
using Memti.Simulation.Contents;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Runs;
using Memti.Simulation.Supplies;
using Memti.Simulation.Tests.Contents;
using Memti.Simulation.Tests.Supplies;
using static Memti.Simulation.Tests.Cores.Code;

namespace Memti.Simulation.Tests.Cores;

/// <summary>A core whose supply ends and comes back.</summary>
public sealed class CoreSupplyTests
{
    private const uint Word = 0x2000_0800;
    private const uint Torn = 0xA5A5_A5A5;
    private const int TargetOffset = 0x8000;
    private const uint Target = 0x2000_8000;
    private const int CopyBytes = 16_384;

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

    [Fact]
    public void A_store_under_way_at_a_brown_out_leaves_a_torn_word_that_the_core_reads_afterwards()
    {
        // The store takes 50 ms, and the supply ends after some 10. The next start finds neither zero nor what was stored.
        FakeTearing tearing = Long(new FakeTearing());
        _bench.Program
            .Get(A0, Word).Beq(A0, Zero, "store").Expect(A0, Torn, 1).Pass()
            .Label("store").Put(Word, 0x1122_3344).J("store");
        SimulationResult run = _bench.Run();
        run.Core!.HasFinished.ShouldBeTrue();
        run.Supply!.TornWrites.ShouldBe(1);
        (byte[] before, byte[] after, int place, WordCut cut) = tearing.Calls.ShouldHaveSingleItem();
        place.ShouldBe(0);
        before.ShouldBe(new byte[4]);
        after.ShouldBe([0x44, 0x33, 0x22, 0x11]);
        (cut.Latency, cut.Number).ShouldBe((_bench.WriteLatency.Picoseconds, 1));
        cut.Passed.ShouldBeInRange(1, cut.Latency - 1);
    }

    [Fact]
    public void A_torn_word_that_the_code_refuses_is_an_access_fault()
    {
        Long(new FakeTearing(unitBytes: 8, isRefused: true));
        // The neighbour of the word lies in the same word of the code: the first start reads it, the second one cannot.
        _bench.Program.Get(A0, Word + 4).Put(Word, 0x1122_3344).Label("end").J("end");
        _bench.Refused().Code.ShouldBe(SimulationCodes.CoreFault);
    }

    [Fact]
    public void Without_tearing_words_are_whole_as_before()
    {
        Long(null);
        _bench.Program
            .Get(A0, Word).Beq(A0, Zero, "store").Expect(A0, 0x1122_3344, 1).Pass()
            .Label("store").Put(Word, 0x1122_3344).J("store");
        SimulationResult run = _bench.Run();
        run.Core!.HasFinished.ShouldBeTrue();
        run.Supply!.TornWrites.ShouldBe(0);
    }

    [Fact]
    public void A_copy_of_the_DMA_engine_is_torn_in_one_word_and_whole_before_it()
    {
        var tearing = new FakeTearing();
        (_bench.Tearing, _bench.Supply, _bench.Workload) = (tearing, Cycling(), Systems.Frames(200, 0));
        _bench.Program
            .Get(A0, Target).Beq(A0, Zero, "again").Pass()
            .Label("again")
            .Put(CoreBench.Dma("SOURCE_LO"), (uint)CoreBench.CodeBase).Put(CoreBench.Dma("TARGET_LO"), Target)
            .Put(CoreBench.Dma("BYTES"), CopyBytes).Put(CoreBench.Dma("CONTROL"), 1)
            .Label("poll").Get(A0, CoreBench.Dma("STATUS")).Andi(A0, A0, 1).Bne(A0, Zero, "poll").J("again");
        CoreSimulator simulator = _bench.Simulator();
        SimulationResult run = simulator.Run();
        run.Core!.HasFinished.ShouldBeTrue();
        tearing.Calls.Count.ShouldBe(1);
        run.Supply!.TornWrites.ShouldBe(1);
        byte[] contents = simulator.ContentsOf(0).ToArray();
        byte[] source = contents[..CopyBytes];
        int[] different = [.. Enumerable.Range(0, CopyBytes).Where(place => contents[TargetOffset + place] != source[place])];
        // Copies before have left the same words everywhere: only the torn one differs.
        different.Length.ShouldBe(4);
        (different[3] - different[0], different[0] % 4).ShouldBe((3, 0));
        contents[TargetOffset + different[0]].ShouldBe(FakeTearing.Pattern);
    }

    private FakeTearing Long(FakeTearing? tearing)
    {
        _bench.Tearing = tearing;
        _bench.Supply = Cycling();
        _bench.Workload = Systems.Frames(200, 0);
        _bench.WriteLatency = SimTime.FromMilliseconds(50);
        return tearing!;
    }

    private static SupplySystem Cycling() => new()
    {
        Storage = new TestCapacitor(1e-3, 3, full: 3.2),
        Source = new TestSource((0.02, 0), (0.02, 2)),
        OnVolts = 3,
        OffVolts = 2.4,
    };
}
