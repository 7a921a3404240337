using Memti.Abstractions;

namespace Memti.Simulation;

/// <summary>Everything that can be done for one task, worked out once.</summary>
internal sealed class ProgramRecipe
{
    public ProgramRecipe(TaskProgram task, SystemLayout layout)
    {
        Inference = new(task, layout);
        long set = task.TaskSet.Bits;
        if (layout is { Working: { } working, Backing: { } backing })
            Load = new(new(backing, working, set), task.Plan, ReadsOf(backing));
        if (layout is { SharedMayDie: true, Shared: { } shared, Backing: { } source })
            SharedLoad = new(source, shared, task.Plan.Layers.Where(static layer => layer.WeightsOf is null).Sum(static layer => layer.SharedWeights.Bits));
        BackingWrite = layout.Backing is { } store ? new(store, set) : null;
        WorkingWrite = layout.Working is { } slots ? new(slots, set) : null;
    }

    public InferenceRecipe Inference { get; }

    public LoadRecipe? Load { get; }

    public TransferRecipe? SharedLoad { get; }

    public WriteRecipe? BackingWrite { get; }

    public WriteRecipe? WorkingWrite { get; }

    private long ReadsOf(Part part) =>
        Inference.Traffic.Sum(traffic => traffic.Part == part && traffic.Direction == TransferDirection.Read ? traffic.Bits : 0);
}
