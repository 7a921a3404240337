using Memti.Abstractions.Devices;
using Memti.Abstractions.Units;

namespace Memti.Plugins.Nvdla.Tests.Device;

/// <summary>
/// A bus as a slow master has it: each write takes time, one after the other, and what the master does next waits until it has written.
/// </summary>
internal sealed class PacedBus(IBus bus, SimTime write, SimTime latency) : IBus
{
    private SimTime _free;

    public SimTime Now => bus.Now;

    public uint Read(ulong address) => bus.Read(address);

    public void Write(ulong address, uint value)
    {
        _free = SimTime.Max(_free, Now) + write;
        bus.Schedule(_free - Now, () => bus.Write(address, value));
    }

    public void Schedule(SimTime delay, Action callback) =>
        bus.Schedule(SimTime.Max(SimTime.Max(delay, latency), _free - Now), callback);
}
