using Memti.Abstractions;

namespace Memti.Simulation;

/// <summary>One inference of a task, worked out once.</summary>
internal sealed class InferenceRecipe
{
    public InferenceRecipe(TaskProgram program, IReadOnlyList<Part> parts)
    {
        Duration = DurationOf(program);
        double compute = Quantity.Joules(program.Plan.DynamicEnergy, program.Name, "a dynamic energy of");
        Compute = Quantity.Rontojoules(compute);
        Traffic = [.. program.Plan.Traffic.Select(traffic => PlannedTraffic.Of(PartOf(parts, traffic, program), traffic))];
        Joules = compute + Traffic.Sum(static traffic => traffic.Joules);
        Users = [0, .. Traffic.Select(static traffic => traffic.Part.Component).Distinct()];
        FeatureWrites = program.Plan.Layers.Count(static layer => layer.Output > DataSize.Zero);
    }

    public long Duration { get; }

    public Int128 Compute { get; }

    public PlannedTraffic[] Traffic { get; }

    public double Joules { get; }

    public int[] Users { get; }

    /// <summary>Layers that write features: so often the first cells of the feature buffer are rewritten.</summary>
    public int FeatureWrites { get; }

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
