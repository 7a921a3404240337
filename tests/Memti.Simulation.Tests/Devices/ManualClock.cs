using Memti.Simulation.Devices;

namespace Memti.Simulation.Tests.Devices;

/// <summary>Time that a test moves.</summary>
internal sealed class ManualClock : IDeviceClock
{
    private readonly List<(Int128 Moment, Action Callback)> _pending = [];

    public Int128 Elapsed { get; private set; }

    internal int Calls { get; private set; }

    internal int Pending => _pending.Count;

    public void At(Int128 picoseconds, Action callback) => _pending.Add((picoseconds, callback));

    /// <summary>Moves to a tick of 100 ns and runs what is due on the way.</summary>
    internal void MoveTo(ulong tick)
    {
        Int128 end = (Int128)tick * 100_000;
        while (_pending.Where(next => next.Moment <= end).OrderBy(static next => next.Moment).ToArray() is [var first, ..])
        {
            _pending.Remove(first);
            Elapsed = Int128.Max(Elapsed, first.Moment);
            Calls++;
            first.Callback();
        }

        Elapsed = end;
    }
}
