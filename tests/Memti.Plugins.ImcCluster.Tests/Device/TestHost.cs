using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Units;

namespace Memti.Plugins.ImcCluster.Tests.Device;

/// <summary>A clock, memories of one rate, and a master: what the contract of a device's host promises.</summary>
internal sealed class TestHost(double gigabytes = 1000) : IDeviceHost, IBus
{
    private readonly PriorityQueue<Action, (long Time, int Turn, long Order)> _events = new();
    private readonly Dictionary<TransferDirection, SimTime> _free = [];
    private long _order;

    internal IBusDevice? Device { get; set; }

    internal IInferenceDriver? Driver { get; set; }

    internal List<(SimTime Time, bool Busy, bool Starts)> Busy { get; } = [];

    internal double Joules { get; private set; }

    internal bool Line { get; private set; }

    public SimTime Now { get; private set; }

    public uint Read(ulong address) => Device!.Read((uint)address);

    public void Write(ulong address, uint value) => Device!.Write((uint)address, value);

    void IBus.Schedule(SimTime delay, Action callback) => Add(Now + delay, 2, callback);

    void IDeviceHost.Schedule(SimTime delay, Action callback) => Add(Now + delay, 1, callback);

    public void SetInterrupt(int line, bool active)
    {
        if (Line == active)
            return;
        Line = active;
        Driver?.Interrupt(active);
    }

    public DeviceMemory MemoryAt(ulong address) => new(Nets.Placement(gigabytes).Activations, 8);

    public void Transfer(ulong address, TransferDirection direction, DataSize size, Action completed)
    {
        SimTime start = SimTime.Max(Now, _free.GetValueOrDefault(direction));
        _free[direction] = start + (size / Bandwidth.FromGigabytesPerSecond(gigabytes));
        Add(_free[direction], 0, completed);
    }

    public void SetBusy(bool busy, bool startsInference = false) => Busy.Add((Now, busy, startsInference));

    public void Spend(DeviceWork work) => Joules += work.Dynamic.Joules;

    internal void Run(SimTime? until = null)
    {
        while (_events.TryPeek(out _, out (long Time, int, long) next) && (until is null || next.Time <= until.Value.Picoseconds))
        {
            Now = SimTime.FromPicoseconds(next.Time);
            _events.Dequeue()();
        }

        Now = until ?? Now;
    }

    private void Add(SimTime time, int turn, Action callback) => _events.Enqueue(callback, (time.Picoseconds, turn, _order++));
}
