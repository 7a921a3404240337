using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;
using Memti.Simulation.Ledger;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Transfers;

/// <summary>One inference of a task, worked out once.</summary>
internal sealed class InferenceRecipe
{
    /// <param name="program">The task with its plan.</param>
    /// <param name="layout">The system, its memories and powers resolved.</param>
    public InferenceRecipe(TaskProgram program, SystemLayout layout)
    {
        Part[] parts = layout.Parts;
        StatePower on = layout.Power[0].On;
        Duration = DurationOf(program);
        double beyondOn = Quantity.Joules(program.Plan.DynamicEnergy, program.Name, "a dynamic energy of");
        Int128 dynamic = Quantity.Rontojoules(beyondOn);
        Compute = Int128.Min(ComputeOf(program, dynamic), dynamic + ((Int128)on.Base * Duration));
        Clock = dynamic - Compute;
        Traffic = [.. program.Plan.Traffic.Select(traffic => PlannedTraffic.Of(PartOf(parts, traffic, program), traffic))];
        Joules = beyondOn + Traffic.Sum(static traffic => traffic.Joules);
        Users = [0, .. Traffic.Where(static traffic => traffic.Bits > 0).Select(static traffic => traffic.Part.Component).Distinct()];
        Needs = [.. Users.Union(layout.Parts.Where(layout.MayLoseWeights).Select(static part => part.Component))];
        Memories = SystemLayout.MemoriesOf(Needs);
        FeatureWrites = program.Plan.Layers.Count(static layer => layer.Output > DataSize.Zero);
    }

    public long Duration { get; }

    /// <summary>The operations; never more than the accelerator takes over the inference.</summary>
    public Int128 Compute { get; }

    /// <summary>
    /// What clock and leakage take beyond the on power. Negative where the on power counts part of the operations: together with it, the cause is not.
    /// </summary>
    public Int128 Clock { get; }

    public PlannedTraffic[] Traffic { get; }

    public double Joules { get; }

    /// <summary>The components that work: the accelerator and the memories that move data.</summary>
    public int[] Users { get; }

    /// <summary>The components that must be on: those that work, and volatile memories whose weights would die without power.</summary>
    public int[] Needs { get; }

    public MemorySet Memories { get; }

    /// <summary>Layers that write features: so often the first cells of the feature buffer are rewritten.</summary>
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
