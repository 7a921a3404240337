using System.Collections.ObjectModel;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Simulation.Bus;
using Memti.Simulation.Codes;
using Memti.Simulation.Contents;
using Memti.Simulation.Devices;
using Memti.Simulation.Devices.Memories;
using Memti.Simulation.Maps;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Platforms;

/// <summary>The hardware of a system with a bus: memories and devices at addresses.</summary>
internal sealed class Platform
{
    private readonly MemoryMap _map;
    private readonly PlatformMemory[] _memories;

    /// <summary>Puts the memories of a system on a bus.</summary>
    /// <param name="hardware">The hardware.</param>
    /// <param name="map">Where its memories and devices are.</param>
    /// <param name="hasBytes">True to give the memories bytes that the scenario maps; a master without a core needs none.</param>
    /// <param name="tearing">What a loss of power leaves of a word under way, by memory; null for whole words.</param>
    public Platform(
        Hardware hardware, MemoryMap map, bool hasBytes, IReadOnlyDictionary<int, IWordTearing>? tearing = null)
    {
        (Hardware, _map) = (hardware, map);
        Writes = new(tearing ?? ReadOnlyDictionary<int, IWordTearing>.Empty);
        _memories = [.. map.Windows.Select(window => MemoryOf(window, hasBytes && window.HasBytes))];
        foreach (PlatformMemory memory in _memories)
            Bus.Add(memory.Range, memory.Name, WindowOf(memory));
    }

    public Hardware Hardware { get; }

    public SystemBus Bus { get; } = new();

    /// <summary>The words that masters write to non-volatile memories.</summary>
    public WordWrites Writes { get; }

    /// <summary>The memories on the bus, in the order of the system.</summary>
    public IReadOnlyList<PlatformMemory> Memories => _memories;

    /// <summary>Puts a device where the map has it, if it does.</summary>
    public void Add(string name, IBusDevice device)
    {
        if (_map.Devices.FirstOrDefault(one => one.Name == name) is { } place)
            Bus.Add(place.Range.Base, name, device);
    }

    /// <summary>The memory that contains a range; null for none.</summary>
    /// <param name="address">First address.</param>
    /// <param name="bytes">Number of bytes, at least 1.</param>
    public PlatformMemory? Find(ulong address, long bytes)
    {
        foreach (PlatformMemory memory in _memories)
        {
            if (memory.Range.Contains(address) && memory.Range.Last - address >= (ulong)bytes - 1)
                return memory;
        }

        return null;
    }

    private PlatformMemory MemoryOf(MappedMemory window, bool hasBytes)
    {
        MemoryDevice device = Hardware.Memories[window.Memory];
        MemoryUnit unit = device.Part.Unit;
        ulong seed = Hardware.Layout.System.Seed + (ulong)window.Memory;
        ByteStore? bytes = hasBytes ? BytesOf(unit, (long)window.Range.Size, unit.Figures.Volatile ? seed : null) : null;
        var memory = new PlatformMemory(window, device, Hardware.Layout.System, bytes);
        if (bytes is not null)
            Fill(memory, bytes);
        return memory;
    }

    private static ByteStore BytesOf(MemoryUnit unit, long bytes, ulong? seed) => bytes <= ByteStore.MostBytes
        ? new(unit.Name, bytes, seed)
        : throw new MemtiException(
            SimulationCodes.NoWindow,
            FormattableString.Invariant($"memory '{unit.Name}' would have a window of {bytes} bytes; permitted: {ByteStore.MostBytes}."));

    private static MemoryWindow WindowOf(PlatformMemory memory)
    {
        MemoryFigures figures = memory.Device.Part.Figures;
        return new(memory.Bytes, figures.ReadLatency, figures.WriteLatency);
    }

    /// <summary>The store of all tasks, and weights that no other memory can bring back, are there from the start.</summary>
    private static void Fill(PlatformMemory memory, ByteStore bytes)
    {
        foreach (Content content in memory.Contents)
        {
            bool isThere = content.Kind == ContentKind.Set || (content.Kind == ContentKind.Shared && memory.Device.HasShared);
            if (isThere)
                bytes.MarkWritten(content.Offset, content.Bytes);
        }

        memory.Device.HoldsFirmware = memory.Contents.Count == 0;
        memory.Device.PowerChanged += state => Change(bytes, state);
    }

    private static void Change(ByteStore bytes, PowerState state)
    {
        bytes.IsOn = state == PowerState.On;
        if (state == PowerState.Off)
            bytes.LosePower();
    }
}
