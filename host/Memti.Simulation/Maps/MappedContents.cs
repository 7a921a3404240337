using Memti.Abstractions.Memories;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Maps;

/// <summary>
/// Where the contents of one memory lie in its window: shared parameters, sets of tasks, features, input, in this order and each at a
/// multiple of 32 bytes. A working memory has slots of equal size for the sets, the backing store has each set at its own place.
/// </summary>
internal sealed class MappedContents
{
    private const ulong Alignment = 32;

    private ulong _end;

    public MappedContents(MemoryUnit unit, SystemDescription system)
    {
        MemoryContents contents = unit.Holds | unit.Copies;
        ulong[] sets = [.. system.Tasks.Select(static task => Bytes(task.TaskSet.Bits))];
        if (contents.HasFlag(MemoryContents.Shared))
            Shared = Take(Bytes(system.SharedSet.Bits));
        if (contents.HasFlag(MemoryContents.AllTasks))
            Sets = [.. sets.Select(Take)];
        else if (contents.HasFlag(MemoryContents.TaskSpecific))
            Slots = TakeSlots(Math.Clamp(unit.ResidentTasks, 1, sets.Length), sets.Max());
        if (contents.HasFlag(MemoryContents.Activations))
            Activations = Take(Bytes(system.Activations.Bits));
        if (contents.HasFlag(MemoryContents.Input))
            Input = Take(Bytes(system.Tasks.Max(static task => task.Input.Bits)));
    }

    /// <summary>Offset of the shared parameters; null where there are none.</summary>
    public ulong? Shared { get; }

    /// <summary>Offset of each task's set in the backing store; empty elsewhere.</summary>
    public IReadOnlyList<ulong> Sets { get; } = [];

    /// <summary>Offset of each slot of a working memory; empty elsewhere.</summary>
    public IReadOnlyList<ulong> Slots { get; } = [];

    /// <summary>Offset of the features between layers; null where there are none.</summary>
    public ulong? Activations { get; }

    /// <summary>Offset of the input frame; null where there is none.</summary>
    public ulong? Input { get; }

    /// <summary>Bytes from the first to the last content.</summary>
    public ulong Length => _end;

    /// <summary>Whole bytes that hold some bits.</summary>
    public static ulong Bytes(long bits) => ((ulong)bits + 7) / 8;

    private ulong[] TakeSlots(int count, ulong bytes) => [.. Enumerable.Range(0, count).Select(_ => Take(bytes))];

    private ulong Take(ulong bytes)
    {
        ulong offset = (_end + Alignment - 1) / Alignment * Alignment;
        _end = offset + bytes;
        return offset;
    }
}
