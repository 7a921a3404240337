using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Units;

namespace Memti.Plugins.Nvdla.Tests.Device;

/// <summary>A host that notes what the device reports and moves.</summary>
internal sealed class RecordingHost(IDeviceHost host) : IDeviceHost
{
    private SimTime _start;

    public SimTime Now => host.Now;

    internal List<(SimTime Time, bool Busy, bool StartsInference)> Busy { get; } = [];

    internal List<(SimTime Time, DeviceWork Work)> Works { get; } = [];

    internal List<Traffic> Transfers { get; } = [];

    /// <summary>Called at the end of each layer: the device spends its energy then, and begins the next at once or when it is busy
    /// again.</summary>
    internal event Action<LayerTime>? LayerEnded;

    internal double Dynamic => Works.Sum(static one => one.Work.Dynamic.Joules);

    internal double Compute => Works.Sum(static one => one.Work.Compute.Joules);

    public void Schedule(SimTime delay, Action callback) => host.Schedule(delay, callback);

    public void SetInterrupt(int line, bool active) => host.SetInterrupt(line, active);

    public DeviceMemory MemoryAt(ulong address) => host.MemoryAt(address);

    public void Transfer(ulong address, TransferDirection direction, DataSize size, Action completed)
    {
        Transfers.Add(new Traffic(MemoryAt(address).Port.Memory, direction, size));
        host.Transfer(address, direction, size, completed);
    }

    public void SetBusy(bool busy, bool startsInference = false)
    {
        Busy.Add((Now, busy, startsInference));
        if (busy)
            _start = Now;
    }

    public void Spend(DeviceWork work)
    {
        Works.Add((Now, work));
        LayerEnded?.Invoke(new LayerTime(_start, Now));
        _start = Now;
    }
}
