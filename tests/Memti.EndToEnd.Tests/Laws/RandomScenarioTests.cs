using Memti.Abstractions.Accelerators;
using Memti.Runs.Planning;
using Memti.Runs.Running;
using Memti.Scenarios;
using Memti.Simulation.Runs;

namespace Memti.EndToEnd.Tests.Laws;

/// <summary>
/// Laws that hold whatever the scenario. Drawn ones are each planned and run by the product: a thousand with <c>MEMTI_LONG_TESTS=1</c>,
/// the first 250 of them without.
/// </summary>
[Trait("Duration", "long")]
public sealed class RandomScenarioTests : IDisposable
{
    private static readonly int Scenarios = Environment.GetEnvironmentVariable("MEMTI_LONG_TESTS") == "1" ? 1000 : 250;

    /// <summary>Numbers of which more can only cost more, each as a low and a high override of its key.</summary>
    private static readonly (string Key, double Low, double High)[] Costs =
    [
        ("accelerator.power_scale", 1.2, 1.5),
        ("accelerator.wake_energy_uj", 1, 20),
        ("accelerator.off_uw", 50, 500),
        ("memories.activations.temperature_k", 310, 350),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_ledger_closes()
    {
        foreach (RandomScenario scenario in Drawn())
        {
            SimulationResult run = Run(Plan(scenario));
            run.RelativeGap.ShouldBeLessThanOrEqualTo(1e-9, scenario.Text);
            run.Ledger.Aggregate(Int128.Zero, static (sum, posting) => sum + posting.Rontojoules).ShouldBe(run.Rontojoules, scenario.Text);
        }
    }

    [Fact]
    public void Every_memory_holds_what_is_read_from_it_and_nothing_else()
    {
        foreach (RandomScenario scenario in Drawn())
        {
            PlannedDesign design = Plan(scenario);
            foreach (PlannedMemory memory in design.Memories.Where(static memory => memory.Unit.Name != "activations"))
            {
                memory.Contents.Bits.ShouldBe(scenario.ContentsOf(memory.Unit.Name, design), $"{memory.Unit.Name} of\n{scenario.Text}");
                ReadsPerInference(design, memory.Unit.Name).ShouldBeLessThanOrEqualTo(
                    memory.Contents.Bits, $"{memory.Unit.Name} of\n{scenario.Text}");
            }
        }
    }

    [Fact]
    public void What_one_memory_sends_another_takes()
    {
        foreach (RandomScenario scenario in Drawn())
        {
            PlannedDesign design = Plan(scenario);
            SimulationResult run = Run(design);
            Int128 sent = Moved(run, TransferDirection.Read) - Inferred(design, run, TransferDirection.Read);
            Int128 taken = Moved(run, TransferDirection.Write) - Inferred(design, run, TransferDirection.Write);
            Int128 arrived = (Int128)run.Frames.Completed * scenario.InputBits;
            sent.ShouldBe(taken - arrived, scenario.Text);
        }
    }

    [Fact]
    public void More_of_what_costs_energy_never_costs_less()
    {
        foreach (RandomScenario scenario in Drawn())
        {
            (string key, double low, double high) = Costs[scenario.Number % Costs.Length];
            SimulationResult cheap = Run(Plan(scenario, FormattableString.Invariant($"{key}={low}")));
            SimulationResult dear = Run(Plan(scenario, FormattableString.Invariant($"{key}={high}")));
            if (cheap.PowerDowns == dear.PowerDowns) // firmware may answer a dearer idle time with more power-downs, at the break-even gap
                dear.Energy.Joules.ShouldBeGreaterThanOrEqualTo(cheap.Energy.Joules * (1 - 1e-12), $"{key} in\n{scenario.Text}");
        }
    }

    [Fact]
    public void The_lifetime_does_not_depend_on_how_long_is_simulated()
    {
        foreach (RandomScenario scenario in Drawn())
        {
            double? brief = Lifetime(Plan(scenario));
            double? lengthy = Lifetime(Plan(scenario, $"workload.frames={7 * scenario.Frames}"));
            (brief is null).ShouldBe(lengthy is null, scenario.Text);
            if (brief is { } years)
                lengthy!.Value.ShouldBe(years, 1e-9 * years, scenario.Text);
        }
    }

    private static IEnumerable<RandomScenario> Drawn() =>
        Enumerable.Range(0, Scenarios).Select(static number => new RandomScenario(number));

    private PlannedDesign Plan(RandomScenario scenario, params string[] overrides)
    {
        string file = _folder.Write("random.memti.yaml", scenario.Text);
        ScenarioResult read = new ScenarioReader(new CatalogKinds(Pipeline.Plugins)).ReadFile(file, overrides);
        read.Findings.ShouldBeEmpty(scenario.Text);
        return new DesignPlanner(Pipeline.Plugins).Plan(read.Scenario!.Designs[0], seed: 1);
    }

    private static SimulationResult Run(PlannedDesign design) => new DesignRunner(Pipeline.Plugins).RunWorkload(design, design.Workload);

    private static double? Lifetime(PlannedDesign design) =>
        new DesignRunner(Pipeline.Plugins).Run(design).Lifetimes.Min(static life => life.Years);

    private static long ReadsPerInference(PlannedDesign design, string memory) =>
        design.System.Tasks.Max(task => Bits(task.Plan, memory, TransferDirection.Read));

    private static Int128 Moved(SimulationResult run, TransferDirection direction) => run.Transfers
        .Where(transfers => transfers.Direction == direction)
        .Aggregate(Int128.Zero, static (sum, transfers) => sum + transfers.Bits);

    private static Int128 Inferred(PlannedDesign design, SimulationResult run, TransferDirection direction) => design.System.Tasks
        .Select(
            (task, index) => (Int128)run.Inferences[index] * design.Memories.Sum(memory => Bits(task.Plan, memory.Unit.Name, direction)))
        .Aggregate(Int128.Zero, static (sum, bits) => sum + bits);

    private static long Bits(InferencePlan plan, string memory, TransferDirection direction) => plan.Traffic
        .Where(traffic => traffic.Memory == memory && traffic.Direction == direction)
        .Sum(static traffic => traffic.Size.Bits);
}
