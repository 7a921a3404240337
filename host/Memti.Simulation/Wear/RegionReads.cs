using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Simulation.Systems;
using Memti.Simulation.Transfers;

namespace Memti.Simulation.Wear;

/// <summary>Reads per cell of each region of a memory by one inference.</summary>
/// <param name="Memory">Index of the memory.</param>
/// <param name="Shared">Reads of the shared weights.</param>
/// <param name="Slot">Reads of the slot with the task's set.</param>
/// <param name="Set">Reads of the task's set where sets are read in place.</param>
/// <param name="Features">Reads of the features.</param>
internal sealed record RegionReads(int Memory, long Shared, long Slot, long Set, long Features)
{
    /// <summary>Reads by one inference of a task, for the memories whose reads wear or disturb.</summary>
    public static IEnumerable<RegionReads> Of(TaskProgram task, SystemLayout layout) =>
        layout.Parts.Where(static part => part.Figures.TotalWearPerRead > 0).Select(part => Of(task, part, layout));

    private static RegionReads Of(TaskProgram task, Part part, SystemLayout layout)
    {
        bool shared = part == (layout.Shared ?? layout.Backing);
        bool slot = part == layout.Working;
        bool inPlace = layout.Working is null && part == layout.Backing;
        long bits = (shared ? task.Plan.Layers.Sum(static layer => layer.SharedWeights.Bits) : 0)
            + (slot || inPlace ? task.Plan.Layers.Sum(static layer => layer.TaskWeights.Bits) : 0);
        long read = task.Plan.Traffic
            .Where(traffic => traffic.Memory == part.Unit.Name && traffic.Direction == TransferDirection.Read)
            .Sum(static traffic => traffic.Size.Bits);
        long times = bits == 0 || read == 0 ? 0 : Times(part, read, bits);
        return new(
            part.Memory, shared ? times : 0, slot ? times : 0, inPlace ? times : 0, read > 0 && HoldsFeatures(part) ? Outputs(task) : 0);
    }

    /// <summary>Number of passes over the weights in an inference. When features share the memory, passes cannot be told from feature
    /// reads: 1.</summary>
    private static long Times(Part part, long read, long weights) => HoldsFeatures(part) ? 1 : Math.Max(1, (read + weights - 1) / weights);

    private static bool HoldsFeatures(Part part) => part.Holds(MemoryContents.Activations) || part.Holds(MemoryContents.Input);

    private static long Outputs(TaskProgram task) => Math.Max(1, task.Plan.Layers.Count(static layer => layer.Output > DataSize.Zero));
}
