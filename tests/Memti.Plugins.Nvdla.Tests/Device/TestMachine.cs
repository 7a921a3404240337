using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;

namespace Memti.Plugins.Nvdla.Tests.Device;

/// <summary>
/// One device, some memories and a master on a clock: what the contract of a device's host promises, and nothing more. At one moment
/// transfers end first, then the device acts, then the master.
/// </summary>
internal sealed class TestMachine : IBus, IDeviceHost
{
    private readonly PriorityQueue<Action, (long Time, Turn Turn, long Order)> _events = new();
    private readonly List<(ulong Base, ulong Bytes, DeviceMemory Memory, TestChannel Channel)> _memories = [];
    private IBusDevice? _device;
    private ulong _base;
    private long _order;

    private enum Turn
    {
        Transfer,
        Device,
        Master,
    }

    public SimTime Now { get; private set; }

    /// <summary>True while the device's line is raised.</summary>
    internal bool Line { get; private set; }

    /// <summary>Called at each change of the line.</summary>
    internal event Action<bool>? LineChanged;

    /// <summary>Adds a window. Windows of one memory share its channel.</summary>
    internal void Add(ulong address, ulong bytes, DeviceMemory memory)
    {
        TestChannel channel = _memories.Find(known => known.Memory.Port.Memory == memory.Port.Memory).Channel ?? new TestChannel(memory.Port);
        _memories.Add((address, bytes, memory, channel));
    }

    internal void Add(ulong address, IBusDevice device) => (_base, _device) = (address, device);

    public uint Read(ulong address) => _device!.Read((uint)(address - _base));

    public void Write(ulong address, uint value) => _device!.Write((uint)(address - _base), value);

    void IBus.Schedule(SimTime delay, Action callback) => Enqueue(Now + delay, Turn.Master, callback);

    void IDeviceHost.Schedule(SimTime delay, Action callback) => Enqueue(Now + delay, Turn.Device, callback);

    public void SetInterrupt(int line, bool active)
    {
        line.ShouldBe(0);
        if (Line == active)
            return;
        Line = active;
        LineChanged?.Invoke(active);
    }

    public DeviceMemory MemoryAt(ulong address) => Find(address).Memory;

    public void Transfer(ulong address, TransferDirection direction, DataSize size, Action completed) =>
        Enqueue(Find(address).Channel.Enqueue(Now, direction, size), Turn.Transfer, completed);

    /// <summary>Runs until nothing is left to happen.</summary>
    internal void RunUntilIdle()
    {
        while (_events.Count > 0)
            Step();
    }

    /// <summary>Runs all that happens up to a moment, and stops there.</summary>
    internal void RunUntil(SimTime time)
    {
        while (_events.TryPeek(out _, out (long Time, Turn, long) next) && next.Time <= time.Picoseconds)
            Step();
        Now = SimTime.Max(Now, time);
    }

    /// <summary>Runs until the line is raised.</summary>
    internal void RunUntilInterrupt()
    {
        while (!Line && _events.Count > 0)
            Step();
        Line.ShouldBeTrue();
    }

    private void Enqueue(SimTime time, Turn turn, Action callback) => _events.Enqueue(callback, (time.Picoseconds, turn, _order++));

    private void Step()
    {
        _events.TryDequeue(out Action? callback, out (long Time, Turn, long) at);
        Now = SimTime.FromPicoseconds(at.Time);
        callback!();
    }

    private (ulong Base, ulong Bytes, DeviceMemory Memory, TestChannel Channel) Find(ulong address)
    {
        int index = _memories.FindIndex(memory => address - memory.Base < memory.Bytes);
        return index >= 0 ? _memories[index] : throw new MemtiException(DiagnosticCode.BusAddress, $"no memory is at 0x{address:X}.");
    }
}
