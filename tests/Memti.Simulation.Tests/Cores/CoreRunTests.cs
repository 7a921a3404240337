using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;
using Memti.Simulation.Codes;
using Memti.Simulation.Executables;
using Memti.Simulation.Ledger;
using Memti.Simulation.Masters.Cores;
using Memti.Simulation.Runs;
using static Memti.Simulation.Tests.Cores.Code;

namespace Memti.Simulation.Tests.Cores;

public sealed class CoreRunTests
{
    private readonly CoreBench _bench = new();

    [Fact]
    public void Firmware_ends_the_run_with_success()
    {
        _bench.Program.Pass();
        SimulationResult result = _bench.Run();
        CoreResult core = result.Core.ShouldNotBeNull();
        (core.HasFinished, core.Instructions).ShouldBe((true, 5L));
        result.Components[core.Component].ShouldBe("processor");
        result.Picoseconds.ShouldBe(
            10_000 * (Int128)(core.ActiveCycles + core.StalledCycles - 2), "the write is at the begin of the store, which takes two cycles");
    }

    [Fact]
    public void A_failure_names_its_code_and_place()
    {
        _bench.Symbols.Add(new Symbol("main", CoreBench.CodeBase, 64));
        _bench.Program.Put(0x10_0000, 0x0007_3333).Label("end").J("end");
        Diagnostic failed = _bench.Refused();
        failed.Code.ShouldBe(SimulationCodes.FirmwareFailed);
        failed.Message.ShouldContain("failure 7");
        failed.Message.ShouldContain("(main+0x");
    }

    [Fact]
    public void The_console_receives_bytes()
    {
        _bench.Program.Li(T0, 0x1000_0000).Addi(T1, Zero, 'H').Sb(T1, T0, 0).Addi(T1, Zero, 'i').Sb(T1, T0, 0).Pass();
        _bench.Run();
        _bench.Console.ShouldBe("Hi");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 0)]
    [InlineData(10.001, 1)]
    [InlineData(35, 3)]
    public void Code_in_a_slow_memory_waits_for_its_latency(double nanoseconds, int waits)
    {
        _bench.CodeLatency = SimTime.FromNanoseconds(nanoseconds);
        for (int count = 0; count < 10; count++)
            _bench.Program.Addi(T0, Zero, count);
        _bench.Program.Pass();
        CoreResult core = _bench.Run().Core!;
        CoreAccesses code = core.Accesses.Single(static memory => memory.Memory == "code");
        core.StalledCycles.ShouldBe(waits * code.Reads);
        code.Reads.ShouldBe(15L);
    }

    [Fact]
    public void Cycles_and_words_become_energy_of_core_and_memories()
    {
        _bench.CodeLatency = SimTime.FromNanoseconds(20);
        _bench.Program.Put(CoreBench.Power("TASK"), 1).Put(CoreBench.DataBase, 7).Get(A0, CoreBench.DataBase).Pass();
        SimulationResult result = _bench.Run();
        CoreResult core = result.Core!;
        double cycles = (core.ActiveCycles * 0.5e-12) + (core.StalledCycles * 0.2e-12);
        CoreBench.Joules(result, "processor", EnergyCause.Compute).ShouldBe(cycles, cycles * 1e-9);
        CoreBench.Joules(result, "processor", EnergyCause.Compute, task: 1).ShouldBeGreaterThan(0);
        CoreBench.Joules(result, "processor", EnergyCause.Compute, task: -1).ShouldBeGreaterThan(0);
        CoreAccesses code = core.Accesses.Single(static memory => memory.Memory == "code");
        CoreBench.Joules(result, "code", EnergyCause.Read).ShouldBe(code.Reads * 32e-12, 1e-18);
        CoreBench.Joules(result, "data", EnergyCause.Write).ShouldBe(32 * 2e-12, 1e-18);
        CoreBench.Joules(result, "data", EnergyCause.Read).ShouldBe(32e-12, 1e-18);
        CoreBench.Joules(result, "processor", EnergyCause.Leakage).ShouldBe(2e-6 * result.Seconds, 1e-15);
        result.RelativeGap.ShouldBeLessThan(1e-9);
    }

    [Fact]
    public void Stores_to_non_volatile_memory_wait_wear_and_stay()
    {
        _bench.Program.Li(T0, 0x2000_0800).Li(T1, 0x1234_5678).Sw(T1, T0, 0).Sw(T1, T0, 0).Sw(T1, T0, 4).Lw(A0, T0, 0)
            .Expect(A0, 0x1234_5678, 1).Pass();
        SimulationResult result = _bench.Run();
        result.Core!.StalledCycles.ShouldBe(3 * 9, "95 ns are ten cycles, one of which the store takes anyway");
        CoreBench.Joules(result, "code", EnergyCause.Write).ShouldBe(3 * 32 * 2e-12, 1e-18);
        var words = result.Wear.Single(static wear => wear.Memory == "code").Regions.Single();
        (words.Name, words.Writes).ShouldBe(("words of firmware", 2L));
    }

    [Fact]
    public void A_timer_interrupt_ends_a_wait_at_its_very_tick()
    {
        const uint Tick = 250;
        _bench.Program
            .Put(0x200_4004, 0).Put(0x200_4000, Tick)
            .Li(T0, 1 << 7).Csrw(Mie, T0).Wfi()
            .Get(A0, 0x200_BFF8).Expect(A0, Tick, 1).Pass();
        SimulationResult result = _bench.Run();
        result.Seconds.ShouldBeInRange(25e-6, 25.5e-6);
        (result.Core!.ActiveCycles + result.Core.StalledCycles).ShouldBeLessThan(100, "it slept");
    }

    [Fact]
    public void A_software_interrupt_is_taken_at_the_next_instruction()
    {
        _bench.Program
            .J("start").Label("handler").Addi(A0, A0, 1).Put(0x200_0000, 0).Mret()
            .Label("start").Li(T0, (uint)CoreBench.CodeBase + 4).Csrw(Mtvec, T0).Addi(T0, Zero, 8).Csrw(Mie, T0).Csrw(Mstatus, T0)
            .Addi(A0, Zero, 0).Put(0x200_0000, 1).Expect(A0, 1, 1).Pass();
        _bench.Run().Core!.HasFinished.ShouldBeTrue();
    }

    [Fact]
    public void An_access_where_nothing_is_stops_the_core_with_place_and_calls()
    {
        _bench.Symbols.Add(new Symbol("start", CoreBench.CodeBase, 8));
        _bench.Symbols.Add(new Symbol("read_sensor", CoreBench.CodeBase + 8, 64));
        _bench.Program.Call("sensor").Label("end").J("end").Label("sensor").Get(A0, 0x7000_0000);
        Diagnostic stopped = _bench.Refused();
        stopped.Code.ShouldBe(SimulationCodes.CoreFault);
        stopped.Message.ShouldContain("0x20000010 (read_sensor+0x8)");
        stopped.Message.ShouldContain("0x70000000");
        stopped.Message.ShouldContain("0x20000004 (start+0x4)");
    }

    [Fact]
    public void Firmware_that_never_waits_is_stopped_in_simulated_time()
    {
        (_bench.Workload, _bench.MostAwake) = (Systems.Frames(100, 0), SimTime.FromMilliseconds(2));
        _bench.Program.Label("end").J("end");
        Diagnostic stopped = _bench.Refused();
        (stopped.Code, stopped.Message.Contains("0.002 s", StringComparison.Ordinal)).ShouldBe((SimulationCodes.CoreNeverWaits, true));
    }

    [Fact]
    public void Firmware_that_neither_waits_nor_takes_a_frame_until_the_workload_ends_is_a_finding()
    {
        _bench.Program.Label("end").J("end");
        Diagnostic ended = _bench.Refused();
        ended.Code.ShouldBe(SimulationCodes.CoreNeverWaits);
        ended.Message.ShouldContain("the core is at 0x20000000");
    }

    [Fact]
    public void Firmware_that_polls_for_frames_need_not_wait()
    {
        _bench.Program.Li(T0, 1).Label("poll").Put(CoreBench.Frame("TAKE"), 1).Put(CoreBench.Frame("COMPLETE"), 1).J("poll");
        _bench.Run().Frames.Completed.ShouldBe(3);
    }

    [Fact]
    public void Firmware_that_waits_for_nothing_is_stopped()
    {
        _bench.Program.Wfi().Pass();
        Diagnostic stopped = _bench.Refused();
        stopped.Code.ShouldBe(SimulationCodes.CoreSleeps);
        stopped.Message.ShouldContain("0x20000004");
    }

    [Fact]
    public void A_run_can_be_cancelled_while_firmware_computes()
    {
        _bench.Program.Label("end").J("end");
        using CancellationTokenSource source = new(TimeSpan.FromMilliseconds(50));
        (_bench.Workload, _bench.MostAwake) = (Systems.Frames(1_000_000_000, 0), SimTime.FromSeconds(1_000_000));
        Should.Throw<OperationCanceledException>(() => _bench.Simulator().Run(source.Token));
    }

    [Fact]
    public void A_debugger_stops_at_a_breakpoint_steps_and_reads()
    {
        _bench.Program.Li(A0, 5).Addi(A0, A0, 1).Put(CoreBench.DataBase, 9).Pass();
        CoreSimulator simulator = _bench.Simulator();
        simulator.Core.SetBreakpoint(CoreBench.CodeBase + 8, active: true);
        simulator.Continue(CancellationToken.None).ShouldBe(CoreHalt.Breakpoint);
        (simulator.Core.ProgramCounter, Register(simulator, A0)).ShouldBe((CoreBench.CodeBase + 8, 5ul));
        simulator.Step(CancellationToken.None).ShouldBe(CoreHalt.Stepped);
        (simulator.Core.ProgramCounter, Register(simulator, A0)).ShouldBe((CoreBench.CodeBase + 12, 6ul));
        simulator.Continue(CancellationToken.None).ShouldBe(CoreHalt.Ended);
        byte[] word = new byte[4];
        simulator.TryReadMemory(CoreBench.DataBase, word).ShouldBeTrue();
        word.ShouldBe([9, 0, 0, 0]);
        simulator.Result().Core!.Instructions.ShouldBe(13L);
    }

    private static ulong Register(CoreSimulator simulator, int register) =>
        simulator.Core.TryRead(register, out ulong value) ? value : throw new ShouldAssertException("no such register");
}
