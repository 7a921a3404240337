using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Devices;

/// <summary>The services of the surrounding system that a device may use. The device receives it at creation. All calls come from one
/// thread.</summary>
public interface IDeviceHost
{
    /// <summary>Current simulated time.</summary>
    SimTime Now { get; }

    /// <summary>Schedules a callback. Callbacks of one moment run in the order of these calls, after the transfers that end at that
    /// moment.</summary>
    /// <param name="delay">Zero or more; zero runs later in the same moment.</param>
    /// <param name="callback">Runs once.</param>
    void Schedule(SimTime delay, Action callback);

    /// <summary>Drives an interrupt line. Lines are level-sensitive: a line keeps its state until the next call. Lines start
    /// inactive.</summary>
    /// <param name="line">The device's own line, 0 to <see cref="IBusDevice.InterruptLines"/> - 1.</param>
    /// <param name="active">True to raise it.</param>
    void SetInterrupt(int line, bool active);

    /// <summary>Finds the memory at an address.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BusAddress"/>: no memory answers.</exception>
    DeviceMemory MemoryAt(ulong address);

    /// <summary>
    /// Starts a transfer. Transfers of one memory queue: on-chip memories have one queue for reads and one for writes, off-chip memories
    /// one for both.
    /// </summary>
    /// <param name="address">Start address; selects the memory.</param>
    /// <param name="direction">Read or write, seen from the memory.</param>
    /// <param name="size">Amount of data as the memory stores it.</param>
    /// <param name="completed">Runs when the last bit has moved, never within this call.</param>
    /// <exception cref="MemtiException">
    /// <see cref="DiagnosticCode.BusAddress"/>: no memory answers; <see cref="DiagnosticCode.BadMemoryFigure"/>: the memory has no rate.
    /// </exception>
    void Transfer(ulong address, TransferDirection direction, DataSize size, Action completed);

    /// <summary>Reports that the device begins to work, or is idle again: its component is active meanwhile. Default: nothing.</summary>
    /// <param name="busy">True while it works.</param>
    /// <param name="startsInference">True when the work is the first layer of an inference.</param>
    void SetBusy(bool busy, bool startsInference = false)
    {
    }

    /// <summary>Reports work that ends now, for the energy ledger. Default: nothing.</summary>
    void Spend(DeviceWork work)
    {
    }
}
