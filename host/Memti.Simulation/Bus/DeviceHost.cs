using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Units;

namespace Memti.Simulation.Bus;

/// <summary>The machine's services for one device.</summary>
internal sealed class DeviceHost(BusMachine machine) : IDeviceHost
{
    private int _firstInterrupt;

    /// <summary>Number of the device's lines; -1 during its creation.</summary>
    private int _interrupts = -1;

    public SimTime Now => machine.Now;

    /// <summary>Maps the device's lines to lines of the machine, from <paramref name="first"/> on.</summary>
    public void Connect(int first, int count) => (_firstInterrupt, _interrupts) = (first, count);

    public void Schedule(SimTime delay, Action callback) => machine.ScheduleDevice(delay, callback);

    public void SetInterrupt(int line, bool active)
    {
        if (_interrupts < 0)
            throw new InvalidOperationException("A device has no interrupt lines before it is on the bus.");
        ArgumentOutOfRangeException.ThrowIfNegative(line);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(line, _interrupts);
        machine.Interrupts.Set(_firstInterrupt + line, active);
    }

    public DeviceMemory MemoryAt(ulong address) => machine.Bus.Memory(address).Memory;

    public void Transfer(ulong address, TransferDirection direction, DataSize size, Action completed) =>
        machine.Transfer(address, direction, size, completed);
}
