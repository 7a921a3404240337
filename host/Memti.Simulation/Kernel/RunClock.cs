namespace Memti.Simulation.Kernel;

/// <summary>Simulated time: picoseconds of the run window in a long, and the start of the window, which advances in long runs.</summary>
internal sealed class RunClock
{
    /// <summary>Picoseconds since the start of the run window.</summary>
    public long Now { get; private set; }

    /// <summary>Start of the run window.</summary>
    public Int128 Origin { get; private set; }

    /// <summary>Picoseconds since the start of the run.</summary>
    public Int128 Elapsed => Origin + Now;

    public void MoveTo(long now) => Now = now;

    /// <summary>Advances the start of the window. The present moment stays the same.</summary>
    public void Rebase(long picoseconds)
    {
        Now -= picoseconds;
        Origin += picoseconds;
    }

    /// <summary>Advances time without stepping. The time within the window does not change.</summary>
    public void Jump(Int128 picoseconds) => Origin += picoseconds;
}
