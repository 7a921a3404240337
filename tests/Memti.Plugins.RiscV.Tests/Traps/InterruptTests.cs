using Memti.Abstractions.Processors;
using Memti.Plugins.RiscV.Tests.Machines;

namespace Memti.Plugins.RiscV.Tests.Traps;

/// <summary>Interrupts: when they are taken, in which order, and how WFI waits for them.</summary>
public sealed class InterruptTests
{
    private const uint Handler = TestMachine.RamBase + 0x100;
    private const uint All = 0xffff0888;
    private const uint Enabled = 8;

    [Theory]
    [InlineData(new[] { 7, 3, 11 }, 11)]
    [InlineData(new[] { 7, 3 }, 3)]
    [InlineData(new[] { 7 }, 7)]
    [InlineData(new[] { 11, 31, 17 }, 17)]
    public void The_highest_priority_comes_first(int[] raised, int taken)
    {
        TestMachine machine = Prepared(All, Enabled);
        foreach (int cause in raised)
            machine.Core.SetInterrupt(cause, true);
        Step(machine);
        machine.Control(Csr.Mcause).ShouldBe(0x80000000 | (uint)taken);
        machine.Control(Csr.Mepc).ShouldBe(TestMachine.RamBase);
        machine.Control(Csr.Mtval).ShouldBe(0u);
        machine.Control(Csr.Mstatus).ShouldBe(0x1880u);
    }

    [Theory]
    [InlineData(All, 0u)]
    [InlineData(0u, Enabled)]
    [InlineData(All & ~(1u << 11), Enabled)]
    public void A_masked_interrupt_waits(uint enables, uint status)
    {
        TestMachine machine = Prepared(enables, status);
        machine.Core.SetInterrupt(11, true);
        Step(machine);
        machine.Control(Csr.Mcause).ShouldBe(0u);
        machine.Control(Csr.Mip).ShouldBe(0x800u);
        machine.Register(32).ShouldBe(TestMachine.RamBase + 4);
    }

    [Fact]
    public void A_vectored_handler_begins_at_four_times_the_cause()
    {
        TestMachine machine = Prepared(All, Enabled);
        machine.SetRegister(65 + Csr.Mtvec, Handler | 1);
        machine.Core.SetInterrupt(7, true);
        machine.Core.Limit = machine.Core.Cycle + 1;
        machine.Core.Run();
        machine.Register(32).ShouldBe(Handler + 28);
    }

    [Fact]
    public void Inputs_are_levels_that_firmware_cannot_write()
    {
        TestMachine machine = Prepared(0, 0).Put(TestMachine.RamBase, Assembler.Control("csrrw", 0, Csr.Mip, 10));
        machine.SetRegister(10, uint.MaxValue);
        machine.Core.SetInterrupt(7, true);
        Step(machine);
        machine.Control(Csr.Mip).ShouldBe(0x80u);
        machine.Core.SetInterrupt(7, false);
        machine.Control(Csr.Mip).ShouldBe(0u);
    }

    [Fact]
    public void A_nested_interrupt_returns_into_the_handler_that_it_interrupted()
    {
        // The handler enables interrupts again at its second instruction.
        TestMachine machine = Prepared(All, Enabled)
            .Put(Handler, Assembler.Control("csrrs", 20, Csr.Mepc, 0), Assembler.Control("csrrsi", 0, Csr.Mstatus, 8), Assembler.Nop);
        machine.Core.SetInterrupt(3, true);
        Step(machine);
        machine.Core.SetInterrupt(3, false);
        machine.Core.SetInterrupt(11, true);
        Step(machine);
        Step(machine);
        Step(machine);
        machine.Control(Csr.Mcause).ShouldBe(0x8000000bu);
        machine.Control(Csr.Mepc).ShouldBe(Handler + 8);
        machine.Register(20).ShouldBe(TestMachine.RamBase);
    }

    [Theory]
    [InlineData(Enabled)]
    [InlineData(0u)]
    public void A_waiting_core_wakes_with_and_without_taking_the_interrupt(uint status)
    {
        TestMachine machine = Prepared(All, status).Put(TestMachine.RamBase, Assembler.Wfi);
        machine.Core.Run().ShouldBe(CoreStop.Waiting);
        machine.Core.IsWaiting.ShouldBeTrue();
        machine.Core.Run().ShouldBe(CoreStop.Waiting);
        machine.Core.SkipTo(1000);
        machine.Core.SetInterrupt(11, true);
        machine.Core.IsWaiting.ShouldBeFalse();
        machine.Core.Limit = machine.Core.Cycle + 1;
        machine.Core.Run().ShouldBe(CoreStop.Limit);
        machine.Register(32).ShouldBe(status == Enabled ? Handler : TestMachine.RamBase + 8);
        if (status == Enabled)
            machine.Control(Csr.Mepc).ShouldBe(TestMachine.RamBase + 4);
    }

    [Fact]
    public void A_pending_interrupt_lets_WFI_pass()
    {
        TestMachine machine = Prepared(All, 0).Put(TestMachine.RamBase, Assembler.Wfi);
        machine.Core.SetInterrupt(16, true);
        Step(machine);
        machine.Core.IsWaiting.ShouldBeFalse();
        machine.Register(32).ShouldBe(TestMachine.RamBase + 4);
    }

    [Fact]
    public void An_interrupt_that_is_not_enabled_does_not_wake()
    {
        TestMachine machine = Prepared(1 << 3, Enabled).Put(TestMachine.RamBase, Assembler.Wfi);
        machine.Core.SetInterrupt(7, true);
        machine.Core.Run().ShouldBe(CoreStop.Waiting);
    }

    [Fact]
    public void An_interrupt_without_a_handler_stops_the_core()
    {
        TestMachine machine = Prepared(All, Enabled);
        machine.SetRegister(65 + Csr.Mtvec, 0);
        machine.Core.SetInterrupt(7, true);
        machine.Core.Run().ShouldBe(CoreStop.Fault);
        machine.Core.Debug.Fault!.Summary.ShouldBe("timer interrupt, and no handler (mtvec is zero)");
    }

    [Fact]
    public void The_timer_interrupts_at_the_very_instruction()
    {
        // A loop of one instruction of two cycles until the timer comes; the handler reads the cycle of its first instruction.
        const int When = 501;
        TestMachine machine = Prepared(All, Enabled)
            .Put(TestMachine.RamBase, Assembler.Store("sw", 0, 4, 11), Assembler.Store("sw", 12, 0, 11), Assembler.Jump(0, 0))
            .Put(Handler, Assembler.Control("csrrs", 20, Csr.Mcycle, 0), Assembler.Store("sw", 13, 0, 14));
        machine.SetRegister(11, TestMachine.Timer + 0x4000);
        machine.SetRegister(12, When);
        machine.SetRegister(14, TestMachine.Finisher);
        machine.RunToEnd(10_000);
        machine.Finished.ShouldBe(0u);

        // Two stores of two cycles, then jumps at even cycles: the one at 500 ends at 502, and the entry takes two cycles.
        machine.Register(20).ShouldBe(504u);
        machine.Control(Csr.Mepc).ShouldBe(TestMachine.RamBase + 8);
    }

    [Fact]
    public void An_interrupt_that_a_device_raises_is_taken_before_the_next_instruction()
    {
        // sw a2, 0(a1) sets MSIP.
        TestMachine machine = Prepared(All, Enabled).Put(TestMachine.RamBase, Assembler.Store("sw", 12, 0, 11), Assembler.Immediate("addi", 20, 0, 1));
        machine.SetRegister(11, TestMachine.Timer);
        machine.SetRegister(12, 1);
        Step(machine);
        Step(machine);
        machine.Control(Csr.Mcause).ShouldBe(0x80000003u);
        machine.Control(Csr.Mepc).ShouldBe(TestMachine.RamBase + 4);
        machine.Register(20).ShouldBe(0u);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(32)]
    [InlineData(-1)]
    public void There_are_no_other_inputs(int cause) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new TestMachine().Core.SetInterrupt(cause, true));

    private static TestMachine Prepared(uint enables, uint status)
    {
        var machine = new TestMachine();
        machine.Put(TestMachine.RamBase, Assembler.Nop, Assembler.Nop, Assembler.Nop);
        machine.Put(Handler, Assembler.Nop, Assembler.Nop, Assembler.Nop);
        machine.SetRegister(65 + Csr.Mtvec, Handler);
        machine.SetRegister(65 + Csr.Mie, enables);
        machine.SetRegister(65 + Csr.Mstatus, status);
        return machine;
    }

    private static void Step(TestMachine machine)
    {
        machine.Core.Limit = machine.Core.Cycle + 1;
        machine.Core.Run();
    }
}
