using Memti.Abstractions.Accelerators;
using Memti.Simulation.Bus;
using Memti.Simulation.Contents;
using Memti.Simulation.Devices.Memories;
using Memti.Simulation.Maps;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Platforms;

/// <summary>A memory on the bus: the device, its window, its bytes where the scenario maps them, and what lies where.</summary>
internal sealed class PlatformMemory
{
    private readonly Content[] _contents;

    /// <param name="mapped">The window.</param>
    /// <param name="device">The memory.</param>
    /// <param name="system">The system.</param>
    /// <param name="bytes">The bytes; null for a memory that only moves amounts of data.</param>
    public PlatformMemory(MappedMemory mapped, MemoryDevice device, SystemDescription system, ByteStore? bytes)
    {
        (Range, Device, Bytes) = (mapped.Range, device, bytes);
        _contents = [.. ContentsOf(device.Part.Unit, system).OrderBy(static content => content.Offset)];
        MemoryUnit unit = device.Part.Unit;
        Port = new(unit.Name, unit.Figures.OnChip, unit.Figures.SustainedRead, unit.Figures.Write);
    }

    public string Name => Device.Name;

    public AddressRange Range { get; }

    public MemoryDevice Device { get; }

    public ByteStore? Bytes { get; }

    /// <summary>The memory and its rates as devices see it.</summary>
    public MemoryPort Port { get; }

    /// <summary>What the system keeps here, ordered by place.</summary>
    public IReadOnlyList<Content> Contents => _contents;

    /// <summary>What begins at a place, or contains it.</summary>
    public Content At(long offset)
    {
        foreach (Content content in _contents)
        {
            if (offset >= content.Offset && offset < content.End)
                return content;
        }

        return new(ContentKind.Other, 0, offset, (long)Range.Size - offset);
    }

    private static IEnumerable<Content> ContentsOf(MemoryUnit unit, SystemDescription system)
    {
        MappedContents places = new(unit, system);
        if (places.Shared is { } shared)
            yield return new(ContentKind.Shared, 0, (long)shared, SizeOf(system.SharedSet.Bits));
        long largest = system.Tasks.Max(static task => SizeOf(task.TaskSet.Bits));
        for (int slot = 0; slot < places.Slots.Count; slot++)
            yield return new(ContentKind.Slot, slot, (long)places.Slots[slot], largest);
        for (int task = 0; task < places.Sets.Count; task++)
            yield return new(ContentKind.Set, task, (long)places.Sets[task], SizeOf(system.Tasks[task].TaskSet.Bits));
        if (places.Activations is { } features)
            yield return new(ContentKind.Features, 0, (long)features, SizeOf(system.Activations.Bits));
        if (places.Input is { } input)
            yield return new(ContentKind.Input, 0, (long)input, SizeOf(system.Tasks.Max(static task => task.Input.Bits)));
    }

    private static long SizeOf(long bits) => (long)MappedContents.Bytes(bits);
}
