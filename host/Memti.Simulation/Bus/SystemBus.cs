using System.Buffers.Binary;
using System.Globalization;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Simulation.Codes;

namespace Memti.Simulation.Bus;

/// <summary>
/// Routes accesses of 1, 2, 4 or 8 bytes to devices and to memories with bytes, and transfers to memories. It has no time of its own: an
/// access takes the time of what answers.
/// </summary>
internal sealed class SystemBus
{
    private const int Word = sizeof(uint);

    private readonly AddressMap<BusTarget> _map = new();

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

    /// <summary>Maps a range of a memory.</summary>
    /// <exception cref="MemtiException"><see cref="SimulationCodes.AddressOverlap"/>.</exception>
    public void Add(AddressRange range, string name, MemoryWindow window) => _map.Add(range, name, new BusTarget(null, window));

    /// <summary>Reads for a master to which nothing is an answer too: a core takes a fault.</summary>
    /// <param name="address">Any address.</param>
    /// <param name="bytes">1, 2, 4 or 8.</param>
    public BusAnswer Load(ulong address, int bytes)
    {
        if (!TryFind(address, bytes, out BusTarget target, out ulong offset))
            return BusAnswer.Error;
        if (target.Device is { } device)
            return device.TryRead((uint)offset, bytes, out ulong value) ? new(value, device.AccessTime, false) : BusAnswer.Error;
        return target.Memory is { Bytes: { IsOn: true } store } memory && store.IsReadable((long)offset, bytes)
            ? new(Value(store.Read((long)offset, bytes)), memory.ReadLatency, false)
            : BusAnswer.Error;
    }

    /// <summary>Writes, as <see cref="Load"/> reads.</summary>
    /// <param name="address">Any address.</param>
    /// <param name="bytes">1, 2, 4 or 8.</param>
    /// <param name="value">The value in the low bytes.</param>
    public BusAnswer Store(ulong address, int bytes, ulong value)
    {
        if (!TryFind(address, bytes, out BusTarget target, out ulong offset))
            return BusAnswer.Error;
        if (target.Device is { } device)
            return device.TryWrite((uint)offset, bytes, value) ? new(0, device.AccessTime, false) : BusAnswer.Error;
        if (target.Memory is not { Bytes: { IsOn: true } store } memory)
            return BusAnswer.Error;
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(word, value);
        store.Write((long)offset, word[..bytes]);
        return new(0, memory.WriteLatency, false);
    }

    /// <summary>Finds what answers at an address.</summary>
    /// <param name="address">Any address.</param>
    /// <param name="target">A device or a memory.</param>
    /// <param name="offset">Bytes from its start.</param>
    public bool TryFind(ulong address, out BusTarget target, out ulong offset) => _map.TryFind(address, out target, out offset);

    private bool TryFind(ulong address, int bytes, out BusTarget target, out ulong offset) =>
        // A register takes the accesses that lie at multiples of their size; a memory takes any that do not leave it.
        _map.TryFind(address, out target, out offset)
        && (target.Device is null
            ? target.Memory is { Bytes: { } store } && (long)offset + bytes <= store.Length
            : offset % (ulong)bytes == 0);

    private static ulong Value(ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (int place = bytes.Length - 1; place >= 0; place--)
            value = (value << 8) | bytes[place];
        return value;
    }

    private IBusDevice Device(ulong address, out uint offset)
    {
        if (address % Word != 0)
            throw Refuse(DiagnosticCode.BusAlignment, address, "is within a word", "multiples of 4");
        if (!_map.TryFind(address, out BusTarget target, out ulong bytes) || target.Device is not { } device)
            throw Outside(address, "device");
        offset = (uint)bytes;
        return device;
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
