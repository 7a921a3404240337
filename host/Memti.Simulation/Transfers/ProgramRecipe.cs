using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Units;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Transfers;

/// <summary>Cost of all work for one task, computed once.</summary>
internal sealed class ProgramRecipe
{
    /// <param name="task">The task with its plan.</param>
    /// <param name="layout">The system with memories and powers resolved.</param>
    /// <param name="accelerator">Id of the accelerator among the components.</param>
    public ProgramRecipe(TaskProgram task, SystemLayout layout, int accelerator)
    {
        (Task, Inference) = (task, new(task, layout, accelerator));
        long set = task.TaskSet.Bits;
        if (layout is { Working: { } working, Backing: { } backing })
            Load = LoadOf(new(backing, working, set), task.Plan, layout);
        InputWrite = layout.InputHolder is { } input && task.Input > DataSize.Zero ? new(input, task.Input.Bits) : null;
        BackingWrite = layout.Backing is { } store ? new(store, set) : null;
        WorkingWrite = layout.Working is { } slots ? new(slots, set) : null;
    }

    /// <summary>The task with its plan.</summary>
    public TaskProgram Task { get; }

    public InferenceRecipe Inference { get; }

    public LoadRecipe? Load { get; }

    /// <summary>Arrival of a frame; null when it is not modelled.</summary>
    public WriteRecipe? InputWrite { get; }

    public WriteRecipe? BackingWrite { get; }

    public WriteRecipe? WorkingWrite { get; }

    private LoadRecipe LoadOf(TransferRecipe transfer, InferencePlan plan, SystemLayout layout) =>
        new(transfer, plan, SharedWay.Of(transfer, Inference.Traffic, PortReads(plan, layout)));

    /// <summary>Time that an inference reads parameters through the port: one transfer at a time, for all memories on the die.</summary>
    private static long PortReads(InferencePlan plan, SystemLayout layout) =>
        OutTime(layout.SharedHolder, plan.Layers.Sum(static layer => layer.SharedWeights.Bits))
        + OutTime(layout.TaskHolder, plan.Layers.Sum(static layer => layer.TaskWeights.Bits));

    private static long OutTime(Part? part, long bits) => part is { Port: not null } ? part.OutTime(bits) : 0;
}
