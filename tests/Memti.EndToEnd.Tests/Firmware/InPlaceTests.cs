using Memti.Abstractions.Memories;
using Memti.Abstractions.Processors;
using Memti.EndToEnd.Tests.Debugging;
using Memti.Runs.Planning;
using Memti.Runs.Running;
using Memti.Scenarios;
using Memti.Simulation.Ledger;
using Memti.Simulation.Runs;

namespace Memti.EndToEnd.Tests.Firmware;

/// <summary>
/// One loop of 2,001 instructions, each a word, from RRAM in place and from a copy in SRAM: it differs as the arrays' latencies and energies
/// say, and in nothing else.
/// </summary>
public sealed class InPlaceTests
{
    private const long Words = (2 * 1000) + 1;
    private const int WordBits = 32;
    private const double Hertz = 1e9;

    /// <summary>A large RRAM of three bits per cell, in 65 nm: slower than a cycle of the core.</summary>
    private static readonly string[] Overrides =
    [
        "processor.clock_mhz=1000", "memories.code.bits_per_cell=3", "memories.code.capacity_kib=4096", "memories.code.node_nm=65",
    ];

    private static readonly Lazy<(PlannedDesign Design, SimulationResult InPlace, SimulationResult Copied)> Runs = new(Run);

    private static SimulationResult InPlace => Runs.Value.InPlace;

    private static SimulationResult Copied => Runs.Value.Copied;

    /// <summary>Cycles that a word of RRAM takes longer than one of SRAM: a core waits ceil(latency x clock) - 1 cycles.</summary>
    private static long More => Waits("code") - Waits("data");

    [FirmwareFact]
    public void Words_come_from_the_memory_in_which_the_loop_lies()
    {
        (Reads(InPlace, "code") - Reads(Copied, "code")).ShouldBe(Words);
        (Reads(Copied, "data") - Reads(InPlace, "data")).ShouldBe(Words);
        InPlace.Core!.Instructions.ShouldBe(Copied.Core!.Instructions);
    }

    [FirmwareFact]
    public void Each_word_stalls_the_core_by_the_latency_of_its_array()
    {
        More.ShouldBeGreaterThan(0, "the test would show nothing");
        InPlace.Core!.ActiveCycles.ShouldBe(Copied.Core!.ActiveCycles);
        (InPlace.Core!.StalledCycles - Copied.Core!.StalledCycles).ShouldBe(Words * More);
        (InPlace.Seconds - Copied.Seconds).ShouldBe(Words * More / Hertz, 2e-12);
    }

    [FirmwareFact]
    public void Each_word_takes_the_energy_of_its_array()
    {
        double code = Words * WordBits * Figures("code").SustainedReadPerBit.Joules;
        double data = Words * WordBits * Figures("data").SustainedReadPerBit.Joules;
        (Joules(InPlace, "code", EnergyCause.Read) - Joules(Copied, "code", EnergyCause.Read)).ShouldBe(code, code * 1e-9);
        (Joules(Copied, "data", EnergyCause.Read) - Joules(InPlace, "data", EnergyCause.Read)).ShouldBe(data, data * 1e-9);
        code.ShouldNotBe(data);
    }

    [FirmwareFact]
    public void The_core_takes_the_energy_of_its_stalled_cycles()
    {
        ProcessorFigures core = Runs.Value.Design.Machine!.ProcessorFigures!;
        double stalled = Words * More * core.PerStalledCycle.Joules;
        (Joules(InPlace, "processor", EnergyCause.Compute) - Joules(Copied, "processor", EnergyCause.Compute))
            .ShouldBe(stalled, stalled * 1e-9);
    }

    private static MemoryFigures Figures(string memory) =>
        Runs.Value.Design.Memories.Single(one => one.Unit.Name == memory).Unit.Figures;

    private static long Waits(string memory) => Math.Max(0, (long)Math.Ceiling(Figures(memory).ReadLatency.Seconds * Hertz) - 1);

    private static long Reads(SimulationResult run, string memory) =>
        run.Core!.Accesses.Single(accesses => accesses.Memory == memory).Reads;

    private static double Joules(SimulationResult run, string component, EnergyCause cause) => run.Ledger
        .Where(posting => run.Components[posting.Component] == component && posting.Cause == cause)
        .Sum(static posting => posting.Energy.Joules);

    private static (PlannedDesign Design, SimulationResult InPlace, SimulationResult Copied) Run()
    {
        (PlannedDesign design, SimulationResult inPlace) = ResultOf();
        return (design, inPlace, ResultOf("-DCOPIED").Run);
    }

    private static (PlannedDesign Design, SimulationResult Run) ResultOf(params string[] defines)
    {
        using var firmware = new DebuggedFirmware("in-place", defines: defines);
        ScenarioResult read = new ScenarioReader(new CatalogKinds(Pipeline.Plugins)).ReadFile(firmware.Scenario, Overrides);
        PlannedDesign design = new DesignPlanner(Pipeline.Plugins).Plan(
            read.Scenario.ShouldNotBeNull(string.Join('\n', read.Findings)).Designs.Single(static one => one.Name == "c"), seed: 1);
        return (design, new DesignRunner(Pipeline.Plugins).Run(design).Workload);
    }
}
