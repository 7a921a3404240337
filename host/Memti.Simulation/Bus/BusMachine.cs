using System.Globalization;
using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;
using Memti.Simulation.Codes;

namespace Memti.Simulation.Bus;

/// <summary>
/// Devices and memories on a bus, with interrupts and one event queue. Single-threaded and deterministic: at one moment transfers end
/// first, then devices act, then masters, each in the order of scheduling.
/// </summary>
public sealed class BusMachine : IBus
{
    /// <summary>Default limit of events, after which a run counts as endless.</summary>
    public const long DefaultEventLimit = 10_000_000;

    // Data is in place before a device sees the end of its transfer, and a device has settled before a master reads it.
    private const byte TransferPriority = 0;
    private const byte DevicePriority = 1;
    private const byte MasterPriority = 2;

    private readonly Agenda _agenda = new();

    /// <inheritdoc />
    public SimTime Now => _agenda.Now;

    /// <summary>The bus with its address map.</summary>
    public SystemBus Bus { get; } = new();

    /// <summary>The interrupt lines of all devices.</summary>
    public InterruptLines Interrupts { get; } = new();

    /// <summary>Creates a device and puts it on the bus.</summary>
    /// <param name="baseAddress">Start of its window.</param>
    /// <param name="name">Its name in messages.</param>
    /// <param name="create">Creates it.</param>
    /// <returns>The device, and the index of its first line in <see cref="Interrupts"/>.</returns>
    /// <exception cref="MemtiException"><see cref="SimulationCodes.AddressOverlap"/>.</exception>
    public (TDevice Device, int FirstInterrupt) AddDevice<TDevice>(ulong baseAddress, string name, Func<IDeviceHost, TDevice> create)
        where TDevice : IBusDevice
    {
        ArgumentNullException.ThrowIfNull(create);
        var host = new DeviceHost(this);
        TDevice device = create(host);
        Bus.Add(baseAddress, name, device);
        int first = Interrupts.Add(device.InterruptLines);
        host.Connect(first, device.InterruptLines);
        return (device, first);
    }

    /// <inheritdoc />
    public uint Read(ulong address) => Bus.Read(address);

    /// <inheritdoc />
    public void Write(ulong address, uint value) => Bus.Write(address, value);

    /// <inheritdoc />
    public void Schedule(SimTime delay, Action callback) => Schedule(delay, MasterPriority, callback);

    /// <summary>Runs until no event is pending.</summary>
    /// <exception cref="MemtiException"><see cref="SimulationCodes.EventLimit"/>.</exception>
    public void RunUntilIdle(long eventLimit = DefaultEventLimit) => Run(static () => false, SimTime.MaxValue, eventLimit);

    /// <summary>Runs all events up to and including a moment, and stops there.</summary>
    /// <exception cref="MemtiException"><see cref="SimulationCodes.EventLimit"/>.</exception>
    public void RunUntil(SimTime time, long eventLimit = DefaultEventLimit)
    {
        Run(static () => false, time, eventLimit);
        _agenda.Pass(time);
    }

    /// <summary>Runs until a line is raised; returns at once when it is raised already.</summary>
    /// <returns>False when no event is pending and the line is not raised.</returns>
    /// <exception cref="MemtiException"><see cref="SimulationCodes.EventLimit"/>.</exception>
    public bool RunUntilInterrupt(int line, long eventLimit = DefaultEventLimit)
    {
        Run(() => Interrupts.IsActive(line), SimTime.MaxValue, eventLimit);
        return Interrupts.IsActive(line);
    }

    internal void ScheduleDevice(SimTime delay, Action callback) => Schedule(delay, DevicePriority, callback);

    internal void Transfer(ulong address, TransferDirection direction, DataSize size, Action completed)
    {
        ArgumentNullException.ThrowIfNull(completed);
        ArgumentOutOfRangeException.ThrowIfNegative(size.Bits, nameof(size));
        _agenda.Schedule(Bus.Memory(address).Channel.Enqueue(Now, direction, size), TransferPriority, completed);
    }

    private void Schedule(SimTime delay, byte priority, Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        ArgumentOutOfRangeException.ThrowIfNegative(delay.Picoseconds, nameof(delay));
        _agenda.Schedule(Now + delay, priority, callback);
    }

    private void Run(Func<bool> isEnough, SimTime until, long eventLimit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(eventLimit, 1);
        for (long events = 0; !isEnough() && _agenda.Next <= until; events++)
        {
            if (events == eventLimit)
                throw TooMany(eventLimit);
            _agenda.Step();
        }
    }

    private MemtiException TooMany(long eventLimit)
    {
        string limit = eventLimit.ToString(CultureInfo.InvariantCulture);
        return new MemtiException(new Diagnostic(
            SimulationCodes.EventLimit,
            string.Create(CultureInfo.InvariantCulture, $"{limit} events have run by {Now.Nanoseconds} ns, and there is no end in sight."))
        {
            Value = limit,
        });
    }
}
