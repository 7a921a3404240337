using System.Runtime.CompilerServices;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;

namespace Memti.Simulation.Firmware;

/// <summary>
/// Keeps on the memories that a frame still needs. Wakes the memories of a frame's tasks with the system. Lets a memory sleep once the rest
/// of the frame does not use it and the time to the next frame exceeds the memory's own break-even time.
/// </summary>
/// <param name="soc">The hardware.</param>
/// <param name="retain">True to keep parameters that would need a reload.</param>
internal sealed class MemoryScheduler(ISystemOnChip soc, bool retain)
{
    /// <summary>The memories that the next frame needs in the present state.</summary>
    public MemorySet NeededNext => Needed(soc.NextTasks);

    /// <summary>Wakes the system and the memories of a frame. Other memories sleep, or stay on where sleep saves nothing.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask Begin(Frame frame)
    {
        MemorySet deployed = frame.Deployed < 0 ? MemorySet.None : soc.MemoriesFor(TaskOperation.Deploy, frame.Deployed);
        await soc.Wake(Needed(frame.Tasks).With(deployed)).ConfigureAwait(false);
        await Sleep(Unused(frame.Tasks, 0, Sleepable.Without(deployed))).ConfigureAwait(false);
    }

    /// <summary>Lets memories sleep that the tasks of a frame, from index <paramref name="place"/> on, do not use.</summary>
    public ValueTask SleepUnused(IReadOnlyList<int> tasks, int place) => Sleep(Unused(tasks, place, Sleepable));

    /// <summary>Lets every memory sleep for which the time to the next frame is long enough.</summary>
    public ValueTask SleepAll() => Sleep(Sleepable);

    private ValueTask Sleep(MemorySet memories) => memories.IsEmpty ? default : soc.Sleep(memories, retain);

    /// <summary>The memories that are on, and that would save energy by sleeping until the next frame.</summary>
    private MemorySet Sleepable
    {
        get
        {
            MemorySet sleepable = MemorySet.None;
            MemorySet awake = soc.AwakeMemories;
            SimTime gap = soc.TimeToNextFrame;
            for (int memory = 0; memory < soc.Memories.Count; memory++)
            {
                if (awake.Contains(memory) && gap > soc.CostOfSleep(memory, retain, soc.NextTask).BreakEven)
                    sleepable = sleepable.With(MemorySet.Of(memory));
            }

            return sleepable;
        }
    }

    private MemorySet Needed(IReadOnlyList<int> tasks)
    {
        MemorySet needed = MemorySet.None;
        for (int place = 0; place < tasks.Count; place++)
            needed = needed.With(NeededBy(tasks[place]));
        return needed;
    }

    private MemorySet Unused(IReadOnlyList<int> tasks, int place, MemorySet memories)
    {
        for (; place < tasks.Count && !memories.IsEmpty; place++)
            memories = memories.Without(NeededBy(tasks[place]));
        return memories;
    }

    /// <summary>
    /// Assumes the present residency for a load. A set that is resident now and is replaced by an earlier task of the frame loads through
    /// the same memories as that task's set, so the result is the same.
    /// </summary>
    private MemorySet NeededBy(int task) => soc.MemoriesFor(TaskOperation.Infer, task).With(soc.MemoriesFor(TaskOperation.Load, task));
}
