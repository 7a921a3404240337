using Memti.Abstractions.Devices;
using Memti.Abstractions.Units;
using Memti.Simulation.Components;
using Memti.Simulation.Kernel;

namespace Memti.Simulation.Platforms;

/// <summary>The bus as a driver in place of firmware uses it: its accesses take no time, and come after all devices of a moment.</summary>
internal sealed class PlatformBus(Platform platform) : IBus
{
    private Machine Machine => platform.Hardware.Machine;

    public SimTime Now => SimTime.FromPicoseconds((long)Machine.Clock.Elapsed);

    public uint Read(ulong address) => platform.Bus.Read(address);

    public void Write(ulong address, uint value) => platform.Bus.Write(address, value);

    public void Schedule(SimTime delay, Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        ArgumentOutOfRangeException.ThrowIfNegative(delay.Picoseconds, nameof(delay));
        Machine.Scheduler.Call(checked(Machine.Now + delay.Picoseconds), EventPriority.Master, callback);
    }
}
