using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Devices;

/// <summary>What a device may use of the system around it. Given to it when it is made; all calls come from one thread.</summary>
public interface IDeviceHost
{
    /// <summary>The simulated time.</summary>
    SimTime Now { get; }

    /// <summary>Calls back later. Callbacks of one moment come in the order in which they were asked for, after transfers that end then.</summary>
    /// <param name="delay">Zero or more; zero is later in the same moment.</param>
    /// <param name="callback">What to do then.</param>
    void Schedule(SimTime delay, Action callback);

    /// <summary>Drives an interrupt line. Levels, not edges: a line stays as it was last set. Lines start inactive.</summary>
    /// <param name="line">The device's own line, from 0 to <see cref="IBusDevice.InterruptLines"/> - 1.</param>
    /// <param name="active">True to raise it.</param>
    void SetInterrupt(int line, bool active);

    /// <summary>The memory at an address.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BusAddress"/>: no memory is there.</exception>
    DeviceMemory MemoryAt(ulong address);

    /// <summary>
    /// Starts a transfer. Transfers of one memory wait for each other: on the chip reads for reads and writes for writes, off the chip all for all.
    /// </summary>
    /// <param name="address">Where the data starts; decides the memory.</param>
    /// <param name="direction">Read from the memory, or write to it.</param>
    /// <param name="size">What the memory moves, as it stores it.</param>
    /// <param name="completed">Called when the last bit has moved; never within this call.</param>
    /// <exception cref="MemtiException">
    /// <see cref="DiagnosticCode.BusAddress"/>: no memory is there; <see cref="DiagnosticCode.BadMemoryFigure"/>: it has no rate.
    /// </exception>
    void Transfer(ulong address, TransferDirection direction, DataSize size, Action completed);
}
