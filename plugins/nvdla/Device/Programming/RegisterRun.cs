using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Device.Layers;
using Memti.Plugins.Nvdla.Device.Registers;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Device.Programming;

/// <summary>
/// A driver that runs one inference of a network through the registers, as firmware would: it programs the first two layers, and each
/// time a layer is done, clears its interrupt and programs the one after next into the group that became free, while the next one already
/// runs.
/// </summary>
public sealed class RegisterRun
{
    /// <summary>Layers that are programmed and not done: one per register group.</summary>
    private const int Depth = 2;

    private readonly IBus _bus;
    private readonly NvdlaDevice _device;
    private readonly ulong _base;
    private readonly RegisterLayout _layout;
    private readonly LayerProgrammer _programmer;
    private readonly Network _network;
    private readonly SimTime _latency;
    private readonly SimTime _writeTime;
    private readonly Dictionary<string, int> _groups = new(StringComparer.Ordinal);
    private readonly Queue<uint> _outstanding = new();
    private readonly Queue<(ulong Address, uint Value)> _writes = new();
    private readonly List<LayerRecord> _records = [];
    private readonly List<SimTime> _interrupts = [];
    private int _next;
    private bool _isWriting;

    /// <summary>Prepares a run; <see cref="Begin"/> starts it.</summary>
    /// <param name="bus">The bus that the device is on.</param>
    /// <param name="baseAddress">Where the device's window starts.</param>
    /// <param name="device">The device, whose layers the run records.</param>
    /// <param name="options">The engine of the device.</param>
    /// <param name="network">What to run.</param>
    /// <param name="addresses">Where weights and features are.</param>
    /// <param name="driver">How fast the driver is.</param>
    public RegisterRun(
        IBus bus, ulong baseAddress, NvdlaDevice device, NvdlaOptions options, Network network, DeviceAddresses addresses,
        RegisterRunOptions? driver = null)
    {
        ArgumentNullException.ThrowIfNull(bus);
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(addresses);
        SimTime cycle = options.Clock.Cycles(1);
        (_bus, _base, _layout, _network) = (bus, baseAddress, device.Layout, network);
        (_latency, _writeTime) = (driver?.Latency ?? cycle, driver?.WriteTime ?? SimTime.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(_latency, cycle, nameof(driver));
        ArgumentOutOfRangeException.ThrowIfLessThan(_writeTime, SimTime.Zero, nameof(driver));
        _programmer = new LayerProgrammer(options, _layout, addresses);
        _device = device;
    }

    /// <summary>The layers that are done, in order.</summary>
    public IReadOnlyList<LayerRecord> Layers => _records;

    /// <summary>When the interrupt was raised, each time that it was.</summary>
    public IReadOnlyList<SimTime> Interrupts => _interrupts;

    /// <summary>True when every layer is done and its interrupt cleared.</summary>
    public bool IsDone => _next == _network.Layers.Count && _outstanding.Count == 0;

    /// <summary>
    /// Programs and starts the first layers. The device must be idle; whatever ran before, each unit goes on with the group that is next
    /// for it.
    /// </summary>
    /// <exception cref="MemtiException"><see cref="NvdlaCodes.LayerNotProgrammable"/>, or what the device refuses.</exception>
    public void Begin()
    {
        _device.LayerCompleted += _records.Add;
        Write("GLB", "S_INTR_MASK", ~LastUnits);
        Write("GLB", "S_INTR_STATUS", uint.MaxValue);
        for (int layer = 0; layer < Depth; layer++)
            ProgramNext();
        Flush();
    }

    /// <summary>To be called at each change of the device's interrupt line.</summary>
    /// <param name="active">The new level.</param>
    public void Interrupt(bool active)
    {
        if (!active || _outstanding.Count == 0)
            return;
        _interrupts.Add(_bus.Now);
        _bus.Schedule(_latency, Serve);
    }

    /// <summary>SDP and PDP, of which one ends every layer.</summary>
    private static uint LastUnits =>
        InterruptBits.Of("SDP", 0) | InterruptBits.Of("SDP", 1) | InterruptBits.Of("PDP", 0) | InterruptBits.Of("PDP", 1);

    private void Serve()
    {
        uint status = _bus.Read(Address("GLB", "S_INTR_STATUS"));
        _bus.Write(Address("GLB", "S_INTR_STATUS"), status);
        for (int known = _outstanding.Count; known > 0 && (status & _outstanding.Peek()) != 0; known--)
        {
            _outstanding.Dequeue();
            ProgramNext();
        }

        Flush();
        if (IsDone)
            _device.LayerCompleted -= _records.Add;
        else if ((_bus.Read(Address("GLB", "S_INTR_STATUS")) & LastUnits) != 0)
            _bus.Schedule(_latency, Serve);
    }

    private void ProgramNext()
    {
        if (_next == _network.Layers.Count)
            return;
        ProgrammedLayer layer = _programmer.Program(_network.Layers[_next], _next == 0);
        _next++;
        foreach (string unit in layer.Units)
            Write(unit, "S_POINTER", (uint)Group(unit));
        foreach (RegisterWrite write in layer.Writes)
            Write(write.Unit, write.Register, write.Value);
        foreach (string unit in layer.Units)
            Write(unit, "D_OP_ENABLE", 1);
        _outstanding.Enqueue(InterruptBits.Of(layer.Units[0], Group(layer.Units[0])));
        foreach (string unit in layer.Units)
            _groups[unit] = 1 - Group(unit);
    }

    /// <summary>The group that a unit takes next: after its first use, the other one each time.</summary>
    private int Group(string unit)
    {
        if (!_groups.TryGetValue(unit, out int group))
            _groups[unit] = group = (int)(_bus.Read(Address(unit, "S_POINTER")) >> 16);
        return group;
    }

    private void Write(string unit, string register, uint value) => _writes.Enqueue((Address(unit, register), value));

    /// <summary>Sends what is queued: at once, or one write after the other.</summary>
    private void Flush()
    {
        while (_writeTime == SimTime.Zero && _writes.TryDequeue(out (ulong Address, uint Value) write))
            _bus.Write(write.Address, write.Value);
        if (_isWriting || _writes.Count == 0)
            return;
        _isWriting = true;
        _bus.Schedule(_writeTime, WriteOne);
    }

    private void WriteOne()
    {
        _isWriting = false;
        (ulong address, uint value) = _writes.Dequeue();
        _bus.Write(address, value);
        Flush();
    }

    private ulong Address(string unit, string register) => _base + NvdlaRegisters.Offset(_layout, unit, register);
}
