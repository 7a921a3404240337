using Memti.Abstractions;

namespace Memti.Simulation;

/// <summary>The machine as one device sees it.</summary>
internal sealed class DeviceHost(BusMachine machine) : IDeviceHost
{
    /// <summary>The machine's number of the device's line 0; -1 while the device is being made.</summary>
    public int FirstInterrupt { get; set; } = -1;

    public SimTime Now => machine.Now;

    public void Schedule(SimTime delay, Action callback) => machine.ScheduleDevice(delay, callback);

    public void SetInterrupt(int line, bool active)
    {
        if (FirstInterrupt < 0)
            throw new InvalidOperationException("A device has no interrupt lines before it is on the bus.");
        machine.Interrupts.Set(FirstInterrupt + line, active);
    }

    public DeviceMemory MemoryAt(ulong address) => machine.Bus.Memory(address).Memory;

    public void Transfer(ulong address, TransferDirection direction, DataSize size, Action completed) =>
        machine.Transfer(address, direction, size, completed);
}
