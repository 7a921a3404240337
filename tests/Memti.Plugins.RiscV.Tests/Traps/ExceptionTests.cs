using Memti.Abstractions.Processors;
using Memti.Plugins.RiscV.Options;
using Memti.Plugins.RiscV.Tests.Machines;

namespace Memti.Plugins.RiscV.Tests.Traps;

/// <summary>Exceptions: cause, address and value, by the privileged specification.</summary>
public sealed class ExceptionTests
{
    private const uint Handler = TestMachine.RamBase + 0x100;
    private const uint Nowhere = 0x40000000;

    [Theory]
    [InlineData(Assembler.Ecall, 11, 0)]
    [InlineData(Assembler.Ebreak, 3, 0)]
    [InlineData(CompressedAssembler.Ebreak, 3, 0)]
    [InlineData(0xffffffff, 2, 0xffffffff)]
    [InlineData(0x00000000, 2, 0)]
    // Reserved: c.addi4spn by zero, c.lwsp to x0; slli by 32; sret; a read of a register that is not there; a write to one that is read-only.
    [InlineData(0x0004, 2, 0x0004)]
    [InlineData(0x4002, 2, 0x4002)]
    [InlineData(0x02029293, 2, 0x02029293)]
    [InlineData(0x10200073, 2, 0x10200073)]
    [InlineData(0x180022f3, 2, 0x180022f3)]
    [InlineData(0xf14292f3, 2, 0xf14292f3)]
    [InlineData(0xc00fd073, 2, 0xc00fd073)]
    public void An_instruction_raises(uint word, uint cause, uint value)
    {
        TestMachine machine = Raise(word);
        machine.Control(Csr.Mcause).ShouldBe(cause);
        machine.Control(Csr.Mtval).ShouldBe(value);
        machine.Control(Csr.Mepc).ShouldBe(TestMachine.RamBase);
        machine.Core.Counters.Instructions.ShouldBe(0);
    }

    [Theory]
    // Read-only registers may be read by instructions that write nothing.
    [InlineData(0xf14022f3)]
    [InlineData(0xf14062f3)]
    [InlineData(0xc0002073)]
    public void A_read_alone_of_a_read_only_register_is_legal(uint word)
    {
        TestMachine machine = Raise(word);
        machine.Control(Csr.Mcause).ShouldBe(0u);
        machine.Core.Counters.Instructions.ShouldBe(1);
    }

    [Theory]
    [InlineData("lw", 1, 4)]
    [InlineData("lw", 2, 4)]
    [InlineData("lh", 1, 4)]
    [InlineData("lhu", 3, 4)]
    public void A_misaligned_load_raises(string name, int offset, uint cause) =>
        ShouldRaise(Assembler.Immediate(name, 5, 10, offset), cause, TestMachine.RamBase + 0x800 + (uint)offset);

    [Theory]
    [InlineData("sw", 2, 6)]
    [InlineData("sh", 1, 6)]
    public void A_misaligned_store_raises(string name, int offset, uint cause) =>
        ShouldRaise(Assembler.Store(name, 5, offset, 10), cause, TestMachine.RamBase + 0x800 + (uint)offset);

    [Theory]
    [InlineData("lr.w", 4)]
    [InlineData("sc.w", 6)]
    [InlineData("amoadd.w", 6)]
    public void A_misaligned_atomic_access_raises_also_where_others_are_split(string name, uint cause)
    {
        TestMachine machine = Raise(
            Assembler.Atomic(name, 5, 0, 10), TestMachine.RamBase + 0x802, new RiscVOptions { Misaligned = MisalignedAccess.Split });
        machine.Control(Csr.Mcause).ShouldBe(cause);
        machine.Control(Csr.Mtval).ShouldBe(TestMachine.RamBase + 0x802);
    }

    [Theory]
    [InlineData(5u, 0x00052283u)] // lw t0, 0(a0)
    [InlineData(7u, 0x00552023u)] // sw t0, 0(a0)
    [InlineData(5u, 0x100522afu)] // lr.w t0, (a0)
    [InlineData(7u, 0x005522afu)] // amoadd.w t0, t0, (a0)
    public void An_access_where_nothing_answers_raises(uint cause, uint word)
    {
        TestMachine machine = Raise(word, Nowhere);
        machine.Control(Csr.Mcause).ShouldBe(cause);
        machine.Control(Csr.Mtval).ShouldBe(Nowhere);
        machine.Register(5).ShouldBe(0u);
    }

    [Fact]
    public void A_jump_to_nowhere_raises_there()
    {
        TestMachine machine = Raise(Assembler.Immediate("jalr", 1, 10, 0), Nowhere);
        Steps(machine, 1);
        machine.Control(Csr.Mcause).ShouldBe(1u);
        machine.Control(Csr.Mtval).ShouldBe(Nowhere);
        machine.Control(Csr.Mepc).ShouldBe(Nowhere);
        machine.Register(1).ShouldBe(TestMachine.RamBase + 4);
    }

    [Fact]
    public void An_instruction_whose_second_half_cannot_be_fetched_raises_with_the_address_of_that_half()
    {
        uint end = TestMachine.RamBase + (1 << 20);
        TestMachine machine = Prepared(new RiscVOptions()).Put(end - 4, 0x00130001);
        machine.SetRegister(32, end - 2);
        Steps(machine, 1);
        machine.Control(Csr.Mcause).ShouldBe(1u);
        machine.Control(Csr.Mepc).ShouldBe(end - 2);
        machine.Control(Csr.Mtval).ShouldBe(end);
    }

    [Fact]
    public void Misaligned_accesses_can_be_split()
    {
        TestMachine machine = Raise(
            Assembler.Immediate("lw", 5, 10, 3), TestMachine.RamBase + 0x800, new RiscVOptions { Misaligned = MisalignedAccess.Split });
        machine.Control(Csr.Mcause).ShouldBe(0u);
        machine.Register(5).ShouldBe(0x66554433u);
        TestMachine.CountersOf(machine.Ram).Loads.ShouldBe(2);
    }

    [Fact]
    public void A_return_restores_the_interrupt_enable()
    {
        TestMachine machine = Prepared(new RiscVOptions())
            .Put(TestMachine.RamBase, Assembler.Control("csrrsi", 0, Csr.Mstatus, 8), Assembler.Ecall)
            .Put(Handler, Assembler.Control("csrrw", 0, Csr.Mepc, 10), Assembler.Mret);
        machine.SetRegister(10, TestMachine.RamBase + 0x80);
        Steps(machine, 2);
        machine.Control(Csr.Mstatus).ShouldBe(0x1880u);
        Steps(machine, 2);
        machine.Control(Csr.Mstatus).ShouldBe(0x1888u);
        machine.Register(32).ShouldBe(TestMachine.RamBase + 0x80);
    }

    [Fact]
    public void Vectored_handlers_take_exceptions_at_their_base()
    {
        TestMachine machine = Prepared(new RiscVOptions()).Put(TestMachine.RamBase, Assembler.Ecall);
        machine.SetRegister(65 + Csr.Mtvec, Handler | 1);
        Steps(machine, 1);
        machine.Register(32).ShouldBe(Handler);
    }

    [Fact]
    public void An_exception_without_a_handler_stops_the_core_where_it_is()
    {
        var machine = new TestMachine();
        machine.Put(TestMachine.RamBase, Assembler.Nop, 0xffffffff);
        machine.Core.Run().ShouldBe(CoreStop.Fault);
        machine.Core.Debug.Fault.ShouldBe(new CoreFault(
            2, "illegal instruction, and no handler (mtvec is zero)", TestMachine.RamBase + 4, 0xffffffff));
        machine.Register(32).ShouldBe(TestMachine.RamBase + 4);
        machine.Core.Run().ShouldBe(CoreStop.Fault);
        machine.Core.Reset(TestMachine.RamBase);
        machine.Core.Debug.Fault.ShouldBeNull();
    }

    [Theory]
    [InlineData(Nowhere)]
    [InlineData(TestMachine.RamBase + 0x200)]
    public void A_handler_that_cannot_begin_stops_the_core_with_the_first_exception(uint handler)
    {
        TestMachine machine = Prepared(new RiscVOptions()).Put(TestMachine.RamBase, Assembler.Ecall).Put(TestMachine.RamBase + 0x200, 0u);
        machine.SetRegister(65 + Csr.Mtvec, handler);
        machine.Core.Run().ShouldBe(CoreStop.Fault);
        CoreFault fault = machine.Core.Debug.Fault!;
        fault.Cause.ShouldBe(11);
        fault.ProgramCounter.ShouldBe(TestMachine.RamBase);
        fault.Summary.ShouldContain($"0x{handler:x8}");
    }

    private static void ShouldRaise(uint word, uint cause, uint value)
    {
        TestMachine machine = Raise(word, TestMachine.RamBase + 0x800);
        machine.Control(Csr.Mcause).ShouldBe(cause);
        machine.Control(Csr.Mtval).ShouldBe(value);
        machine.Control(Csr.Mepc).ShouldBe(TestMachine.RamBase);
        machine.Word(TestMachine.RamBase + 0x800).ShouldBe(0x33221100u);
    }

    /// <summary>Executes one instruction with an address in x10.</summary>
    private static TestMachine Raise(uint word, uint address = 0, RiscVOptions? options = null)
    {
        TestMachine machine = Prepared(options ?? new RiscVOptions()).Put(TestMachine.RamBase, word);
        machine.SetRegister(10, address);
        Steps(machine, 1);
        return machine;
    }

    private static TestMachine Prepared(RiscVOptions options)
    {
        var machine = new TestMachine(options);
        machine.Put(TestMachine.RamBase + 0x800, 0x33221100, 0x77665544);
        machine.SetRegister(65 + Csr.Mtvec, Handler);
        return machine;
    }

    private static void Steps(TestMachine machine, int count)
    {
        for (int step = 0; step < count; step++)
        {
            machine.Core.Limit = machine.Core.Cycle + 1;
            machine.Core.Run();
        }
    }
}
