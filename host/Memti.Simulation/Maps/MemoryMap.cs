using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Simulation.Bus;
using Memti.Simulation.Codes;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Maps;

/// <summary>
/// Where the memories of a system are on the bus, and where contents lie in them. Headers for firmware, DMA and the driver of the
/// accelerator all ask here. A memory with contents and without an address of its own gets a free window, which transfers use and no core
/// sees.
/// </summary>
public sealed class MemoryMap
{
    private const ulong Page = 4096;
    private const ulong BusBytes = 0x1_0000_0000;
    private const ulong FirstFree = 0x4000_0000;
    private const ulong FreeAlignment = 0x10_0000;

    private readonly SystemDescription _system;
    private readonly MappedContents[] _contents;
    private readonly MappedMemory?[] _windows;
    private readonly AddressMap<string> _taken = new();
    private readonly int _working;
    private readonly int _backing;

    /// <summary>Maps the memories of a system.</summary>
    /// <param name="system">The system.</param>
    /// <param name="devices">The devices on the same bus.</param>
    /// <exception cref="MemtiException"><see cref="SimulationCodes.AddressOverlap"/>, <see cref="SimulationCodes.NoWindow"/>.</exception>
    public MemoryMap(SystemDescription system, IReadOnlyList<MappedDevice> devices)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(devices);
        (_system, Devices) = (system, devices);
        _contents = [.. system.Memories.Select(unit => new MappedContents(unit, system))];
        _windows = new MappedMemory?[system.Memories.Count];
        (_working, _backing) = (HolderOf(MemoryContents.TaskSpecific), HolderOf(MemoryContents.AllTasks));
        _working = _working == _backing ? -1 : _working;
        foreach (MappedDevice device in devices)
            Map(device);
        foreach (int memory in Memories(unit => unit.At is not null))
            Map(memory, system.Memories[memory].At!.Value);
        foreach (int memory in Memories(static unit => unit.At is null && HasContents(unit)))
            Map(memory, FreeBase(memory));
    }

    /// <summary>The devices.</summary>
    public IReadOnlyList<MappedDevice> Devices { get; }

    /// <summary>The memories on the bus, in the order of the system.</summary>
    public IEnumerable<MappedMemory> Windows => _windows.OfType<MappedMemory>();

    /// <summary>Slots for sets of tasks; 0 where inferences read them in the backing store.</summary>
    public int Slots => _working < 0 ? 0 : _contents[_working].Slots.Count;

    /// <summary>Address of a slot.</summary>
    public ulong SlotAddress(int slot) => Address(_working, _contents[_working].Slots[slot]);

    /// <summary>Address of a task's set in the backing store; null without one.</summary>
    public ulong? SetAddress(int task) => _backing < 0 ? null : Address(_backing, _contents[_backing].Sets[task]);

    /// <summary>Whole bytes of a task's set.</summary>
    public ulong SetBytes(int task) => MappedContents.Bytes(_system.Tasks[task].TaskSet.Bits);

    /// <summary>Address of the copy of the shared parameters in another memory than that which inferences read; null for none.</summary>
    public ulong? SharedCopyAddress
    {
        get
        {
            int copy = _system.Memories.ToList().FindIndex(static unit => unit.Copies.HasFlag(MemoryContents.Shared));
            return copy < 0 ? null : Address(copy, _contents[copy].Shared!.Value);
        }
    }

    /// <summary>Whole bytes of the shared parameters.</summary>
    public ulong SharedBytes => MappedContents.Bytes(_system.SharedSet.Bits);

    /// <summary>Where an inference finds its data.</summary>
    /// <param name="task">The task.</param>
    /// <param name="slot">The slot with its set; not used without slots.</param>
    /// <exception cref="MemtiException"><see cref="SimulationCodes.NoWindow"/>: a content is in no memory.</exception>
    public NetworkAddresses AddressesOf(int task, int slot) => new()
    {
        Input = Required(MemoryContents.Input, static contents => contents.Input),
        Activations = Required(MemoryContents.Activations, static contents => contents.Activations),
        SharedWeights = _system.SharedSet > DataSize.Zero ? Required(MemoryContents.Shared, static contents => contents.Shared) : 0,
        TaskWeights = Slots > 0 ? SlotAddress(slot) : SetAddress(task) ?? throw Homeless(MemoryContents.AllTasks),
    };

    private ulong Required(MemoryContents content, Func<MappedContents, ulong?> offset)
    {
        int holder = HolderOf(content);
        return holder >= 0 && offset(_contents[holder]) is { } place ? Address(holder, place) : throw Homeless(content);
    }

    private ulong Address(int memory, ulong offset) => _windows[memory]!.Range.Base + offset;

    private int HolderOf(MemoryContents content) => _system.Memories.ToList().FindIndex(unit => unit.Holds.HasFlag(content));

    private IEnumerable<int> Memories(Func<MemoryUnit, bool> which) =>
        Enumerable.Range(0, _system.Memories.Count).Where(memory => which(_system.Memories[memory]));

    private static bool HasContents(MemoryUnit unit) => (unit.Holds | unit.Copies) != MemoryContents.None;

    private void Map(MappedDevice device)
    {
        if (IsPastEnd(device.Range))
            throw Refuse($"device '{device.Name}'", PastEnd(device.Range), "a window below 4 GiB", $"bus.{device.Name}");
        _taken.Add(device.Range, device.Name, device.Name);
    }

    private void Map(int memory, ulong address)
    {
        MemoryUnit unit = _system.Memories[memory];
        var range = new AddressRange(address, WindowBytes(memory));
        if (IsPastEnd(range))
            throw Refuse(unit, PastEnd(range), "a window below 4 GiB");
        _taken.Add(range, unit.Name, unit.Name);
        _windows[memory] = new MappedMemory(memory, unit.Name, range, unit.At is not null);
    }

    private ulong WindowBytes(int memory)
    {
        MemoryUnit unit = _system.Memories[memory];
        ulong bytes = HasContents(unit)
            ? Up(Math.Max(_contents[memory].Length, 1), Page)
            : (ulong)(unit.Figures.Capacity.Bits / 8) / Page * Page;
        return bytes > 0 ? bytes : throw Refuse(
            unit,
            FormattableString.Invariant($"of {unit.Figures.Capacity.Bits / 8} bytes, less than a page"),
            "a memory with 'at' that holds contents, or has a capacity of at least 4096 bytes");
    }

    /// <summary>The first place after all that is in the way.</summary>
    private ulong FreeBase(int memory)
    {
        ulong bytes = WindowBytes(memory);
        ulong address = FirstFree;
        while (InTheWay(new AddressRange(address, bytes)) is { } taken)
            address = Up(taken.Last + 1, FreeAlignment);
        return address;
    }

    private AddressRange? InTheWay(AddressRange range) => Devices.Select(static device => device.Range)
        .Concat(Windows.Select(static window => window.Range))
        .Where(range.Overlaps)
        .Select(static taken => (AddressRange?)taken)
        .FirstOrDefault();

    private static ulong Up(ulong value, ulong multiple) => (value + multiple - 1) / multiple * multiple;

    private static MemtiException Homeless(MemoryContents content) =>
        new(SimulationCodes.NoWindow, $"no memory of the system holds '{content}', so that it has no address.");

    private static bool IsPastEnd(AddressRange range) => range.Base + range.Size > BusBytes;

    private static string PastEnd(AddressRange range) => $"at {range}, past the last address of the bus";

    private static MemtiException Refuse(MemoryUnit unit, string what, string permitted) =>
        Refuse($"memory '{unit.Name}'", what, permitted, $"memories.{unit.Name}.at");

    private static MemtiException Refuse(string owner, string what, string permitted, string key) =>
        new(new Diagnostic(SimulationCodes.NoWindow, $"{owner} would have a window {what}; permitted: {permitted}.")
        {
            Key = key,
            Permitted = permitted,
        });
}
