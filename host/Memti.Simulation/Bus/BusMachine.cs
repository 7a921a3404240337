using System.Globalization;
using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;

namespace Memti.Simulation.Bus;

/// <summary>
/// Devices on a bus, with their time: registers, interrupts, memories and one queue of events. Single-threaded and deterministic: at one moment
/// transfers end first, then devices act, then masters, each in the order in which they were asked for.
/// </summary>
public sealed class BusMachine : IBus
{
    /// <summary>Events after which a run is taken to go on for ever, unless it says otherwise.</summary>
    public const long DefaultEventLimit = 10_000_000;

    private const byte TransferPriority = 0;
    private const byte DevicePriority = 1;
    private const byte MasterPriority = 2;

    private readonly Agenda _agenda = new();

    /// <inheritdoc />
    public SimTime Now => _agenda.Now;

    /// <summary>What lies where.</summary>
    public SystemBus Bus { get; } = new();

    /// <summary>The interrupt lines of all devices.</summary>
    public InterruptLines Interrupts { get; } = new();

    /// <summary>Makes a device and puts it on the bus.</summary>
    /// <param name="baseAddress">Where its window starts.</param>
    /// <param name="name">Its name in messages.</param>
    /// <param name="create">Makes it.</param>
    /// <returns>The device, and the number of its first line in <see cref="Interrupts"/>.</returns>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.AddressOverlap"/>.</exception>
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

    /// <summary>Runs until nothing is left to happen.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.EventLimit"/>.</exception>
    public void RunUntilIdle(long eventLimit = DefaultEventLimit) => Run(static () => false, SimTime.MaxValue, eventLimit);

    /// <summary>Runs all that happens up to a moment, itself included, and stops there.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.EventLimit"/>.</exception>
    public void RunUntil(SimTime time, long eventLimit = DefaultEventLimit)
    {
        Run(static () => false, time, eventLimit);
        _agenda.Pass(time);
    }

    /// <summary>Runs until a line is raised, if it is not already.</summary>
    /// <returns>False when nothing is left to happen and the line is not raised.</returns>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.EventLimit"/>.</exception>
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
            DiagnosticCode.EventLimit,
            string.Create(CultureInfo.InvariantCulture, $"{limit} events have run by {Now.Nanoseconds} ns, and there is no end in sight."))
        {
            Value = limit,
        });
    }
}
