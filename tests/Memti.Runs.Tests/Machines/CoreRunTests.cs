using Memti.Abstractions.Diagnostics;
using Memti.Runs.Codes;
using Memti.Runs.Planning;
using Memti.Runs.Reports;
using Memti.Runs.Running;
using Memti.Runs.Tests.Executables;
using Memti.Simulation.Executables;
using Memti.Simulation.Masters.Cores;

namespace Memti.Runs.Tests.Machines;

/// <summary>From a scenario with an executable to the report.</summary>
public sealed class CoreRunTests : IDisposable
{
    // 0x100 passes through a loop of two instructions, then the same end as Pass.
    private static readonly uint[] Loop = [0x1000_0393, 0xfff3_8393, 0xfe03_9ee3, .. CoreScenario.Pass];

    /// <summary>What it executes, each from a word of its own: the counter, 256 rounds, and the four instructions up to the end.</summary>
    private const long Words = 1 + (2 * 256) + 4;

    private readonly CoreScenario _scenario = new();

    public void Dispose() => _scenario.Dispose();

    [Fact]
    public void The_executable_is_read_with_its_symbols_and_placed()
    {
        Executable executable = CoreRun.Load(_scenario.Plan().Machine!);
        (executable.Entry, executable.Segments.Count).ShouldBe((0x2000_0000ul, 1));
        executable.Symbols.Describe(0x2000_0004).ShouldBe("0x20000004 (_start+0x4)");
    }

    [Fact]
    public void Memories_without_an_address_take_no_segment()
    {
        _scenario.Write(new ElfFile { Entry = 0x4000_0000 }.Segment(0x4000_0000, 0x6f, 0, 0, 0));
        Diagnostic finding = _scenario.Validate().Findings.Single();
        finding.Code.ShouldBe(ExecutableCodes.SegmentOutside);
        finding.Message.ShouldContain("within 'code' at 0x20000000 to 0x2000ffff, 'data'");
    }

    [Fact]
    public void Both_factories_make_the_same_machine()
    {
        PlannedMachine machine = _scenario.Plan().Machine!;
        CoreSystem system = new CoreRun(_scenario.Catalog, CancellationToken.None).SystemOf(machine, console: null);
        system.Map.ShouldBeSameAs(machine.Map);
        system.Networks.ShouldBeSameAs(machine.Networks);
        system.Accelerator.ShouldNotBeNull();
        system.Console.ShouldBeNull();
    }

    [Fact]
    public void The_report_says_what_the_core_did_and_sets_it_against_the_policy()
    {
        CoreSummary core = _scenario.Run().Report.ShouldNotBeNull().Designs.Single().Core.ShouldNotBeNull();
        (core.Processor, core.ClockMhz, core.Policy).ShouldBe(("riscv", 100, "duty-cycle"));
        core.PolicyUj.ShouldNotBeNull().ShouldBeGreaterThan(0);
        core.SleepingShare.ShouldBe(0, "it ends the run within its last instruction");
        (core.ActiveShare + core.StalledShare).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Instructions_cycles_and_words_are_those_of_the_program()
    {
        _scenario.Program(Loop);
        CoreSummary core = _scenario.Run().Report!.Designs.Single().Core!;
        // A run without a frame counts as one.
        core.InstructionsPerFrame.ShouldBe(Words);
        core.AccessesUj.ShouldBe(Words * 32e-6, 1e-9, "a word of 32 bits at 1 pJ a bit for each");
    }

    [Fact]
    public void A_slower_memory_stalls_the_core_for_each_word()
    {
        _scenario.Program(Loop);
        double quick = DriverMs("5");
        double slow = DriverMs("35");
        // 35 ns are four cycles of 10 ns, three of them beyond that of the fetch.
        (slow - quick).ShouldBe(Words * 3 * 10e-6, 1e-9);
    }

    [Fact]
    public void A_memory_of_unknown_latency_is_a_warning_at_its_place()
    {
        _scenario.Code = "{ kind: plain, read_latency_ns: 0, at: 0x20000000, holds: [] }";
        Diagnostic finding = _scenario.Run().Findings.Single(static finding => finding.Code == RunCodes.LatencyUnknown);
        finding.Severity.ShouldBe(Severity.Warning);
        finding.Line.ShouldBe(6);
        finding.Message.ShouldBe(
            "design 'node': memory 'code' of kind 'plain' states no read latency; the processor has read it 4 times as if it had none.");
    }

    [Fact]
    public void A_memory_that_the_core_does_not_use_may_have_any_latency() =>
        _scenario.Run().Findings.ShouldNotContain(static finding => finding.Code == RunCodes.LatencyUnknown);

    [Fact]
    public void An_executable_without_a_name_is_a_finding_of_the_scenario()
    {
        _scenario.Firmware = "{ elf: '' }";
        _scenario.Run().Findings.Single().Code.ShouldBe(DiagnosticCode.ValueOutOfRange);
    }

    [Fact]
    public void A_folder_in_place_of_the_executable_is_said_to_be_one()
    {
        File.Delete(_scenario.Elf);
        Directory.CreateDirectory(_scenario.Elf);
        Diagnostic finding = _scenario.Validate().Findings.Single();
        (finding.Code, finding.File).ShouldBe((DiagnosticCode.FileUnreadable, _scenario.Elf));
        finding.Message.ShouldContain("it is a folder");
    }

    private double DriverMs(string nanoseconds)
    {
        _scenario.Code = $"{{ kind: plain, read_latency_ns: {nanoseconds}, at: 0x20000000, holds: [] }}";
        return _scenario.Run().Report!.Designs.Single().Core!.DriverMs;
    }
}
