using Memti.Plugins.RiscV.Tests.Machines;

namespace Memti.Plugins.RiscV.Tests.Traps;

/// <summary>What writes of control registers keep, and how counters count.</summary>
public sealed class ControlRegisterTests
{
    [Theory]
    [InlineData(Csr.Mstatus, 0x1888)]
    [InlineData(Csr.Misa, 0x40001107)]
    [InlineData(Csr.Mie, 0xffff0888)]
    [InlineData(Csr.Mtvec, 0xfffffffd)]
    [InlineData(Csr.Mscratch, 0xffffffff)]
    [InlineData(Csr.Mepc, 0xfffffffe)]
    [InlineData(Csr.Mip, 0)]
    [InlineData(Csr.Mcountinhibit, 5)]
    [InlineData(0x310, 0)]
    [InlineData(0x323, 0)]
    [InlineData(0xb03, 0)]
    [InlineData(0xb9f, 0)]
    [InlineData(0x7a0, 0)]
    [InlineData(0x7a1, 0)]
    public void All_ones_leave(int number, uint kept) => After(
        code => code.Imm("addi", 5, 0, -1).Csr("csrrw", 0, number, 5).Csr("csrrs", 10, number, 0)).ShouldBe(kept);

    [Theory]
    // csrrw, csrrs and csrrc on 0b1100 with 0b1010, from a register and as an immediate: the old value and the new one.
    [InlineData("csrrw", 10)]
    [InlineData("csrrs", 14)]
    [InlineData("csrrc", 4)]
    [InlineData("csrrwi", 10)]
    [InlineData("csrrsi", 14)]
    [InlineData("csrrci", 4)]
    public void Reads_come_before_writes(string name, uint left)
    {
        TestMachine machine = Run(code => code.Imm("addi", 5, 0, 12).Csr("csrrw", 0, Csr.Mscratch, 5).Imm("addi", 10, 0, 10)
            .Csr(name, 11, Csr.Mscratch, 10).Csr("csrrs", 12, Csr.Mscratch, 0));
        machine.Register(11).ShouldBe(12u);
        machine.Register(12).ShouldBe(left);
    }

    [Fact]
    public void A_write_of_minstret_wins_over_the_increment_of_the_writing_instruction() => After(
        static code => code.Imm("addi", 5, 0, 100).Csr("csrrw", 0, Csr.Minstret, 5).Csr("csrrs", 10, Csr.Minstret, 0)).ShouldBe(100u);

    [Fact]
    public void Minstret_carries_into_its_upper_half()
    {
        TestMachine machine = Run(static code => code.Imm("addi", 5, 0, -1).Csr("csrrw", 0, Csr.Minstret, 5).Csr("csrrs", 10, Csr.Minstret, 0)
            .Csr("csrrs", 11, Csr.Minstret, 0).Csr("csrrs", 12, Csr.Minstreth, 0));
        machine.Register(10).ShouldBe(0xffffffffu);
        machine.Register(11).ShouldBe(0u);
        machine.Register(12).ShouldBe(1u);
    }

    [Fact]
    public void A_write_of_an_upper_half_keeps_the_lower_one()
    {
        TestMachine machine = Run(static code => code.Imm("addi", 5, 0, 100).Csr("csrrw", 0, Csr.Minstret, 5).Csr("csrrw", 0, Csr.Minstreth, 5)
            .Csr("csrrs", 10, Csr.Minstret, 0).Csr("csrrs", 11, Csr.Minstreth, 0));
        machine.Register(10).ShouldBe(100u);
        machine.Register(11).ShouldBe(100u);
    }

    [Fact]
    public void Mcycle_counts_the_cycles_of_the_core() => After(
        static code => code.Csr("csrrw", 0, Csr.Mcycle, 0).Load("lw", 5, 0, 9).Op("div", 6, 7, 8).Csr("csrrs", 10, Csr.Mcycle, 0)).ShouldBe(40u);

    [Fact]
    public void Inhibited_counters_stand_still()
    {
        TestMachine machine = Run(static code => code.Imm("addi", 5, 0, 7).Csr("csrrw", 0, Csr.Minstret, 5).Csr("csrrwi", 0, Csr.Mcountinhibit, 5)
            .Csr("csrrs", 10, Csr.Minstret, 0).Csr("csrrs", 11, Csr.Minstret, 0).Csr("csrrs", 12, Csr.Mcycle, 0)
            .Csr("csrrs", 13, Csr.Mcycle, 0).Csr("csrrwi", 0, Csr.Mcountinhibit, 0).Csr("csrrs", 14, Csr.Minstret, 0));
        machine.Register(10).ShouldBe(8u);
        machine.Register(11).ShouldBe(8u);
        machine.Register(13).ShouldBe(machine.Register(12));
        machine.Register(14).ShouldBe(8u);
    }

    [Fact]
    public void Time_without_a_clock_is_not_counted_by_mcycle()
    {
        var machine = new TestMachine();
        machine.Core.SkipTo(1000);
        machine.Control(Csr.Mcycle).ShouldBe(0u);
        machine.Control(Csr.Time).ShouldBe(1000u);
        machine.Core.Counters.ActiveCycles.ShouldBe(0);
    }

    [Fact]
    public void A_reservation_is_lost_by_another_write_and_by_a_trap()
    {
        TestMachine machine = Run(static code => code.Word(Assembler.Atomic("lr.w", 5, 0, 9)));
        machine.Core.MemoryChanged(machine.Register(9), 4);
        machine.Put(TestMachine.RamBase + 4, Assembler.Atomic("sc.w", 10, 5, 9));
        machine.Core.Limit = machine.Core.Cycle + 1;
        machine.Core.Run();
        machine.Register(10).ShouldBe(1u);
    }

    [Fact]
    public void A_conditional_store_succeeds_once()
    {
        TestMachine machine = Run(static code => code.Word(
            Assembler.Atomic("lr.w", 5, 0, 9), Assembler.Atomic("sc.w", 10, 8, 9), Assembler.Atomic("sc.w", 11, 7, 9)));
        machine.Register(10).ShouldBe(0u);
        machine.Register(11).ShouldBe(1u);
        machine.Word(machine.Register(9)).ShouldBe(3u);
    }

    private static uint After(Action<CodeBuilder> write) => Run(write).Register(10);

    /// <summary>Runs code with 21 in x7, 3 in x8 and an address of RAM in x9.</summary>
    private static TestMachine Run(Action<CodeBuilder> write)
    {
        var code = new CodeBuilder(TestMachine.RamBase);
        write(code);
        var machine = new TestMachine();
        machine.Put(TestMachine.RamBase, code.Build());
        machine.SetRegister(7, 21);
        machine.SetRegister(8, 3);
        machine.SetRegister(9, TestMachine.RamBase + 0x1000);
        while (machine.Register(32) != code.Pc)
        {
            machine.Core.Limit = machine.Core.Cycle + 1;
            machine.Core.Run();
        }

        return machine;
    }
}
