using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;
using Memti.Simulation.Ledger;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Transfers;

/// <summary>Cost of one inference of a task, computed once.</summary>
internal sealed class InferenceRecipe
{
    /// <param name="program">The task with its plan.</param>
    /// <param name="layout">The system with memories and powers resolved.</param>
    /// <param name="accelerator">Id of the accelerator among the components.</param>
    public InferenceRecipe(TaskProgram program, SystemLayout layout, int accelerator)
    {
        Part[] parts = layout.Parts;
        StatePower on = layout.Power[accelerator].In(PowerState.On);
        Duration = DurationOf(program);
        double beyondOn = Quantity.Joules(program.Plan.DynamicEnergy, program.Name, "a dynamic energy of");
        Int128 dynamic = Quantity.Rontojoules(beyondOn);
        Compute = Int128.Min(ComputeOf(program, dynamic), dynamic + ((Int128)on.Base * Duration));
        Clock = dynamic - Compute;
        Traffic = [.. program.Plan.Traffic.Select(traffic => PlannedTraffic.Of(PartOf(parts, traffic, program), traffic))];
        Joules = beyondOn + Traffic.Sum(static traffic => traffic.Joules);
        IEnumerable<int> moving = Traffic.Where(static traffic => traffic.Bits > 0).Select(static traffic => traffic.Part.Component);
        Users = [accelerator, .. moving.Distinct()];
        Needs = [.. Users.Union(layout.Parts.Where(layout.MayLoseWeights).Select(static part => part.Component))];
        Memories = layout.MemoriesOf(Needs);
        FeatureWrites = program.Plan.Layers.Count(static layer => layer.Output > DataSize.Zero);
    }

    public long Duration { get; }

    /// <summary>Energy of the operations, at most the accelerator's energy over the inference.</summary>
    public Int128 Compute { get; }

    /// <summary>
    /// Energy of clock and leakage beyond the on power. Negative when the on power contains part of the operations; the sum with the on
    /// power is never negative.
    /// </summary>
    public Int128 Clock { get; }

    public PlannedTraffic[] Traffic { get; }

    public double Joules { get; }

    /// <summary>The active components: the accelerator, and the memories that move data.</summary>
    public int[] Users { get; }

    /// <summary>The components that must be on: the active ones, and volatile memories that would lose their weights.</summary>
    public int[] Needs { get; }

    public MemorySet Memories { get; }

    /// <summary>Number of layers that write features. Each rewrites the first cells of the feature buffer.</summary>
    public int FeatureWrites { get; }

    private static Int128 ComputeOf(TaskProgram program, Int128 dynamic) => program.Plan.ComputeEnergy is { } compute
        ? Quantity.Rontojoules(Quantity.Joules(compute, program.Name, "a compute energy of"))
        : dynamic;

    private static long DurationOf(TaskProgram program)
    {
        long duration = program.Plan.Duration.Picoseconds;
        return duration is >= 0 and <= RunLimits.LongestStep ? duration : throw BadPlan(program, "a duration below zero or above 11 days");
    }

    private static Part PartOf(IReadOnlyList<Part> parts, Traffic traffic, TaskProgram program) =>
        parts.FirstOrDefault(part => part.Unit.Name == traffic.Memory)
        ?? throw BadPlan(program, $"traffic of a memory '{traffic.Memory}' that the system does not have");

    private static MemtiException BadPlan(TaskProgram program, string what) =>
        new(new Diagnostic(DiagnosticCode.BadPlan, $"The plan of task '{program.Name}' has {what}.") { Key = program.Name });
}
