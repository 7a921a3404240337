using Memti.Abstractions.Devices;
using Memti.Abstractions.Units;

namespace Memti.Plugins.ImcCluster.Device;

/// <summary>
/// Work of the engines, one after the other. Ends are computed from the cycles since the queue was last empty, so that a clock whose period
/// is no whole number of picoseconds does not drift.
/// </summary>
/// <param name="host">Time and the energy ledger.</param>
/// <param name="clock">The clock of the cluster.</param>
/// <param name="ended">Called at the end of each piece of work, when it has left the queue.</param>
internal sealed class EngineQueue(IDeviceHost host, Frequency clock, Action<bool> ended)
{
    private readonly Queue<(long Cycles, Energy Energy, bool IsJob)> _waiting = new();
    private SimTime _start;
    private long _before;
    private int _generation;

    internal bool IsEmpty => _waiting.Count == 0;

    /// <summary>Triggers of the crossbars that are not done.</summary>
    internal int Jobs => _waiting.Count(static work => work.IsJob);

    internal void Add(long cycles, Energy energy, bool isJob)
    {
        _waiting.Enqueue((cycles, energy, isJob));
        if (_waiting.Count > 1)
            return;
        (_start, _before) = (host.Now, 0);
        Begin();
    }

    /// <summary>Forgets all work. What was under way has taken its energy in proportion to its time.</summary>
    internal void Abandon()
    {
        _generation++;
        if (_waiting.TryPeek(out (long Cycles, Energy Energy, bool IsJob) work) && work.Cycles > 0)
        {
            SimTime began = _start + clock.Cycles(_before);
            SimTime whole = _start + clock.Cycles(_before + work.Cycles) - began;
            double done = Math.Clamp((double)(host.Now - began).Picoseconds / whole.Picoseconds, 0, 1);
            host.Spend(new DeviceWork(work.Energy * done, work.Energy * done));
        }

        _waiting.Clear();
    }

    private void Begin()
    {
        int generation = _generation;
        SimTime end = _start + clock.Cycles(_before + _waiting.Peek().Cycles);
        host.Schedule(end - host.Now, () =>
        {
            if (generation == _generation)
                End();
        });
    }

    private void End()
    {
        (long cycles, Energy energy, bool isJob) = _waiting.Dequeue();
        _before += cycles;
        host.Spend(new DeviceWork(energy, energy));
        if (_waiting.Count > 0)
            Begin();
        ended(isJob);
    }
}
