using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Processors;
using Memti.Plugins.RiscV.Options;
using Memti.Plugins.RiscV.Tests.Machines;

namespace Memti.Plugins.RiscV.Tests.Time;

/// <summary>Cycles and accesses of instructions.</summary>
public sealed class CycleTests
{
    private const uint Slow = 0x20000000;

    // The tables of doc/pipeline_details.rst (Ibex) and docs/source/pipeline.rst (CV32E40P).
    [Theory]
    [InlineData("integer", 1, 1)]
    [InlineData("load", 2, 1)]
    [InlineData("store", 2, 1)]
    [InlineData("mul", 3, 1)]
    [InlineData("mulhu", 4, 5)]
    [InlineData("div", 38, 35)]
    [InlineData("jump", 2, 2)]
    [InlineData("not taken", 1, 1)]
    [InlineData("taken", 3, 3)]
    [InlineData("fence.i", 2, 2)]
    [InlineData("mscratch", 1, 1)]
    [InlineData("mepc", 1, 4)]
    public void An_instruction_takes_the_cycles_of_its_table(string what, int ibex, int cv32e40p)
    {
        CyclesOf(CoreTiming.Ibex, Instruction(what)).ShouldBe(ibex);
        CyclesOf(CoreTiming.Cv32e40p, Instruction(what)).ShouldBe(cv32e40p);
    }

    [Fact]
    public void A_value_that_the_next_instruction_needs_takes_a_cycle_more()
    {
        uint load = Assembler.Immediate("lw", 5, 10, 0);
        CyclesOf(CoreTiming.Cv32e40p, load, Assembler.Immediate("addi", 6, 5, 0)).ShouldBe(2);
        CyclesOf(CoreTiming.Cv32e40p, load, Assembler.Immediate("addi", 6, 7, 0)).ShouldBe(1);
        CyclesOf(CoreTiming.Cv32e40p, Assembler.Immediate("addi", 5, 0, 0), Assembler.Immediate("jalr", 0, 5, 0)).ShouldBe(2);
        CyclesOf(CoreTiming.Ibex, load, Assembler.Immediate("addi", 6, 5, 0)).ShouldBe(2);
    }

    [Theory]
    // Words fetched: code at 0, 2 and 4; a jump over one halfword to an address that is no multiple of four.
    [InlineData(new ushort[] { 1, 1, 1, 1 }, 4, 2)]
    [InlineData(new ushort[] { 1, 0x0013, 0x0000, 1 }, 3, 2)]
    [InlineData(new ushort[] { 0xa011, 1, 1, 1 }, 2, 2)]
    [InlineData(new ushort[] { 0xa021, 1, 1, 1, 1, 1 }, 2, 2)]
    public void A_fetch_takes_words(ushort[] code, int instructions, int words)
    {
        CoreMemory memory = TestMachine.Memory("slow", Slow, 4096, readWaits: 3);
        var machine = new TestMachine(null, 1 << 20, memory);
        machine.Put(Slow, System.Runtime.InteropServices.MemoryMarshal.AsBytes<ushort>(code));
        machine.SetRegister(32, Slow);
        Steps(machine, instructions);
        TestMachine.CountersOf(memory).ShouldBe((words, 0, 0));
        machine.Core.Counters.StalledCycles.ShouldBe(3 * words);
        machine.Core.Counters.Instructions.ShouldBe(instructions);
    }

    [Fact]
    public void Data_waits_for_its_memory()
    {
        CoreMemory memory = TestMachine.Memory("slow", Slow, 4096, readWaits: 3, writeWaits: 70);
        var machine = new TestMachine(null, 1 << 20, memory);
        machine.Put(TestMachine.RamBase, Assembler.Immediate("lb", 5, 10, 1), Assembler.Store("sh", 5, 2, 10), Assembler.Atomic("amoadd.w", 5, 0, 10));
        machine.SetRegister(10, Slow);
        Steps(machine, 3);
        TestMachine.CountersOf(memory).ShouldBe((0, 2, 2));
        TestMachine.CountersOf(machine.Ram).ShouldBe((3, 0, 0));
        machine.Core.Counters.ShouldBe(new CoreCounters(3, 2 + 2 + 4, 3 + 70 + 73));
        machine.Core.Cycle.ShouldBe(8 + 146);
    }

    [Fact]
    public void A_device_lets_the_core_wait()
    {
        var machine = new TestMachine { DeviceWaits = 9 };
        machine.Put(TestMachine.RamBase, Assembler.Immediate("lbu", 5, 10, 5));
        machine.SetRegister(10, TestMachine.Console);
        Steps(machine, 1);
        machine.Register(5).ShouldBe(0x60u);
        machine.Core.Counters.ShouldBe(new CoreCounters(1, 2, 9));
    }

    [Fact]
    public void Stores_through_the_host_reach_it_and_loads_do_not()
    {
        CoreMemory memory = TestMachine.Memory("rram", Slow, 4096, throughHost: true);
        var machine = new TestMachine(null, 1 << 20, memory) { DeviceWaits = 40, Records = true };
        machine.Put(TestMachine.RamBase, Assembler.Store("sw", 10, 8, 10), Assembler.Immediate("lw", 5, 10, 8));
        machine.SetRegister(10, Slow);
        Steps(machine, 2);
        machine.Accesses.ShouldBe(["store 20000008 4"]);
        machine.Register(5).ShouldBe(Slow);
        TestMachine.CountersOf(memory).ShouldBe((0, 1, 0));
        machine.Core.Counters.StalledCycles.ShouldBe(40);
    }

    [Fact]
    public void A_memory_without_power_is_left_to_the_host()
    {
        CoreMemory memory = TestMachine.Memory("sram", Slow, 4096);
        var machine = new TestMachine(null, 1 << 20, memory) { Records = true };
        machine.Put(TestMachine.RamBase, Assembler.Immediate("lw", 5, 10, 0), Assembler.Immediate("lw", 6, 10, 0));
        machine.SetRegister(10, Slow);
        Steps(machine, 1);
        memory.IsOn = false;
        machine.Core.MemoryChanged(Slow, 4096);
        machine.Core.Limit = machine.Core.Cycle + 1;
        machine.Core.Run().ShouldBe(CoreStop.Fault);
        machine.Accesses.ShouldBe(["load 20000000 4"]);
        machine.Core.Debug.Fault!.Value.ShouldBe(Slow);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void No_instruction_begins_at_or_after_the_limit(int budget)
    {
        CoreMemory memory = TestMachine.Memory("slow", Slow, 4096, readWaits: 2, writeWaits: 5);
        TestMachine whole = Loop(memory), sliced = Loop(TestMachine.Memory("slow", Slow, 4096, readWaits: 2, writeWaits: 5));
        whole.Core.Limit = 200_000;
        whole.Core.Run().ShouldBe(CoreStop.Limit);
        while (sliced.Core.Cycle < 200_000)
        {
            // Slices end where an instruction ends, and where it does not.
            long before = sliced.Core.Cycle;
            sliced.Core.Limit = Math.Min(200_000, before + budget);
            sliced.Core.Run().ShouldBe(CoreStop.Limit);
            sliced.Core.Cycle.ShouldBeInRange(sliced.Core.Limit, sliced.Core.Limit + 60);
        }

        sliced.Core.Cycle.ShouldBe(whole.Core.Cycle);
        sliced.Core.Counters.ShouldBe(whole.Core.Counters);
        for (int register = 0; register <= 32; register++)
            sliced.Register(register).ShouldBe(whole.Register(register));
    }

    [Fact]
    public void Code_that_changes_is_decoded_again()
    {
        var machine = new TestMachine();
        machine.Put(TestMachine.RamBase, Assembler.Store("sw", 11, 8, 10), Assembler.FenceI, Assembler.Immediate("addi", 5, 0, 1));
        machine.SetRegister(10, TestMachine.RamBase);
        machine.SetRegister(11, Assembler.Immediate("addi", 5, 0, 2));
        machine.SetRegister(32, TestMachine.RamBase + 8);
        Steps(machine, 1);
        machine.Register(5).ShouldBe(1u);
        machine.SetRegister(32, TestMachine.RamBase);
        Steps(machine, 3);
        machine.Register(5).ShouldBe(2u);
    }

    [Fact]
    public void A_memory_beyond_the_address_space_is_refused()
    {
        CoreMemory memory = TestMachine.Memory("far", 0xfffff000, 8192);
        var machine = new TestMachine();
        IReadOnlyList<CoreMemory> memories = [memory];
        Should.Throw<MemtiException>(() => new RiscVProcessor(new RiscVOptions()).CreateCore(new Elsewhere(memories)))
            .Diagnostic.Code.ShouldBe("MEMTI6701");
        machine.Core.Cycle.ShouldBe(0);
    }

    private static TestMachine Loop(CoreMemory memory)
    {
        var machine = new TestMachine(new RiscVOptions { Translate = false }, 1 << 20, memory);
        var code = new CodeBuilder(Slow).Label("loop").Load("lw", 5, 0x100, 10).Op("mul", 6, 5, 7).Op("add", 5, 6, 7).Store("sw", 5, 0x100, 10)
            .Half(CompressedAssembler.AddImmediate(7, 1)).Op("divu", 8, 6, 7).Branch("bltu", 5, 6, "loop").Jal(0, "loop");
        machine.Put(Slow, code.Build());
        machine.SetRegister(10, Slow);
        machine.SetRegister(32, Slow);
        return machine;
    }

    private static uint[] Instruction(string what) => what switch
    {
        "integer" => [Assembler.Registers("add", 5, 6, 7)],
        "load" => [Assembler.Immediate("lw", 5, 10, 0)],
        "store" => [Assembler.Store("sw", 5, 0, 10)],
        "jump" => [Assembler.Jump(0, 8)],
        "taken" => [Assembler.Branch("beq", 0, 0, 8)],
        "not taken" => [Assembler.Branch("bne", 0, 0, 8)],
        "fence.i" => [Assembler.FenceI],
        "mscratch" => [Assembler.Control("csrrs", 5, Csr.Mscratch, 0)],
        "mepc" => [Assembler.Control("csrrs", 5, Csr.Mepc, 0)],
        _ => [Assembler.Registers(what, 5, 6, 7)],
    };

    private static long CyclesOf(CoreTiming timing, params uint[] code)
    {
        var machine = new TestMachine(new RiscVOptions { Timing = timing });
        machine.Put(TestMachine.RamBase, code);
        machine.SetRegister(10, TestMachine.RamBase + 0x1000);
        Steps(machine, 1);
        machine.Core.Counters.StalledCycles.ShouldBe(0);
        return machine.Core.Cycle;
    }

    private static void Steps(TestMachine machine, int count)
    {
        for (int step = 0; step < count; step++)
        {
            machine.Core.Limit = machine.Core.Cycle + 1;
            machine.Core.Run().ShouldBe(CoreStop.Limit);
        }
    }

    private sealed class Elsewhere(IReadOnlyList<CoreMemory> memories) : IProcessorHost
    {
        public IReadOnlyList<CoreMemory> Memories { get; } = memories;

        public ulong TimerTicks => 0;

        public CoreAccess Load(ulong address, int bytes) => CoreAccess.Error;

        public CoreAccess Store(ulong address, int bytes, ulong value) => CoreAccess.Error;
    }
}
