using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Runs;
using Memti.Runs.Planning;
using Memti.Runs.Reports;
using Memti.Runs.Running;
using Memti.Scenarios;
using Memti.Scenarios.Designs;
using Memti.Simulation.Runs;
using Memti.Simulation.Systems;

namespace Memti.EndToEnd.Tests;

/// <summary>What is read is held somewhere, whatever lies where, and passes the ports on its way.</summary>
public sealed class ContentsTests : IDisposable
{
    private const double KibPerSharedSet = 5670.84375;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("rram, bits_per_cell: 3", "sram", 6994.046)]
    [InlineData("rram, bits_per_cell: 1", "dram", 6994.046)]
    [InlineData("dram", "sram", 6994.046)]
    [InlineData("dram", "rram, bits_per_cell: 3", 1323.202)]
    public void The_backing_store_has_room_for_shared_weights_that_die_elsewhere(string backing, string shared, double kib) =>
        Row(Run(Scenario(backing, $"shared: {{ kind: {shared}, holds: [shared] }}")), "backing").ContentsKib.ShouldBe(kib, 0.001);

    [Fact]
    public void A_copy_takes_the_area_of_weights_that_lie_in_the_store_itself()
    {
        MemoryRow copy = Row(Run(Scenario("rram, bits_per_cell: 3", "shared: { kind: sram, holds: [shared] }")), "backing");
        MemoryRow own = Row(Run(Scenario("rram, bits_per_cell: 3", "")), "backing");
        copy.AreaMm2.ShouldBe(own.AreaMm2);
        copy.Holds.ShouldBe("shared+all_tasks+input");
    }

    [Fact]
    public void A_store_that_is_too_small_for_the_copy_is_refused() =>
        RunOutcomeOf(Scenario("rram, bits_per_cell: 3, capacity_kib: 1500", "shared: { kind: sram, holds: [shared] }")).Findings
            .ShouldContain(static finding =>
            finding.Code == "MEMTI5001" && finding.Key == "memories.backing.capacity_kib");

    [Fact]
    public void A_reload_on_the_chip_is_no_faster_than_the_weight_port()
    {
        double Busy(double gigabytes) =>
            Run(
                Scenario("rram, bits_per_cell: 3", "shared: { kind: sram, holds: [shared] }"),
                $"accelerator.weight_port_gbs={gigabytes}").Frames.BusyMs;
        double atOne = Busy(1);
        // Shared weights cross the port once for the reload, serially, and once for each of two inferences that nothing else binds.
        atOne.ShouldBeGreaterThan(3 * KibPerSharedSet * 1024 / 1e6);
        (Busy(0.5) / atOne).ShouldBe(2, 0.02);
    }

    [Fact]
    public void Kernels_that_are_stored_transformed_take_their_room()
    {
        DesignReport plain = Run(Scenario("dram", "shared: { kind: rram, bits_per_cell: 3, holds: [shared] }"));
        DesignReport grown = Run(
            Scenario("dram", "shared: { kind: rram, bits_per_cell: 3, holds: [shared] }"), "accelerator.winograd_weight_growth=1.5");
        Row(grown, "shared").ContentsKib.ShouldBeInRange(1.2 * Row(plain, "shared").ContentsKib, 1.5 * Row(plain, "shared").ContentsKib);
        Row(grown, "activations").ContentsKib.ShouldBe(Row(plain, "activations").ContentsKib);
    }

    [Fact]
    public void Features_of_two_bytes_take_twice_the_room()
    {
        DesignReport one = Run(Scenario("dram", ""));
        DesignReport two = Run(Scenario("dram", ""), "accelerator.feature_bytes=2");
        Row(two, "activations").ContentsKib.ShouldBe(2 * Row(one, "activations").ContentsKib, 0.001);
    }

    [Fact]
    public void Shared_weights_can_be_deployed_in_the_field()
    {
        const string Deployment = "workload.deployments=[{ at_s: 3, shared: true }]";
        DesignReport report = Run(
            Scenario("rram, bits_per_cell: 3", "shared: { kind: rram, bits_per_cell: 3, holds: [shared] }"), Deployment);
        report.Energy.ShouldContain(static post => post.Component == "shared" && post.Cause == "deploy");
        report.Energy.ShouldContain(static post => post.Component == "backing" && post.Cause == "input");
    }

    [Theory]
    [InlineData("{ at_s: 3, shared: true }", "network.adapters=none", "MEMTI4010", "workload.deployments")]
    [InlineData("{ at_s: 3, shared: false }", "", "MEMTI2004", "workload.deployments[0].shared")]
    [InlineData("{ at_s: 3, shared: true, task: gtsrb }", "", "MEMTI2004", "workload.deployments[0].shared")]
    [InlineData("{ at_s: 3 }", "", "MEMTI2006", "workload.deployments[0].task")]
    public void A_deployment_is_of_a_task_or_of_what_is_shared(string deployment, string change, string code, string key)
    {
        string[] overrides = change.Length == 0
            ? [$"workload.deployments=[{deployment}]"]
            : [$"workload.deployments=[{deployment}]", change];
        RunOutcomeOf(Scenario("dram", ""), overrides).Findings.ShouldContain(finding => finding.Code == code && finding.Key == key);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_transfer_reads_what_no_memory_holds(int seed)
    {
        PlannedDesign design = Planned(RandomPlacement(new Random(seed)));
        SimulationResult run = new DesignRunner(Pipeline.Plugins).Run(design).Workload;
        foreach (PlannedMemory memory in design.Memories)
        {
            memory.Contents.ShouldBe(Expected(design, memory.Unit), memory.Unit.Name);
            foreach (TaskProgram task in design.System.Tasks)
                ReadOnce(design, memory.Unit, task).Bits.ShouldBeLessThanOrEqualTo(memory.Contents.Bits, memory.Unit.Name);
            if (memory.Contents == DataSize.Zero)
                run.Transfers
                    .Where(transfers => transfers.Memory == memory.Unit.Name)
                    .ShouldAllBe(static transfers => transfers.Count == 0);
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 24)];

    /// <summary>The sum of the contents that a memory has by what it holds, counted here from the tasks.</summary>
    private static DataSize Expected(PlannedDesign design, MemoryUnit unit)
    {
        MemoryContents contents = unit.Holds | unit.Copies;
        long[] sets = [.. design.Tasks.Select(static task => task.TaskParameterCount).OrderDescending()];
        long bytes = contents.HasFlag(MemoryContents.Shared) ? design.Tasks[0].SharedParameters : 0;
        bytes += contents.HasFlag(MemoryContents.TaskSpecific) ? sets.Take(unit.ResidentTasks).Sum() : 0;
        bytes += contents.HasFlag(MemoryContents.AllTasks) ? sets.Sum() : 0;
        bytes += contents.HasFlag(MemoryContents.Activations) ? 268 * 1024 : 0;
        bytes += contents.HasFlag(MemoryContents.Input) ? 64 * 64 * 3 : 0;
        return DataSize.FromBytes(bytes);
    }

    /// <summary>Parameters that an inference reads out of a memory, and what a load reads out of it.</summary>
    private static DataSize ReadOnce(PlannedDesign design, MemoryUnit unit, TaskProgram task)
    {
        MemoryUnit[] units = [.. design.Memories.Select(static memory => memory.Unit)];
        MemoryUnit backing = units.First(static memory => memory.Holds.HasFlag(MemoryContents.AllTasks));
        MemoryUnit sets = units.FirstOrDefault(static memory => memory.Holds.HasFlag(MemoryContents.TaskSpecific)) ?? backing;
        MemoryUnit? shared = units.FirstOrDefault(static memory => memory.Holds.HasFlag(MemoryContents.Shared));
        long bits = unit == sets ? task.Plan.Layers.Sum(static layer => layer.TaskWeights.Bits) : 0;
        bits += unit == backing && sets != backing ? task.TaskSet.Bits : 0;
        bits += unit == shared ? task.Plan.Layers.Sum(static layer => layer.SharedWeights.Bits) : 0;
        bits += unit == backing && shared is { Figures.Volatile: true } && shared != backing ? design.System.SharedSet.Bits : 0;
        return DataSize.FromBits(bits);
    }

    private static string RandomPlacement(Random random)
    {
        string[] kinds = ["dram", "sram", "rram, bits_per_cell: 1", "rram, bits_per_cell: 3"];
        List<string>[] holds = [[], [], [], []];
        holds[random.Next(4)].Add("all_tasks");
        holds[random.Next(4)].Add("activations");
        foreach (string content in (string[])["shared", "task_specific", "input"])
            if (random.Next(4) > 0)
                holds[random.Next(4)].Add(content);
        IEnumerable<string> memories = holds.Select((contents, memory) =>
            $"  m{memory}: {{ kind: {kinds[random.Next(4)]}, holds: [{string.Join(", ", contents)}], resident_tasks: "
                + $"{random.Next(1, 3)} }}");
        return Head + "memories:\n" + string.Join('\n', memories) + Tail(random.Next(2) == 0 ? "always-on" : "duty-cycle");
    }

    private const string Head = """
        memti: 1
        network: { kind: resnet26-adapters, input_px: 64, tasks: [cifar100, gtsrb] }
        accelerator: { kind: nvdla, macs: 1024 }

        """;

    private static string Tail(string firmware) => $"\nworkload: {{ fps: 1, frames: 20 }}\npower: {{ firmware: {firmware} }}\n";

    private static string Scenario(string backing, string shared) => Head + $$"""
        memories:
          activations: { kind: sram, capacity_kib: 2048, holds: [activations] }
          backing: { kind: {{backing}}, holds: [all_tasks, input] }
          adapters: { kind: sram, holds: [task_specific] }
          {{shared}}
        """ + Tail("duty-cycle");

    private PlannedDesign Planned(string scenario)
    {
        ScenarioResult read = new ScenarioReader(new CatalogKinds(Pipeline.Plugins)).ReadFile(Written(scenario), []);
        DesignScenario design = read.Scenario.ShouldNotBeNull(string.Join('\n', read.Findings)).Designs[0];
        return new DesignPlanner(Pipeline.Plugins).Plan(design, seed: 1);
    }

    private RunOutcome RunOutcomeOf(string scenario, params string[] overrides) => Pipeline.Run(Written(scenario), overrides);

    private DesignReport Run(string scenario, params string[] overrides)
    {
        RunOutcome outcome = RunOutcomeOf(scenario, overrides);
        return outcome.Report.ShouldNotBeNull(string.Join('\n', outcome.Findings)).Designs[0];
    }

    private string Written(string scenario)
    {
        string file = _folder.Path("contents.memti.yaml");
        File.WriteAllText(file, scenario);
        return file;
    }

    private static MemoryRow Row(DesignReport design, string memory) => design.Memories.First(row => row.Memory == memory);
}
