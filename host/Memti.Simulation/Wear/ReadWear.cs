using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Simulation.Systems;
using Memti.Simulation.Transfers;

namespace Memti.Simulation.Wear;

/// <summary>Wear by the reads of inferences, for memories whose reads wear or disturb; computed once.</summary>
internal sealed class ReadWear
{
    private readonly Reads[][] _tasks;

    public ReadWear(SystemLayout layout) =>
        _tasks =
            [.. layout.System.Tasks
                .Select(
                    task =>
                        layout.Parts
                            .Where(static part => part.Figures.TotalWearPerRead > 0)
                            .Select(part => Of(task, part, layout))
                            .ToArray())];

    /// <summary>Counts the reads of one inference.</summary>
    /// <param name="task">The task.</param>
    /// <param name="slot">Slot of its set; negative when sets are read in place.</param>
    /// <param name="books">Wear of each memory.</param>
    public void Count(int task, int slot, WearBook[] books)
    {
        foreach (Reads reads in _tasks[task])
        {
            WearBook book = books[reads.Memory];
            book.ReadShared(reads.Shared);
            book.ReadFeatures(reads.Features);
            if (slot >= 0)
                book.ReadSlot(slot, reads.Slot);
            book.ReadSet(task, reads.Set);
        }
    }

    private static Reads Of(TaskProgram task, Part part, SystemLayout layout)
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

    /// <summary>Reads per cell of each region of a memory.</summary>
    private sealed record Reads(int Memory, long Shared, long Slot, long Set, long Features);
}
