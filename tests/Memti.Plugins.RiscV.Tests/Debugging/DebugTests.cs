using System.Xml.Linq;
using Memti.Abstractions.Processors;
using Memti.Plugins.RiscV.Tests.Machines;

namespace Memti.Plugins.RiscV.Tests.Debugging;

/// <summary>What a debugger does with a core.</summary>
public sealed class DebugTests
{
    private const uint Start = TestMachine.RamBase;

    [Fact]
    public void A_breakpoint_stops_before_its_instruction_and_is_passed_when_the_core_runs_again()
    {
        TestMachine machine = Loop();
        machine.Core.Debug.SetBreakpoint(Start + 4, true);
        machine.Core.Run().ShouldBe(CoreStop.Breakpoint);
        machine.Core.Debug.ProgramCounter.ShouldBe(Start + 4u);
        machine.Register(5).ShouldBe(1u);
        machine.Core.Run().ShouldBe(CoreStop.Breakpoint);
        machine.Register(5).ShouldBe(2u);
        machine.Register(6).ShouldBe(1u);
        machine.Core.Debug.SetBreakpoint(Start + 4, false);
        machine.Core.Limit = machine.Core.Cycle + 100;
        machine.Core.Run().ShouldBe(CoreStop.Limit);
    }

    [Theory]
    [InlineData(WatchKind.Write, 1u)]
    [InlineData(WatchKind.Read, 2u)]
    [InlineData(WatchKind.Read | WatchKind.Write, 1u)]
    public void A_watchpoint_stops_after_the_access(WatchKind kind, uint instructions)
    {
        // sw and lb of the same word.
        TestMachine machine = new TestMachine().Put(Start, Assembler.Store("sw", 5, 0, 10), Assembler.Immediate("lb", 5, 10, 2), Assembler.Nop);
        machine.SetRegister(10, Start + 0x1000);
        machine.Core.Debug.SetWatchpoint(Start + 0x1002, 1, kind, true);
        machine.Core.Run().ShouldBe(CoreStop.Watchpoint);
        machine.Core.Counters.Instructions.ShouldBe(instructions);
        machine.Core.Debug.LastWatch.ShouldBe((Start + 0x1002u, instructions == 1 ? WatchKind.Write : WatchKind.Read));
    }

    [Fact]
    public void Other_bytes_of_a_word_are_not_watched()
    {
        TestMachine machine = new TestMachine().Put(Start, Assembler.Immediate("lb", 5, 10, 3), Assembler.Wfi);
        machine.SetRegister(10, Start + 0x1000);
        machine.Core.Debug.SetWatchpoint(Start + 0x1002, 1, WatchKind.Read, true);
        machine.Core.Run().ShouldBe(CoreStop.Waiting);
    }

    [Fact]
    public void An_observer_sees_calls_returns_and_traps()
    {
        // jal ra, +12; ecall; (nothing); ret. The handler returns behind the call of the environment.
        TestMachine machine = new TestMachine()
            .Put(Start, Assembler.Jump(1, 12), Assembler.Ecall, Assembler.Wfi, Assembler.Immediate("jalr", 0, 1, 0))
            .Put(Start + 0x100, Assembler.Control("csrrw", 0, Csr.Mepc, 10), Assembler.Mret);
        machine.SetRegister(10, Start + 8);
        machine.SetRegister(65 + Csr.Mtvec, Start + 0x100);
        var log = new Log();
        machine.Core.Debug.Observer = log;
        machine.Core.Run().ShouldBe(CoreStop.Waiting);
        log.Lines.ShouldBe(
        [
            "2 call 8000000c back 80000004", "4 return 80000004", "6 call 80000100 back 80000004", "9 return 80000008",
        ]);
        machine.Core.Debug.LastCalls.ShouldBe([Start + 4u, Start + 4u]);
    }

    [Fact]
    public void The_last_sixteen_calls_are_kept()
    {
        // jal ra, +4, twenty times.
        TestMachine machine = new TestMachine().Put(Start, [.. Enumerable.Repeat(Assembler.Jump(1, 4), 20), Assembler.Wfi]);
        machine.Core.Run().ShouldBe(CoreStop.Waiting);
        machine.Core.Debug.LastCalls.ShouldBe(Enumerable.Range(5, 16).Reverse().Select(static call => Start + (ulong)(4 * call)));
    }

    [Fact]
    public void Registers_have_the_numbers_of_the_description()
    {
        TestMachine machine = Loop();
        XElement target = XDocument.Parse(machine.Core.Debug.TargetDescription).Root!;
        (string Name, int Number)[] registers =
            [.. target.Descendants("reg").Select(static reg => ((string)reg.Attribute("name")!, (int)reg.Attribute("regnum")!))];
        target.Elements("feature").Select(static feature => (string?)feature.Attribute("name"))
            .ShouldBe(["org.gnu.gdb.riscv.cpu", "org.gnu.gdb.riscv.csr"]);
        registers.ShouldContain(("sp", 2));
        registers.ShouldContain(("pc", 32));
        registers.ShouldContain(("mepc", 65 + Csr.Mepc));
        registers.Where(register => !machine.Core.Debug.TryRead(register.Number, out _)).ShouldBeEmpty();
        machine.Core.Debug.TryRead(64, out _).ShouldBeFalse();
        machine.Core.Debug.TryRead(65 + 0x180, out _).ShouldBeFalse();
        machine.Core.Debug.TryWrite(0, 5).ShouldBeTrue();
        machine.Register(0).ShouldBe(0u);
    }

    [Theory]
    [InlineData(0x00a58533u, "add\ta0,a1,a0")]
    [InlineData(0x30529073u, "csrrw\tzero,mtvec,t0")]
    [InlineData(0xfe0718e3u, "bne\ta4,zero,0x7ffffff0")]
    [InlineData(0x00008082u, "c.jr\tra")]
    [InlineData(0x0605a52fu, "amoadd.w.aqrl\ta0,zero,(a1)")]
    [InlineData(0xffffffffu, ".4byte\t0xffffffff")]
    public void Instructions_are_text(uint word, string text) => new TestMachine().Put(Start, word).Core.Debug.Disassemble(Start).ShouldBe(text);

    [Fact]
    public void There_is_no_text_where_nothing_can_be_fetched() => new TestMachine().Core.Debug.Disassemble(0x40000000).ShouldBeNull();

    // Counts x5 and x6 up.
    private static TestMachine Loop() => new TestMachine().Put(
        Start, Assembler.Immediate("addi", 5, 5, 1), Assembler.Immediate("addi", 6, 6, 1), Assembler.Jump(0, -8));

    private sealed class Log : ICoreObserver
    {
        public List<string> Lines { get; } = [];

        public void Called(long cycle, ulong target, ulong returnsTo) => Lines.Add($"{cycle} call {target:x} back {returnsTo:x}");

        public void Returned(long cycle, ulong target) => Lines.Add($"{cycle} return {target:x}");
    }
}
