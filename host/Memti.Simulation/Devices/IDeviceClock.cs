namespace Memti.Simulation.Devices;

/// <summary>Time since the start of the run, as timers count it.</summary>
internal interface IDeviceClock
{
    /// <summary>Picoseconds since the start of the run.</summary>
    Int128 Elapsed { get; }

    /// <summary>Runs a callback at a moment.</summary>
    /// <param name="picoseconds">Picoseconds since the start of the run; a moment that has passed counts as the present.</param>
    /// <param name="callback">Runs once, never within this call.</param>
    void At(Int128 picoseconds, Action callback);
}
