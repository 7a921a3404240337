using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;

namespace Memti.Runs.Planning;

/// <summary>No system: a device or driver that is made with it tells what it is and does nothing else.</summary>
internal sealed class UnconnectedHost : IDeviceHost, IBus
{
    public SimTime Now => SimTime.Zero;

    public void Schedule(SimTime delay, Action callback) => throw Refuse();

    public uint Read(ulong address) => throw Refuse();

    public void Write(ulong address, uint value) => throw Refuse();

    public void SetInterrupt(int line, bool active)
    {
    }

    public DeviceMemory MemoryAt(ulong address) => throw Refuse();

    public void Transfer(ulong address, TransferDirection direction, DataSize size, Action completed) => throw Refuse();

    private static MemtiException Refuse() => new(
        DiagnosticCode.IllegalOperation,
        "a device or its driver began to work when it was made; permitted: after its registers are written.");
}
