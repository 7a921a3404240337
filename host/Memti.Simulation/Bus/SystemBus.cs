using System.Globalization;
using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Simulation.Codes;

namespace Memti.Simulation.Bus;

/// <summary>Routes words to devices and transfers to memories. Has no time of its own.</summary>
public sealed class SystemBus
{
    private readonly AddressMap<BusTarget> _map = new();
    private readonly List<MemoryChannel> _channels = [];

    /// <summary>Reads a word of a device.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BusAddress"/> or <see cref="DiagnosticCode.BusAlignment"/>.</exception>
    public uint Read(ulong address) => Device(address, out uint offset).Read(offset);

    /// <summary>Writes a word of a device.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BusAddress"/> or <see cref="DiagnosticCode.BusAlignment"/>.</exception>
    public void Write(ulong address, uint value) => Device(address, out uint offset).Write(offset, value);

    /// <summary>Maps a device's window at a base address.</summary>
    /// <exception cref="MemtiException"><see cref="SimulationCodes.AddressOverlap"/>.</exception>
    public void Add(ulong baseAddress, string name, IBusDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        _map.Add(new AddressRange(baseAddress, device.WindowBytes), name, new BusTarget(device, null));
    }

    /// <summary>Maps a range of a memory. All ranges of one memory share its rates.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="SimulationCodes.AddressOverlap"/>; <see cref="DiagnosticCode.BadMemoryFigure"/>: two ranges of one memory have different
    /// rates.
    /// </exception>
    public void Add(AddressRange range, string name, DeviceMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        _map.Add(range, name, new BusTarget(null, new MemoryWindow(memory, Channel(memory.Port))));
    }

    internal MemoryWindow Memory(ulong address) =>
        _map.TryFind(address, out BusTarget target, out _) && target.Memory is { } memory ? memory : throw Outside(address, "memory");

    private IBusDevice Device(ulong address, out uint offset)
    {
        if (address % 4 != 0)
            throw Refuse(DiagnosticCode.BusAlignment, address, "is within a word", "multiples of 4");
        if (!_map.TryFind(address, out BusTarget target, out ulong bytes) || target.Device is not { } device)
            throw Outside(address, "device");
        offset = (uint)bytes;
        return device;
    }

    private MemoryChannel Channel(MemoryPort port)
    {
        MemoryChannel? known = _channels.Find(channel => channel.Port.Memory == port.Memory);
        if (known is null)
            _channels.Add(known = new MemoryChannel(port));
        return known.Port == port
            ? known
            : throw new MemtiException(
                DiagnosticCode.BadMemoryFigure, $"memory '{port.Memory}' is on the bus twice, with different rates.");
    }

    private MemtiException Outside(ulong address, string what) =>
        Refuse(DiagnosticCode.BusAddress, address, $"leads to no {what}", $"the addresses of a {what} in {_map}");

    private static MemtiException Refuse(string code, ulong address, string what, string permitted)
    {
        string value = string.Create(CultureInfo.InvariantCulture, $"0x{address:X}");
        return new MemtiException(new Diagnostic(code, $"address {value} {what}; permitted: {permitted}.")
        {
            Value = value,
            Permitted = permitted,
        });
    }
}
